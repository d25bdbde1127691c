"""The comments of a YAML text: what libyaml drops, found where no value can contain it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yaml import MarkedYAMLError, ScalarToken, YAMLError

from guifan.language.libyaml import reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guifan.language.source import Source

_HASH = re.compile(r"(?<!\S)#.*")
# The stubs call a mark optional; libyaml gives every token and error one.
_Marked = Any


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: its 0-based line and column, and its text from the ``#`` on."""

    line: int
    column: int
    text: str


def comments(source: Source) -> Iterator[Comment]:
    """Every comment in order; of a text that is not YAML, those before the fault."""
    values, end = _values(source.text)
    starts = [start for start, _ in values]
    for line, text in enumerate(source.lines):
        column = 0
        while found := _HASH.search(text, column):
            place = (line, found.start())
            if place >= end:
                return
            at = bisect_right(starts, place) - 1
            if at < 0 or place >= values[at][1]:
                yield Comment(line, found.start(), found.group())
                break
            column = found.start() + 1


def _values(text: str) -> tuple[list[tuple[tuple[int, int], tuple[int, int]]], tuple[int, int]]:
    """Where quoted and block values stand (a plain one holds no comment), and where all ends."""
    values: list[tuple[tuple[int, int], tuple[int, int]]] = []
    read = reader(text).get_token
    end = (text.count("\n") + text.count("\r") + 1, 0)
    try:
        while (token := read()) is not None:
            if isinstance(token, ScalarToken) and token.style:
                values.append(_extent(token))
    except MarkedYAMLError as error:
        fault: _Marked = error.context_mark or error.problem_mark
        end = (fault.line, fault.column)
    except YAMLError:
        end = (0, 0)  # a character that libyaml does not read at all
    return values, end


def _extent(token: _Marked) -> tuple[tuple[int, int], tuple[int, int]]:
    """A value's stretch; a block value begins on the line after its ``|``, where a note may be."""
    start, end = token.start_mark, token.end_mark
    begin = (start.line + 1, 0) if token.style in "|>" else (start.line, start.column)
    return begin, (end.line, end.column)
