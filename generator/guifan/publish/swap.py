"""A finished folder takes the place of the site that is served, at once.

A kill between any two steps leaves a whole site:
the old one or the new one. Only where the site was a real folder, or links are refused, is it away
for an instant, and the next build brings it back.
"""

import itertools
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex
from stat import S_ISREG
from types import MappingProxyType

from guifan.publish.lock import alone, is_held
from guifan.publish.record import (
    Made,
    Origin,
    Record,
    Seen,
    digest_of,
    forget,
    keep,
    recorded,
    walked,
)

NOTHING: Mapping[str, Made] = MappingProxyType({})
"""Of no file is it known what it was made of."""

UNKNOWN = Made()
"""Of what nobody knows."""

NOWHERE = Origin()
"""Nor of the whole."""

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


def swap(
    scratch: Path,
    site: Path,
    made: Mapping[str, Made] = NOTHING,
    origin: Origin = NOWHERE,
    *,
    reuse: bool = True,
) -> Swapped:
    """Name the finished folder after its contents and let ``site`` show it.

    Args:
        scratch: the finished folder, from ``workplace``.
        site: what readers are served.
        made: what its files were made of, by their addresses, as far as known.
        origin: what the whole of it came of, as far as known.
        reuse: whether files that are the same as before become links to those.
    """
    sites = scratch.parent
    with alone(sites / _LOCK):
        before = recorded(site.resolve()) if reuse and site.is_dir() else None
        files, kept, linked = _share(scratch, before, made)
        name = Record(scratch, files).name()
        folder = _place(sites, name, reuse)
        if folder.is_dir():
            _keep_again(folder, made, origin)
        else:
            scratch.replace(folder)
            keep(Record(folder, files, origin))
        old = site.resolve() if site.is_symlink() else folder
        linked = _show(folder, site, scratch) and linked
        _prune(site, sites, {folder.resolve(), old.resolve()})
    return Swapped(site, folder, len(files), kept, linked)


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
        folder for folder in folders if not folder.is_dir() or (reuse and _holds(folder) == name)
    )


def _holds(folder: Path) -> str:
    """The name for what a folder holds now; its files are read only where somebody touched one."""
    return Record(folder, _seen(recorded(folder))).name()


def _seen(record: Record) -> Mapping[str, Seen]:
    """What a folder holds now, with a record of it that may be out of date."""
    return record.files if record.is_whole() else _share(record.folder, None)[0]


def _keep_again(folder: Path, made: Mapping[str, Made], origin: Origin) -> None:
    """Record a folder that stood already, with what its files are made of now."""
    record = recorded(folder)
    files = {
        address: replace(
            one, made=made.get(address, UNKNOWN).of, shown=made.get(address, UNKNOWN).shown
        )
        for address, one in _seen(record).items()
    }
    if files != record.files:
        keep(Record(folder, files, origin))


def _share(
    folder: Path, before: Record | None, made: Mapping[str, Made] = NOTHING
) -> tuple[dict[str, Seen], int, bool]:
    """Put hard links to the files of the site before in the place of files that are the same.

    Args:
        folder: the finished folder; some of its files may be such links already.
        before: the site before, if there is one to share with.
        made: what files were made of.

    Returns:
        The folder's files, how many of them are those of before, and whether links were taken.
    """
    files: dict[str, Seen] = {}
    kept, linked = 0, True
    same = {one.inode: one for one in before.files.values()} if before else {}
    for address, found in walked(folder):
        status = found
        seen = before.files.get(address) if before else None
        alias = seen or same.get(status.st_ino)  # under another address
        if alias and alias.is_now(status):  # the very file, not yet read
            digest, is_same = alias.digest, True
        else:
            twin = before.standing(address) if before else None
            digest = _digest(folder / address, status)
            is_same = before is not None and _is_same(digest, status, twin, before.folder / address)
            if before and is_same and linked:
                linked = _link(before.folder / address, folder / address)
                status = (folder / address).stat()
        kept += is_same and linked
        own = made.get(address, UNKNOWN)
        files[address] = Seen(
            status.st_size, status.st_mtime_ns, status.st_ino, digest, own.of, own.shown
        )
    return files, kept, linked


def _digest(path: Path, status: os.stat_result) -> str:
    """The digest of a file's bytes; nothing that a build wrote has the one of what is no file."""
    return digest_of(path.read_bytes()) if S_ISREG(status.st_mode) else ""


def _link(twin: Path, path: Path) -> bool:
    """Put a hard link to ``twin`` in the place of a file; whether the file system took it."""
    link = path.with_name(f"{path.name}.link")
    try:
        os.link(twin, link)
    except OSError:
        return False
    link.replace(path)
    return True


def _is_same(digest: str, status: os.stat_result, seen: Seen | None, twin: Path) -> bool:
    """Whether a file of this digest holds what its twin does, which is read if it is not known."""
    if seen is not None:
        return seen.digest == digest
    if not twin.is_file() or twin.stat().st_size != status.st_size:
        return False
    return digest_of(twin.read_bytes()) == digest


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
    forget(sites)
