"""Build the whole site beside the one that is served, then swap: readers never see half a site."""

import hashlib
import logging
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import jieba
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from guifan.language.model import Audience
from guifan.publish.edition import RefusedError
from guifan.publish.templates import configuration

_CHUNK = 1 << 20


class BuildFailedError(Exception):
    """The site could not be built; the one that stood stands as it was."""


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build.

    Args:
        site: what readers are served: a link to ``folder``, or the folder itself.
        folder: where the files are.
        files: how many there are.
        kept: how many of them are those of the site before.
        linked: whether the file system took links; without them files were copied.
    """

    site: Path
    folder: Path
    files: int
    kept: int
    linked: bool


def build_site(
    root: Path, out: str, *, audience: Audience | None, day: date | None, reuse: bool
) -> Built:
    """Build the manual in ``root`` and swap it in at ``out``.

    Args:
        root: the manual's folder.
        out: the site, relative to ``root`` or absolute.
        audience: which edition; None for what mkdocs.yml says.
        day: the day on which the standards are judged; None for the plugin's own choice.
        reuse: whether unchanged files of the site before are linked instead of written again.

    Raises:
        BuildFailedError: MkDocs refused, or a page could not be made.
        OSError: the disk is full or a folder cannot be written.
        RefusedError: the standards hold errors.
    """
    site = root / out
    sites = site.parent / ".guifan" / "sites"
    sites.mkdir(parents=True, exist_ok=True)
    _sweep(sites)
    scratch = sites / f"building-{os.getpid()}"
    try:
        _run(_configuration(root, scratch, audience, day))
        before = site.resolve() if site.exists() else None
        kept, linked = _share(scratch, before) if before and reuse else (0, True)
        return _swap(site, scratch, sites, kept, linked)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _configuration(
    root: Path, scratch: Path, audience: Audience | None, day: date | None
) -> MkDocsConfig:
    """The manual's mkdocs.yml, or ours where it has none, writing to ``scratch``."""
    path = configuration(root)
    own = path.parent == root
    places = {"site_dir": str(scratch)}
    if not own:
        (root / "content").mkdir(exist_ok=True)
        places["docs_dir"] = str(root / "content")
    try:
        config = load_config(str(path), **places)
    except (Abort, MkDocsException) as error:
        raise BuildFailedError(str(error)) from error
    plugin = config.plugins.get("guifan")
    if plugin is None:
        raise BuildFailedError(f"{path.name}: the plugin «guifan» is not listed under plugins")
    if not own:
        plugin.config["root"] = str(root)
    if audience:
        plugin.config["audience"] = audience.value
    if day:
        plugin.config["date"] = day.isoformat()
    return config


def _run(config: MkDocsConfig) -> None:
    try:
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_with_mkdocs(config)
        finally:
            config.plugins.on_shutdown()
    except Abort as error:
        if isinstance(error.__context__, RefusedError):
            raise error.__context__ from None
        raise BuildFailedError(str(error)) from error


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _same(one: Path, other: Path) -> bool:
    """Whether two files hold the same bytes."""
    if not other.is_file() or one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as left, other.open("rb") as right:
        while chunk := left.read(_CHUNK):
            if chunk != right.read(_CHUNK):
                return False
    return True


def _share(folder: Path, before: Path) -> tuple[int, bool]:
    """Put hard links to the files of the site before in the place of files that are the same.

    Returns:
        How many, and whether the file system took links.
    """
    kept = 0
    for path in _files(folder):
        twin = before / path.relative_to(folder)
        if not _same(path, twin):
            continue
        link = path.with_name(f"{path.name}.link")
        try:
            os.link(twin, link)
        except OSError:
            return kept, False
        link.replace(path)
        kept += 1
    return kept, True


def _swap(site: Path, scratch: Path, sites: Path, kept: int, linked: bool) -> Built:
    """Name the finished folder after its contents and let ``site`` point to it, at once."""
    names = hashlib.sha256()
    count = 0
    for path in _files(scratch):
        names.update(f"{path.relative_to(scratch).as_posix()}\0".encode())
        names.update(hashlib.sha256(path.read_bytes()).digest())
        count += 1
    folder = sites / names.hexdigest()[:16]
    if folder.is_dir():
        shutil.rmtree(scratch)
    else:
        scratch.replace(folder)
    before = site.resolve() if site.is_symlink() else None
    link = site.with_name(f".{site.name}-{os.getpid()}")
    try:
        link.symlink_to(os.path.relpath(folder, site.parent), target_is_directory=True)
    except OSError:
        linked = False
        _copy(folder, site, sites)
    else:
        if site.is_dir() and not site.is_symlink():
            _discard(site, sites)
        link.replace(site)
    _prune(sites, {folder, before})
    return Built(site, folder, count, kept, linked)


def _copy(folder: Path, site: Path, sites: Path) -> None:
    """Where links are refused: a whole copy, moved in at the last moment."""
    copy = sites / f"building-{os.getpid()}-copy"
    shutil.copytree(folder, copy)
    if site.exists():
        _discard(site, sites)
    copy.replace(site)


def _discard(site: Path, sites: Path) -> None:
    old = sites / f"building-{os.getpid()}-old"
    site.replace(old)
    shutil.rmtree(old, ignore_errors=True)


def _prune(sites: Path, keep: set[Path | None]) -> None:
    """Only the site served and the one before it stay, to go back to."""
    for path in sites.iterdir():
        if path not in keep and not path.name.startswith("building-"):
            shutil.rmtree(path, ignore_errors=True)


def _sweep(sites: Path) -> None:
    """Take away what a killed build left behind."""
    for path in sites.glob("building-*"):
        number = path.name.split("-")[1]
        if number.isdigit() and not _alive(int(number)):
            shutil.rmtree(path, ignore_errors=True)


def _alive(process: int) -> bool:
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def hear() -> None:
    """Let MkDocs' warnings and errors be heard, in plain lines, and nothing else.

    What a refused build says is left out: the command prints the report itself.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    handler.setLevel(logging.WARNING)
    handler.addFilter(lambda record: record.name != "mkdocs.commands.build")
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    logger.handlers[:] = [handler]
    logger.propagate = False
    jieba.setLogLevel(logging.WARNING)
