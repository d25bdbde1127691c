"""The files of a manual, read once: nothing behind this module opens a standard."""

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from guifan.findings import Finding, Position
from guifan.language.source import LARGEST, CannotRead, Source, decode, too_big

SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what a file is known to be as it was: its size, its times, its place on the disk.

    Args:
        source: what was read of it.
        status: what the system said of it before it was read.
        read: the time of the system then, in nanoseconds.
    """

    source: Source
    status: tuple[int, ...]
    read: int

    def holds(self, status: os.stat_result) -> bool:
        """Whether the file is still the same.

        One that was written just before it was read may have been written again in the same tick
        of the clock: of it nothing is sure.
        """
        return self.status == _status(status) and self.read - status.st_ctime_ns > _TICK


_TICK = 2_000_000_000
"""Nanoseconds in which a file may change twice under one time, on the coarsest disks."""

NONE_READ: Mapping[str, Stamp] = MappingProxyType({})


def read_sources(
    root: Path, folder: str = "standards"
) -> tuple[tuple[Source, ...], tuple[Finding, ...]]:
    """Read every YAML file under ``root/folder``, in the order of their names.

    Hidden files and folders are left alone. Links are followed inside the folder only.

    Returns:
        The sources that can be parsed, and a finding for each file that cannot (S02, S12, S13).

    Raises:
        CannotRead: the folder is missing, or the system refuses a file.
    """
    stamps, findings = read_again(root, NONE_READ, folder)
    return tuple(one.source for one in stamps.values()), findings


def read_again(
    root: Path, before: Mapping[str, Stamp], folder: str = "standards"
) -> tuple[Mapping[str, Stamp], tuple[Finding, ...]]:
    """Read as ``read_sources`` does, but for the files that are as they were before.

    Args:
        root: the manual's folder.
        before: what was read then, by name.
        folder: that of the standards in it.

    Raises:
        CannotRead: the folder is missing, or the system refuses a file.
    """
    base = root / folder
    if not base.is_dir():
        raise CannotRead(folder, "没有这个文件夹")
    stamps: dict[str, Stamp] = {}
    findings: list[Finding] = []
    try:
        for entry in yaml_files(base, folder):
            if isinstance(entry, Finding):
                findings.append(entry)
                continue
            file, path = entry
            status = os.stat(path)  # noqa: PTH116  # to make a path of each takes longer
            known = before.get(file)
            if known and known.holds(status):
                stamps[file] = known
                continue
            now = time.time_ns()
            source, faults = read_source(file, Path(path))
            findings += faults
            if source is not None:
                is_same = known is not None and known.source.text == source.text
                stamps[file] = Stamp(
                    known.source if known and is_same else source, _status(status), now
                )
    except OSError as error:
        raise CannotRead(str(error.filename or folder), error.strerror or str(error)) from error
    return MappingProxyType(stamps), tuple(findings)


def yaml_files(base: Path, name: str) -> Iterator[tuple[str, str] | Finding]:
    """Every YAML file below a folder, and S13 for each link that leads astray.

    With the name of a file comes its path as text: there are many.

    Args:
        base: the folder.
        name: what it is called in the names of its files.

    Raises:
        CannotRead: what has a YAML file's name is no file.
        OSError: the system refuses a folder.
    """
    home = base.resolve(strict=True)
    yield from _files(base, name, home, (home,))


def _files(
    folder: Path, name: str, home: Path, above: tuple[Path, ...]
) -> Iterator[tuple[str, str] | Finding]:
    """Every YAML file below ``folder`` with its name, and S13 for each link that leads astray.

    ``above`` are the real folders from ``home`` down to this one: a link to one of them is a loop.
    """
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        file = f"{name}/{entry.name}"
        is_yaml = entry.name.lower().endswith(SUFFIXES)
        is_link = entry.is_symlink()
        if is_link:
            path = Path(entry.path)
            real = Path(os.path.realpath(path))  # resolve() would raise on a link to itself
            if path.is_dir() or is_yaml or not path.exists():
                key = _astray(path, real, home, above)
                if key:
                    yield Finding("S13", key, Position(file))
                    continue
        if entry.is_dir():
            here = real if is_link else above[-1] / entry.name
            yield from _files(Path(entry.path), file, home, (*above, here))
        elif is_yaml:
            if not entry.is_file():
                raise CannotRead(file, "不是普通文件")
            yield file, entry.path


def _astray(path: Path, real: Path, home: Path, above: tuple[Path, ...]) -> str:
    """What is wrong with a link: ``loop``, ``outside``, ``broken`` or nothing."""
    if real in above:
        return "loop"
    if not real.is_relative_to(home):
        return "outside"
    return "" if path.exists() else "broken"


def read_source(file: str, path: Path) -> tuple[Source | None, tuple[Finding, ...]]:
    """Read one of them; None, and why, where it cannot be parsed.

    Args:
        file: its name.
        path: where it is.

    Raises:
        OSError: the system refuses it.
    """
    size = path.stat().st_size
    if size > LARGEST:
        return None, (too_big(file, size),)
    return decode(file, path.read_bytes())


def _status(status: os.stat_result) -> tuple[int, ...]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
