"""A finished folder takes the place of the site that is served, at once.

A kill between any two steps leaves a whole site:
the old one or the new one. Only where the site was a real folder, or links are refused, is it away
for an instant, and the next build brings it back.
"""

import hashlib
import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from guifan.publish.lock import alone, is_held

_CHUNK = 1 << 20
_BUILDING = "building-"
_OLD = "old-"
_LOCK = ".lock"


class OccupiedError(Exception):
    """A folder to write to holds something that we did not make; its text is the folder."""


@dataclass(frozen=True, slots=True)
class Swapped:
    """A site that is served.

    Args:
        site: what readers are served: a link to ``folder``, or a copy of it.
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


@contextmanager
def workplace(site: Path, sites: Path) -> Iterator[Path]:
    """A folder to build in, not yet made, that no other build touches; it is taken away again.

    What killed builds left is taken away too, and a site that one of them had moved comes back.

    Raises:
        OSError: the folder of sites cannot be written.
    """
    sites.mkdir(parents=True, exist_ok=True)
    scratch = sites / f"{_BUILDING}{token_hex(4)}"
    with ExitStack() as held:
        with alone(sites / _LOCK):
            _recover(site, sites)
            held.enter_context(alone(_flag(scratch)))
        try:
            yield scratch
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
            with suppress(OSError):
                _flag(scratch).unlink()


def swap(scratch: Path, site: Path, *, reuse: bool = True) -> Swapped:
    """Name the finished folder after its contents and let ``site`` show it.

    Args:
        scratch: the finished folder, from ``workplace``.
        site: what readers are served.
        reuse: whether files that are the same as before become links to those.
    """
    sites = scratch.parent
    with alone(sites / _LOCK):
        kept, linked = _share(scratch, site.resolve()) if reuse and site.is_dir() else (0, True)
        name, count = _digest(scratch)
        folder = _place(sites, name, reuse)
        if not folder.is_dir():
            scratch.replace(folder)
        before = site.resolve() if site.is_symlink() else folder
        linked = _show(folder, site, scratch) and linked
        _prune(site, sites, {folder.resolve(), before.resolve()})
    return Swapped(site, folder, count, kept, linked)


def _recover(site: Path, sites: Path) -> None:
    old = _old(site, sites)
    if old.is_dir() and not os.path.lexists(site):
        old.replace(site)
    shutil.rmtree(old, ignore_errors=True)
    for path in (*sites.glob(f"{_BUILDING}*"), *site.parent.glob(f".{site.name}-{_BUILDING}*")):
        name = _BUILDING + path.stem.partition(_BUILDING)[2][:8]
        if is_held(_flag(sites / name)):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _flag(scratch: Path) -> Path:
    """The file whose lock says that the build of ``scratch`` is alive."""
    return scratch.with_name(f"{scratch.name}.lock")


def _place(sites: Path, name: str, reuse: bool) -> Path:
    """The folder for a site of this name: one that holds just that, or one that is not there.

    A folder that somebody changed since it was named is left alone: it may be being served.
    """
    folders = (sites / (f"{name}-{number}" if number else name) for number in itertools.count())
    return next(
        folder
        for folder in folders
        if not folder.is_dir() or (reuse and _digest(folder)[0] == name)
    )


def _share(folder: Path, before: Path) -> tuple[int, bool]:
    """Put hard links to the files of the site before in the place of files that are the same.

    Returns:
        How many, and whether the file system took links.
    """
    kept = 0
    for path in _files(folder):
        twin = before / path.relative_to(folder)
        if not _is_same(path, twin):
            continue
        link = path.with_name(f"{path.name}.link")
        try:
            os.link(twin, link)
        except OSError:
            return kept, False
        link.replace(path)
        kept += 1
    return kept, True


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _is_same(one: Path, other: Path) -> bool:
    """Whether two files hold the same bytes."""
    if not other.is_file() or one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as left, other.open("rb") as right:
        while chunk := left.read(_CHUNK):
            if chunk != right.read(_CHUNK):
                return False
    return True


def _digest(folder: Path) -> tuple[str, int]:
    """A name for the files and their contents, and how many there are."""
    names = hashlib.sha256()
    count = 0
    for path in _files(folder):
        names.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        names.update(hashlib.sha256(path.read_bytes()).digest())
        count += 1
    return names.hexdigest()[:16], count


def _show(folder: Path, site: Path, scratch: Path) -> bool:
    """Let ``site`` be a link to ``folder``, or a copy of it where links are refused.

    Returns:
        Whether it is a link.
    """
    link = site.with_name(f".{site.name}-{scratch.name}")
    try:
        link.symlink_to(os.path.relpath(folder, site.parent), target_is_directory=True)
    except OSError:
        copy = scratch.with_name(f"{scratch.name}-copy")
        shutil.copytree(folder, copy)
        _replace(site, copy, scratch.parent)
        return False
    _replace(site, link, scratch.parent)
    return True


def _replace(site: Path, new: Path, sites: Path) -> None:
    """Put ``new`` in the place of the site: at once where that is a link, else in two steps."""
    if site.is_symlink() and new.is_symlink():
        new.replace(site)
        return
    old = _old(site, sites)
    if os.path.lexists(site):
        site.replace(old)
    try:
        new.replace(site)
    except OSError:
        if os.path.lexists(old):
            old.replace(site)
        raise
    if old.is_symlink():
        old.unlink()
    shutil.rmtree(old, ignore_errors=True)


def _old(site: Path, sites: Path) -> Path:
    """Where the site stands for the instant in which another takes its place."""
    return sites / f"{_OLD}{site.name}"


def _prune(site: Path, sites: Path, keep: set[Path]) -> None:
    """Only the site served and the one before it stay, to go back to, and what other sites show."""
    shown = {path.resolve() for path in site.parent.iterdir() if path.is_symlink()}
    for path in sites.iterdir():
        is_site = path.is_dir() and not path.name.startswith((_BUILDING, _OLD))
        if is_site and path.resolve() not in keep | shown:
            shutil.rmtree(path, ignore_errors=True)
