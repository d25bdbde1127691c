"""From characters of a value's text back to the characters of the file that wrote them.

A value's text is not its source: quotes go, escapes become characters, lines are folded and
indentation is dropped. The rules are libyaml's (0.2, ``src/scanner.c``), one function a style.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from guifan.findings import Position

if TYPE_CHECKING:
    from guifan.language.nodes import Scalar
    from guifan.language.source import Source

_BLANKS = " \t"
_ESCAPE_LENGTHS = {"x": 4, "u": 6, "U": 10}
_QUOTE_PAIR = 2


class _Origin(NamedTuple):
    """What wrote one character of a text: 0-based, end exclusive. A fold spans two lines."""

    line: int
    column: int
    end_line: int
    end_column: int


def span(source: Source, scalar: Scalar, start: int, end: int) -> Position:
    """Where characters ``start`` to ``end`` (exclusive) of a value's text stand in its file.

    An escape or a doubled quote is taken whole; a folded line break is the stretch from the end of
    its line to the next line's first character.

    Returns:
        The stretch; the whole value where its text is not what the file says there.
    """
    mark = scalar.mark
    if not scalar.text:
        return mark.position(source.file)
    origins = list(_origins(source, scalar))
    missing = scalar.text[len(origins) :]
    if missing.strip() or len(origins) > len(scalar.text):
        return mark.position(source.file)
    last = _Origin(mark.end_line, mark.end_column, mark.end_line, mark.end_column)
    origins += [last] * (len(missing) + 1)
    first = origins[start]
    final = origins[end - 1] if end > start else _Origin(*first[:2], *first[:2])
    return Position(
        source.file,
        first.line + 1,
        first.column + 1,
        final.end_line + 1,
        final.end_column + 1,
    )


def _origins(source: Source, scalar: Scalar) -> Iterable[_Origin]:
    """One origin for each character of the text, save blanks at a block text's very end."""
    mark = scalar.mark
    lines = source.lines
    if scalar.style in ("|", ">"):
        return _block(lines, scalar)
    quote = 1 if scalar.style else 0
    pieces: list[list[_Origin]] = []
    for number in range(mark.line, mark.end_line + 1):
        begin = mark.column + quote if number == mark.line else 0
        stop = mark.end_column - quote if number == mark.end_line else len(lines[number])
        line = lines[number][:stop]
        if number > mark.line:
            begin = len(line) - len(line.lstrip(_BLANKS))
        read = _READERS[scalar.style]
        pieces.append(list(read(line, number, begin, is_last=number == mark.end_line)))
    return _folded(pieces, lines, mark.line)


def _plain(line: str, number: int, begin: int, *, is_last: bool) -> Iterator[_Origin]:
    """A line of a plain text: blanks before its break do not count."""
    stop = len(line) if is_last else len(line.rstrip(_BLANKS))
    return (_Origin(number, column, number, column + 1) for column in range(begin, stop))


def _single(line: str, number: int, begin: int, *, is_last: bool) -> Iterator[_Origin]:
    """A line in single quotes: two quotes write one."""
    stop = len(line) if is_last else len(line.rstrip(_BLANKS))
    column = begin
    while column < stop:
        length = _QUOTE_PAIR if line[column] == "'" else 1
        yield _Origin(number, column, number, column + length)
        column += length


def _double(line: str, number: int, begin: int, *, is_last: bool) -> Iterator[_Origin]:
    """A line in double quotes: a backslash writes one character with what follows it.

    A backslash that ends the line joins it to the next; its origin ends on another line.
    """
    stop = len(line) if is_last else _double_stop(line, begin)
    column = begin
    while column < stop:
        if line[column] != "\\":
            length = 1
        elif column + 1 == len(line):
            yield _Origin(number, column, number + 1, 0)
            return
        else:
            length = _ESCAPE_LENGTHS.get(line[column + 1], 2)
        yield _Origin(number, column, number, column + length)
        column += length


def _double_stop(line: str, begin: int) -> int:
    """Where a line's content ends: blanks before the break go, an escaped blank stays."""
    stop = column = begin
    while column < len(line):
        escaped = line[column] == "\\"
        step = 2 if escaped else 1
        if escaped or line[column] not in _BLANKS:
            stop = min(column + step, len(line))
        column += step
    return stop


_READERS = {"": _plain, "'": _single, '"': _double}


def _folded(pieces: list[list[_Origin]], lines: tuple[str, ...], number: int) -> Iterator[_Origin]:
    """Join a text's lines: one break writes a space, n more breaks write n line breaks."""
    breaks = 0
    joined = False
    end = (number, 0)
    for at, piece in enumerate(pieces):
        is_edge = at in (0, len(pieces) - 1)
        if at:
            breaks += 1
        if not piece and not is_edge:
            continue
        begin = piece[0][:2] if piece else (number + at, len(lines[number + at]))
        if breaks:
            count = breaks - 1 if joined or breaks > 1 else 1
            yield from [_Origin(*end, *begin)] * count
            breaks = 0
        joined = bool(piece) and piece[-1].end_line > piece[-1].line
        content = piece[:-1] if joined else piece
        yield from content
        end = content[-1][2:] if content else begin


def _block(lines: tuple[str, ...], scalar: Scalar) -> Iterator[_Origin]:
    """The lines below ``|`` or ``>``; what is blank behind the last written line is left out."""
    mark = scalar.mark
    numbers = range(mark.line + 1, mark.end_line + 1)
    indent = _indentation((lines[number] for number in numbers), scalar.text)
    end: tuple[int, int] | None = None
    was_deeper = False
    breaks = 0
    for number in numbers:
        line = lines[number]
        if not line[indent:]:
            breaks += 1
            continue
        deeper = line[indent] in _BLANKS
        if end is None:
            count = breaks
        elif scalar.style == ">" and not (deeper or was_deeper):
            count = max(breaks, 1)
        else:
            count = breaks + 1
        yield from [_Origin(*(end or (number, 0)), number, indent)] * count
        for column in range(indent, len(line)):
            yield _Origin(number, column, number, column + 1)
        end, was_deeper, breaks = (number, len(line)), deeper, 0


def _indentation(lines: Iterator[str], text: str) -> int:
    """How far a block is indented: what its first written line has more than its text."""
    line = next((line for line in lines if line.strip()), "")
    first = next((line for line in text.split("\n") if line.strip()), "")
    return _spaces(line) - _spaces(first)


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
