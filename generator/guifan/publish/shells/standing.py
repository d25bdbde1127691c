"""Pages of the site before that are the same now: linked, and neither filled nor read nor written.

A page is the same where all that it is made of is: the program, the theme, the configuration and
the navigation, as one digest, and what is the page's own.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from hashlib import blake2b
from pathlib import Path, PurePath
from types import FunctionType
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from guifan.language.model import Item
from guifan.publish.cache.digests import Digests
from guifan.publish.record import Record
from guifan.publish.shells.theme import is_released

_SIZE = 16

_RELEASED = frozenset({"markdown", "material", "mkdocs", "pymdownx"})
"""The packages whose functions are known by the version of their library."""

_NOWHERE = frozenset({"site_dir", "_current_page"})
"""What a configuration holds that no page shows."""


class UntoldError(Exception):
    """What pages rest on cannot be told by its value: all of them are made anew."""


class Standing:
    """The pages of the site before, for a build beside it.

    Args:
        before: what is recorded of that site.
        folder: where the new one is made.
        key: of the program, the templates and the edition.
        given: what templates are given beside their page.
    """

    def __init__(self, before: Record, folder: Path, key: str, given: Mapping[str, object]) -> None:
        self._before, self._folder = before, folder
        self._key, self._given = key, given
        self._alike: str | None = None
        self.made: dict[str, str] = {}

    def take(self, address: str, config: MkDocsConfig, nav: Navigation, own: object) -> bool:
        """Put the page of before in its place, if that was made of the same; else remember of what.

        Args:
            address: of the page's file in the site.
            config: of the site.
            nav: the whole navigation.
            own: what else the page is made of, in texts and numbers.
        """
        if self._alike is None:
            self._alike = _alike(self._key, config, nav, self._given)
        if not self._alike:
            return False
        made = blake2b(f"{self._alike}{own!r}".encode(), digest_size=_SIZE).hexdigest()
        self.made[address] = made
        seen = self._before.standing(address)
        if seen is None or seen.made != made:
            return False
        new = self._folder / address
        with suppress(OSError):
            new.parent.mkdir(parents=True, exist_ok=True)
            os.link(self._before.folder / address, new)
            return True
        return False


def _alike(key: str, config: MkDocsConfig, nav: Navigation, given: Mapping[str, object]) -> str:
    """The digest of what every page is made of; nothing where some of it has no value."""
    pages = [(one.title, one.url, one.meta) for one in nav.pages]
    try:
        return alike(key, config, nav.items, pages, given)
    except UntoldError:
        return ""


def alike(key: str, config: MkDocsConfig, *parts: object) -> str:
    """The digest of what every page is made of.

    Args:
        key: of the program, the templates and the edition.
        config: of the site.
        parts: what else there is.

    Raises:
        UntoldError: some of it has no value.
    """
    told = blake2b(digest_size=_SIZE)
    for part in (key, config, *parts):
        told.update(f"{_told(part)}\0".encode())
    for folder in map(Path, config.theme.dirs):
        for path in _own(folder):
            told.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            told.update(blake2b(path.read_bytes()).digest())
    return told.hexdigest()


def _own(folder: Path) -> list[Path]:
    """The files of a theme's folder that came with no library."""
    if is_released(folder):
        return []
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _told(value: Any) -> str:
    """A value as text, the same in every process.

    Raises:
        UntoldError: it is none.
    """
    match value:
        case None | bool() | int() | float() | str() | date():
            return repr(value)
        case PurePath():
            return repr(str(value))
        case Item():
            return Digests().once(value)
        case list() | tuple():
            return f"[{','.join(map(_told, value))}]"
        case Theme():
            own = {name: value[name] for name in value if name != "locale"}
            return f"{value.name}{value.locale}{_told(value.dirs)}{_told(own)}"
        case Config() | Mapping():
            names = sorted(name for name in value if name not in _NOWHERE)
            return f"{{{','.join(f'{name!r}:{_told(value[name])}' for name in names)}}}"
    return _called(value)


def _called(value: Any) -> str:
    """What is no plain value, by what it is called: part of the navigation, or a function.

    Raises:
        UntoldError: it is something else.
    """
    if isinstance(value, Section):
        return f"{value.title!r}{_told(value.children)}"
    if isinstance(value, Link | Page):
        return f"{value.title!r}{value.url!r}"
    if isinstance(value, partial):
        return f"{_called(value.func)}{_told(value.args)}{_told(value.keywords)}"
    if isinstance(value, FunctionType) and value.__module__.partition(".")[0] in _RELEASED:
        return f"{value.__module__}.{value.__qualname__}"
    if type(value).__module__ == "guifan.mkdocs_plugin":  # its options are part of the key
        return ""
    raise UntoldError(type(value).__name__)
