"""Markdown prose cut where references are concerned: what is code, what must stay plain, the rest.

A few patterns instead of a parser: they need only be right about where 【 may be filled in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_KEPT = re.compile(
    r"^(?P<margin>[ \t>]*)(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^[ \t>]*(?P=fence)[`~]*[ \t]*$"
    r"|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"  # code in a line
    r"|<!--.*?-->"
    r"|\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$",  # front matter
    re.DOTALL | re.MULTILINE,
)
_HEADING = re.compile(
    r"^[ ]{0,3}\#{1,6}[ \t][^\n]*$"
    r"|^[^\s>\#|+*-][^\n|]*(?=\n(?:=+|-+)[ \t]*$)",  # underlined
    re.MULTILINE,
)
_FLAT = re.compile(
    r"!?\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])"  # a link or an image
    r"|^[ ]{0,3}\[[^\]\n]+\]:[^\n]*$"  # where a link leads
    r"|<[A-Za-z/][^>]*>"  # a tag with its attributes
    r"|\{:?[ ]*[#.][^}\n]*\}",  # attributes in braces
    re.MULTILINE,
)


class Manner(Enum):
    """How references in a stretch of Markdown are to be treated."""

    CODE = auto()
    """Left as they are: code, comments, front matter."""

    HEADING = auto()
    """Plain text, in a heading whose anchor must not change with the value."""

    FLAT = auto()
    """Plain text: inside a link or an attribute."""

    PROSE = auto()
    """A link."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a Markdown text, from its first character on."""

    manner: Manner
    start: int
    text: str


def stretches(markdown: str) -> Iterator[Stretch]:
    """Cut a Markdown text; the pieces together are the text."""
    for kept in _cut(_KEPT, Stretch(Manner.PROSE, 0, markdown), Manner.CODE):
        if kept.manner is Manner.CODE:
            yield kept
            continue
        for heading in _cut(_HEADING, kept, Manner.HEADING):
            if heading.manner is Manner.HEADING:
                yield heading
            else:
                yield from _cut(_FLAT, heading, Manner.FLAT)


def _cut(pattern: re.Pattern[str], whole: Stretch, manner: Manner) -> Iterator[Stretch]:
    begin = 0
    for found in pattern.finditer(whole.text):
        if found.start() > begin:
            yield Stretch(whole.manner, whole.start + begin, whole.text[begin : found.start()])
        yield Stretch(manner, whole.start + found.start(), found[0])
        begin = found.end()
    if begin < len(whole.text):
        yield Stretch(whole.manner, whole.start + begin, whole.text[begin:])
