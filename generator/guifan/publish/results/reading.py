"""Files of results opened: which sort one is, what its bytes spell, and when it is too much."""

import csv
import json
import re
import zipfile
from codecs import getincrementaldecoder
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TextIO
from xml.etree.ElementTree import ParseError

from guifan.quiz.results.faults import Faults
from guifan.quiz.results.response import Response
from guifan.quiz.results.statements import response, withdrawn
from guifan.quiz.results.tables import Row, full_marks, responses

MOST_BYTES = 2 << 30
"""How large a file may be."""

MOST_UNPACKED = 512 << 20
"""How large a workbook may be when unpacked."""

MOST_RATIO = 200
"""How many times its own size a workbook may be when unpacked, if that is much."""

MUCH = 16 << 20
"""Up to how many unpacked bytes the ratio does not matter."""

LONGEST = 1 << 20
"""Characters of one field, or of one statement, beyond which a file is broken."""

Read = tuple[int, Response]
"""An answer, behind the place of its file among those that are read."""

_CHUNK = 1 << 20
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_ENCODINGS = ("utf-8-sig", "gb18030")
"""What tables are written in: ours in UTF-8, those of Chinese table programs in the other."""


def read(paths: Iterable[Path], known: Collection[str], faults: Faults) -> Iterator[Read]:
    """The answers in files, one after another; what is wrong with them is noted, not raised.

    Args:
        paths: of the files.
        known: the ids of all questions.
        faults: where what is wrong is noted.
    """
    files = tuple(paths)
    voided = frozenset(name for path in files for name in _voided(path))
    for at, path in enumerate(files):
        for one in _answers(path, known, faults):
            if one.record and one.record in voided:
                faults.add("voided", path.name, one.row)
            else:
                yield at, one


def _voided(path: Path) -> Iterator[str]:
    """The ids of the statements that a file voids: few files do, so most are only looked through.

    Whatever is wrong with the file is noted when its answers are read.
    """
    try:
        is_read = path.stat().st_size <= MOST_BYTES
        if is_read and _is_statements(_head(path)) and _holds(path, b"voided"):
            for _number, statement in _statements(path, Faults()):
                yield withdrawn(statement)
    except OSError:
        return


def _holds(path: Path, word: bytes) -> bool:
    """Whether a word stands in a file."""
    with path.open("rb") as stream:
        before = b""
        while chunk := stream.read(_CHUNK):
            if word in before + chunk:
                return True
            before = chunk[-len(word) :]
    return False


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(_CHUNK)


