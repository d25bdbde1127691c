"""All that a build reads, as one digest: while it is the one of before, so is the site."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from guifan.manual.render import Settings
from guifan.publish.cache.key import key
from guifan.publish.contacts import FILE as CONTACTS
from guifan.publish.day import today
from guifan.publish.editions import FOLDER as EDITIONS
from guifan.publish.record import Origin
from guifan.publish.revisions import STANDARDS
from guifan.publish.shells.standing import UntoldError, alike
from guifan.publish.shells.theme import is_known
from guifan.publish.templates import folders

_ENVIRONMENT = ("GUIFAN_AUDIENCE",)
"""What a build asks of its environment, beside the day."""


_READING = frozenset({"pymdownx.b64", "pymdownx.snippets"})
"""Extensions of Markdown that read files from anywhere."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build will read.

    Args:
        digest: of all of it but the day; empty where something else may be read as well.
        frame: of all of it but the day and the standards; empty likewise.
        written: the day that somebody wrote down, for want of which it is today.
    """

    digest: str
    frame: str
    written: str

    def are(self, origin: Origin) -> bool:
        """Whether a site that came of something would come of this."""
        return bool(self.digest) and self.digest == origin.inputs and self._is_day(origin)

    def frame_alike(self, origin: Origin) -> bool:
        """Whether a site that came of something would but for the standards come of this."""
        return bool(self.frame) and self.frame == origin.frame and self._is_day(origin)

    def _is_day(self, origin: Origin) -> bool:
        try:
            return str(today(self.written, origin.zone)) == origin.day
        except ValueError:
            return False


def inputs(root: Path, config: MkDocsConfig, plugin: Any) -> Inputs:
    """What a build of the manual in ``root`` will read, before it does.

    Only builds that warn of nothing are told apart: what warns shall do so each time.

    Args:
        root: the manual's folder.
        config: as loaded.
        plugin: ours.
    """
    options = dict(plugin.config)
    options.pop("jobs")  # whoever renders them, pages are the same
    written = str(options.pop("date") or os.environ.get("GUIFAN_DATE") or "")
    is_plain = options["plain"] or not options["cache"]
    if is_plain or not config.strict or not _is_plain(config):
        return Inputs("", "", written)
    told = blake2b(digest_size=16)
    named = [os.environ.get(name, "") for name in _ENVIRONMENT]
    try:
        general = key(root, Settings("", "", config.use_directory_urls, date.min))
        told.update(alike(general, config, options, named).encode())
        standards, *rest = _places(root, config)
        for place in rest:
            _tell(told, place)
        frame = told.hexdigest()
        _tell(told, standards)
    except (UntoldError, OSError):
        return Inputs("", "", written)
    return Inputs(told.hexdigest(), frame, written)


def _is_plain(config: MkDocsConfig) -> bool:
    """Whether a site is made by programs that are known, which read no more than what is here."""
    names = config.markdown_extensions
    return (
        list(config.plugins) == ["guifan"]
        and is_known(config)
        and all(name.startswith("pymdownx.") or _is_markdown(name) for name in names)
        and _READING.isdisjoint(names)
    )


def _is_markdown(name: str) -> bool:
    """Whether an extension is one of Markdown's own."""
    return "." not in name and find_spec(f"markdown.extensions.{name}") is not None


def _places(root: Path, config: MkDocsConfig) -> Iterator[Path]:
    """The places from which files are read, the standards first."""
    yield from (root / name for name in (STANDARDS, CONTACTS, EDITIONS))
    yield Path(config.docs_dir)
    yield from folders(root)


def _tell(told: blake2b, place: Path) -> None:
    """Add every file of a place to a digest.

    Raises:
        UntoldError: a link leads to what is not looked through here.
    """
    for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
        if path.is_symlink():
            raise UntoldError(str(path))
        if path.is_file():
            told.update(f"\0{place}\0{path.relative_to(place).as_posix()}\0".encode())
            told.update(blake2b(path.read_bytes()).digest())
