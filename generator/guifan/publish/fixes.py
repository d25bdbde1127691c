"""Safe suggestions, and what is recorded of changes, written to the files of a manual."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from pathlib import Path

from guifan.findings import Finding
from guifan.language.layout.edits import Edit, applied
from guifan.language.repairs import is_safe, repaired
from guifan.language.source import CannotRead, Source, decode
from guifan.publish.folder import Folder
from guifan.publish.replacing import replace_file


def mend(folder: Folder, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Write what is safe into the files.

    A file that has changed since it was checked is left alone: the places are no longer true.

    Returns:
        The findings whose suggestions were written.

    Raises:
        CannotRead: a file cannot be read or written.
    """
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        if is_safe(finding):
            by_file.setdefault(finding.position.file, []).append(finding)
    checked = {source.file: source.text for source in folder.sources}
    written: list[Finding] = []
    for file, found in sorted(by_file.items()):
        try:
            written += _mend_file(folder.root / file, file, checked.get(file), found)
        except OSError as error:
            raise CannotRead(file, error.strerror or str(error)) from error
    return tuple(written)


def _mend_file(
    path: Path, file: str, checked: str | None, findings: list[Finding]
) -> Iterator[Finding]:
    data = path.read_bytes()
    source, faults = decode(file, data)
    if source is None and all(fault in faults for fault in findings):
        source = Source(file, data.decode("utf-8-sig"))
    elif source is None or source.text != checked:
        return
    text, mended = repaired(source, findings)
    _write(path, data, text)
    yield from mended


def edit(folder: Folder, file: str, edits: Iterable[Edit]) -> bool:
    """Edit a file; not where it has changed since it was read.

    Raises:
        CannotRead: the file cannot be read or written.
    """
    path = folder.root / file
    before = next(source.text for source in folder.sources if source.file == file)
    try:
        data = path.read_bytes()
        source, _ = decode(file, data)
        if source is None or source.text != before:
            return False
        _write(path, data, applied(before, edits))
    except OSError as error:
        raise CannotRead(file, error.strerror or str(error)) from error
    return True


def _write(path: Path, data: bytes, text: str) -> None:
    """Write a text in the place of these bytes, which it was read from."""
    replace_file(path.resolve(), (BOM_UTF8 if data.startswith(BOM_UTF8) else b"") + text.encode())
