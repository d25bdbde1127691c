"""Sheets of an exam as files: how they look, and writing them over nothing but earlier ones."""

import zipfile
from collections.abc import Collection, Mapping
from pathlib import Path

from guifan.publish.replacing import replace_file
from guifan.publish.swap import OccupiedError
from guifan.publish.templates import folders
from guifan.quiz.carriers import MARK

_TEMPLATE = Path("papers", "sheets.typ")


def sheet_template(root: Path) -> bytes:
    """How the sheets look, in Typst; the manual's own template comes first.

    Raises:
        OSError: it cannot be read.
    """
    candidates = [folder / _TEMPLATE for folder in folders(root)]
    found = next((path for path in candidates if path.is_file()), candidates[-1])
    return found.read_bytes()


def write_sheets(folder: Path, files: Mapping[str, bytes], kept: Collection[str]) -> None:
    """Write files, all or none of them.

    Args:
        folder: where to; made if it is not there.
        files: what to write, by name.
        kept: names of those that people fill in: once there, they are never replaced.

    Raises:
        OccupiedError: a file is there that we did not make, or that may have been filled in.
        OSError: one cannot be written.
    """
    for name, data in files.items():
        path = folder / name
        if path.is_symlink() or (path.exists() and not _may_replace(path, data, name in kept)):
            raise OccupiedError(str(path))
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        replace_file(folder / name, data)


def _may_replace(path: Path, data: bytes, is_kept: bool) -> bool:
    if not path.is_file():
        return False
    old = path.read_bytes()
    return old == data or (not is_kept and _is_own(path, old))


def _is_own(path: Path, data: bytes) -> bool:
    """Whether an earlier run wrote a document: an archive with our mark, a PDF that names it."""
    if data.startswith(b"%PDF"):
        return MARK.encode() in data
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.comment == MARK.encode()
    except zipfile.BadZipFile:
        return False
