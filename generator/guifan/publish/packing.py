"""What a carrier made of questions, written as one file; nothing but an earlier one is replaced."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from guifan.publish.replacing import replace_file
from guifan.publish.swap import OccupiedError
from guifan.publish.templates import folders
from guifan.quiz.carriers import MARK, Carrier

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that an archive can tell: no file in it has another."""


_PLAYER = "player"


def player(root: Path) -> Mapping[str, bytes]:
    """The files of the player that some carriers bring, by name; the manual's own come first.

    Raises:
        OSError: one cannot be read.
    """
    found: dict[str, bytes] = {}
    for folder in folders(root):
        for path in sorted((folder / _PLAYER).glob("*.*")):
            found.setdefault(path.name, path.read_bytes())
    return found


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of files in their order, the same for the same files, with our mark."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.comment = MARK.encode()
        for name, data in files.items():
            member = zipfile.ZipInfo(name, _FIRST_DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, data)
    return memory.getvalue()


def packed(carrier: Carrier, files: Mapping[str, bytes]) -> bytes:
    """The one file that a carrier's files become."""
    return zipped(files) if carrier.archive else next(iter(files.values()))


def write_packed(carrier: Carrier, files: Mapping[str, bytes], path: Path) -> None:
    """Write a carrier's files as one.

    Raises:
        OccupiedError: the path holds what no earlier export of this kind wrote.
        OSError: it cannot be written.
    """
    if (path.exists() or path.is_symlink()) and not _is_own(carrier, path):
        raise OccupiedError(str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, packed(carrier, files))


def _is_own(carrier: Carrier, path: Path) -> bool:
    if not path.is_file():
        return False
    if not carrier.archive:
        return carrier.sign.encode() in path.read_bytes()
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.comment == MARK.encode()
    except zipfile.BadZipFile:
        return False
