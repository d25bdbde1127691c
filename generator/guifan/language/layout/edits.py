"""Edits of a text by position."""

from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """``text`` takes the place of the characters from ``start`` to ``end`` (exclusive)."""

    start: int
    end: int
    text: str


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after the edits; one that begins inside a longer one is covered by it."""
    pieces: list[str] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if start >= at:
            pieces += (text[at:start], new)
            at = end
    return "".join((*pieces, text[at:]))
