"""What a site holds, as it was when it was swapped in, so that nobody reads it again to know.

A file counts as untouched while its size, the time at which it was written and its inode are those
recorded; then its bytes are known by their digest. What was changed in any other way is read again.
A record that is missing or not whole is as good as none.
"""

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass, field
from pathlib import Path

from guifan.publish.sealed import seal, unseal

FOLDER = "records"
"""Beside the folder of sites."""

_FORM = 2


@dataclass(frozen=True, slots=True)
class Made:
    """What a file is made of.

    Args:
        of: the digest of all of it; empty where that is not known.
        shown: the digest of what a page shows in its frame, or of what sort the file is.
    """

    of: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was recorded.

    Args:
        size: in bytes.
        written: when it was written last, in nanoseconds.
        inode: which file of its disk it is.
        digest: of its bytes.
        made: the digest of all that it was made of; empty where that is not known.
        shown: what it shows, as ``Made`` has it.
    """

    size: int
    written: int
    inode: int
    digest: str
    made: str = ""
    shown: str = ""

    def is_now(self, status: os.stat_result) -> bool:
        """Whether a file is the one recorded, untouched since."""
        return (
            stat.S_ISREG(status.st_mode)
            and status.st_ino == self.inode
            and status.st_size == self.size
            and status.st_mtime_ns == self.written
        )


@dataclass(frozen=True, slots=True)
class Origin:
    """What a site came of.

    Args:
        inputs: the digest of all that its build read; empty where that is not known.
        day: of the build, in the manual's zone, which is
        zone: by its name.
        pages: how many pages came of it.
        frame: the digest of what its build read beside the standards; empty likewise.
        shape: the digest of what the frames of its pages rest on besides; empty likewise.
    """

    inputs: str = ""
    day: str = ""
    zone: str = ""
    pages: int = 0
    frame: str = ""
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """What is recorded of a site.

    Args:
        folder: of the site.
        files: by their addresses in it.
        origin: what it came of.
    """

    folder: Path
    files: Mapping[str, Seen] = field(default_factory=dict)
    origin: Origin = Origin()

    def standing(self, address: str) -> Seen | None:
        """A file, where it stands in the folder as it was recorded."""
        seen = self.files.get(address)
        if seen is None:
            return None
        try:
            return seen if seen.is_now(os.lstat(self.folder / address)) else None
        except OSError:
            return None

    def is_whole(self) -> bool:
        """Whether the folder holds what is recorded, untouched, and nothing else."""
        found = 0
        for address, status in walked(self.folder):
            seen = self.files.get(address)
            if seen is None or not seen.is_now(status):
                return False
            found += 1
        return 0 < found == len(self.files)

    def name(self) -> str:
        """The name for a folder of these files and contents."""
        names = hashlib.sha256()
        for address in sorted(self.files):
            names.update(f"{address}\0{self.files[address].digest}\0".encode())
        return names.hexdigest()[:16]


def digest_of(data: bytes) -> str:
    """The digest of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


def walked(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """The files of a folder: each one's address in it, and what the file system tells of it."""
    open_folders = [""]
    while open_folders:
        inner = open_folders.pop()
        with os.scandir(folder / inner) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    open_folders.append(f"{inner}{entry.name}/")
                else:
                    yield f"{inner}{entry.name}", entry.stat(follow_symlinks=False)


def recorded(folder: Path) -> Record:
    """The record of a site; without files where there is none that is whole."""
    try:
        form, files, origin = unseal(_file(folder))
        if form != _FORM:
            return Record(folder)
        seen = {address: Seen(*one) for address, one in files.items()}
        return Record(folder, seen, Origin(*origin))
    except (OSError, ValueError, TypeError, RecursionError):
        return Record(folder)


def keep(record: Record) -> None:
    """Write a record; where that cannot be done, the next build reads the site's files."""
    files = {
        address: (one.size, one.written, one.inode, one.digest, one.made, one.shown)
        for address, one in record.files.items()
    }
    seal(_file(record.folder), (_FORM, files, astuple(record.origin)))


def forget(sites: Path) -> None:
    """Throw out the records of sites that are gone."""
    for path in (sites.parent / FOLDER).glob("*.json"):
        if not (sites / path.stem).is_dir():
            with suppress(OSError):
                path.unlink()


def _file(folder: Path) -> Path:
    return folder.parent.parent / FOLDER / f"{folder.name}.json"
