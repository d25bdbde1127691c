"""The files of a manual, read once: nothing behind this module opens a standard."""

import os
from collections.abc import Iterator
from pathlib import Path

from guifan.findings import Finding, Position
from guifan.language.source import LARGEST, CannotRead, Source, decode, too_big

SUFFIXES = (".yaml", ".yml")


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
    base = root / folder
    if not base.is_dir():
        raise CannotRead(folder, "没有这个文件夹")
    sources: list[Source] = []
    findings: list[Finding] = []
    try:
        for entry in yaml_files(base, folder):
            if isinstance(entry, Finding):
                findings.append(entry)
                continue
            file, path = entry
            source, faults = read_source(file, path)
            findings += faults
            if source is not None:
                sources.append(source)
    except OSError as error:
        raise CannotRead(str(error.filename or folder), error.strerror or str(error)) from error
    return tuple(sources), tuple(findings)


def yaml_files(base: Path, name: str) -> Iterator[tuple[str, Path] | Finding]:
    """Every YAML file below a folder with its name, and S13 for each link that leads astray.

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
) -> Iterator[tuple[str, Path] | Finding]:
    """Every YAML file below ``folder`` with its name, and S13 for each link that leads astray.

    ``above`` are the real folders from ``home`` down to this one: a link to one of them is a loop.
    """
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.startswith("."):
            continue
        file = f"{name}/{path.name}"
        real = Path(os.path.realpath(path))  # resolve() would raise on a link to itself
        is_yaml = path.suffix.lower() in SUFFIXES
        if path.is_symlink() and (path.is_dir() or is_yaml or not path.exists()):
            key = _astray(path, real, home, above)
            if key:
                yield Finding("S13", key, Position(file))
                continue
        if path.is_dir():
            yield from _files(path, file, home, (*above, real))
        elif is_yaml:
            if not path.is_file():
                raise CannotRead(file, "不是普通文件")
            yield file, path


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