def _is_statements(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{")


def _answers(path: Path, known: Collection[str], faults: Faults) -> Iterator[Response]:
    """The answers in a file."""
    name = path.name
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            faults.add("too-large", name, about=f"{size >> 20} MiB")
            return
        head = _head(path)
        if head.startswith(b"PK\x03\x04"):
            yield from _workbook(path, known, faults)
        elif _is_statements(head):
            for number, statement in _statements(path, faults):
                if (one := response(number, statement, known)) is not None:
                    yield one
        elif not head.strip() or (b"\0" in head and not head.startswith(_UTF_16)):
            faults.add("unknown-format", name)
        else:
            yield from responses(name, _table(path, faults), known, faults)
    except OSError as error:
        faults.add("unreadable", name, about=error.strerror or str(error))


def _encoding(path: Path) -> str:
    """What a text is written in: the first that spells all of it, else UTF-8 with gaps."""
    with path.open("rb") as stream:
        if stream.read(2) in _UTF_16:
            return "utf-16"
    return next((one for one in _ENCODINGS if _spells(path, one)), _ENCODINGS[0])


def _spells(path: Path, encoding: str) -> bool:
    decoder = getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _table(path: Path, faults: Faults) -> Iterator[Row]:
    """The rows of a CSV file; those with too many or too few fields are left out."""
    csv.field_size_limit(LONGEST)
    with path.open(encoding=_encoding(path), errors="replace", newline="") as stream:
        start = stream.readline(_CHUNK)
        stream.seek(0)
        comma = max(",;\t", key=start.count)
        rows = csv.reader(stream, delimiter=comma, strict=True)
        width = row = 0
        while True:
            row += 1
            line = rows.line_num
            try:
                cells = next(rows)
            except StopIteration:
                return
            except csv.Error:
                faults.add("bad-row", path.name, row, count=max(1, rows.line_num - line))
                continue
            width = width or len(cells)
            if any(cells[width:]):
                faults.add("bad-row", path.name, row)
                continue
            yield row, cells


def _workbook(path: Path, known: Collection[str], faults: Faults) -> Iterator[Response]:
    """The answers in the first sheet of a workbook, with the full marks that its second tells."""
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = [one.file_size for one in archive.infolist()]
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OverflowError) as error:
        faults.add("unreadable", path.name, about=str(error))
        return
    unpacked = sum(sizes)
    swollen = unpacked > MUCH and unpacked > MOST_RATIO * path.stat().st_size
    if unpacked > MOST_UNPACKED or swollen:
        faults.add("bomb", path.name, about=f"{unpacked >> 20} MiB")
    elif not any(one.startswith("xl/") for one in names):
        faults.add("unknown-format", path.name)
    else:
        full = full_marks(_sheet(path, 1, faults))
        yield from responses(path.name, _sheet(path, 0, faults), known, faults, full)


def _sheet(path: Path, place: int, faults: Faults) -> Iterator[Row]:
    from openpyxl import load_workbook  # noqa: PLC0415  # an extra: only who reads workbooks needs it
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    row = 0
    try:
        book = load_workbook(path, read_only=True, data_only=False, keep_links=False)
        try:
            for sheet in book.worksheets[place : place + 1]:
                for row, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
                    yield row, [_cell(one) for one in cells]
        finally:
            book.close()
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        ParseError,
        KeyError,
        ValueError,
        IndexError,
        TypeError,
        AttributeError,
    ) as error:
        faults.add("unreadable", path.name, row, about=f"{type(error).__name__}: {error}")


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return value.isoformat(sep=" ")
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
    return str(value)


def _statements(path: Path, faults: Faults) -> Iterator[tuple[int, object]]:
    """Statements by their numbers: a list, a store's page, or one a line."""
    with path.open(encoding=_encoding(path), errors="replace") as stream:
        told = _lines if _is_lines(stream.readline(LONGEST)) else _listed
        stream.seek(0)
        yield from told(stream, path.name, faults)


def _is_lines(first: str) -> bool:
    """Whether a file that begins so has a statement on each line."""
    try:
        found = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and "statements" not in found


def _lines(stream: TextIO, name: str, faults: Faults) -> Iterator[tuple[int, object]]:
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line)
        except (ValueError, RecursionError):
            faults.add("bad-json", name, number)


def _listed(stream: TextIO, name: str, faults: Faults) -> Iterator[tuple[int, object]]:
    """The members of the one list in a file, of which never more than a little is held."""
    decoder = json.JSONDecoder()
    number, held, is_inside = 0, "", False
    while piece := stream.read(LONGEST):
        held += piece
        if not is_inside:
            _before, bracket, held = held.partition("[")
            is_inside = bool(bracket)
        at = _next(held, 0)
        while is_inside and at < len(held):
            if held[at] == "]":
                return
            try:
                member, at = decoder.raw_decode(held, at)
            except (ValueError, RecursionError):
                break
            number += 1
            yield number, member
            at = _next(held, at)
        held = held[at:]
        if len(held) >= LONGEST:
            break
    faults.add("bad-json", name, number + 1)


_BETWEEN = re.compile(r"[\s,]*")


def _next(held: str, at: int) -> int:
    """Where the next member of a list begins."""
    found = _BETWEEN.match(held, at)
    return found.end() if found else at
