"""Holes: marks that a template prints where pages differ, and what belongs there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_MARK = re.compile(r"0gf(\d{6})fg0")
"""Letters and digits only: no filter, encoder or address changes them."""


class SurpriseError(Exception):
    """A template asked for something that a shell cannot give; its page is rendered whole."""


@dataclass(frozen=True, slots=True)
class Own:
    """Something of the page itself, by name."""

    name: str


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a path of the site, or of anything else, as the page links to it."""

    path: str


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """An item's place in the navigation; ``path`` and ``level`` as the theme counts them."""

    item: Any
    path: str
    level: int


@dataclass(frozen=True, slots=True, eq=False)
class Tab:
    """The tab of an item at the navigation's top."""

    item: Any


@dataclass(frozen=True, slots=True, eq=False)
class Crumb:
    """An item's place in the path above the title."""

    item: Any


@dataclass(frozen=True, slots=True)
class Child:
    """The place of a section's child, by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class Heading:
    """The place of one of the two headings that stand for any number of them."""

    number: int


@dataclass(frozen=True, slots=True)
class Headings:
    """The place of all headings, and what stands between two of them."""

    between: str


Hole = Own | Address | Entry | Tab | Crumb | Child | Heading | Headings
Parts = Sequence[str | Hole]


class Holes:
    """The marks of one theme: ``mark`` gives one, ``cut`` finds them again in a text.

    ``folders`` are those below which something stands that pages link to.
    """

    def __init__(self) -> None:
        self.folders: set[str] = set()
        self._behind: list[Hole] = []
        self._addresses: dict[str, str] = {}

    def mark(self, hole: Hole) -> str:
        """A text that stands for the hole."""
        self._behind.append(hole)
        return f"0gf{len(self._behind) - 1:06}fg0"

    def address(self, path: str) -> str:
        """A mark for an address; one that is a mark already stays."""
        if _MARK.fullmatch(path):
            return path
        found = self._addresses.get(path)
        if found is None:
            found = self._addresses[path] = self.mark(Address(path))
            self.stands_below(path)
        return found

    def stands_below(self, path: str) -> None:
        """Keep in mind which folders hold a path."""
        folder = path.rstrip("/").rpartition("/")[0]
        while folder and folder not in self.folders:
            self.folders.add(folder)
            folder = folder.rpartition("/")[0]

    def cut(self, text: str) -> list[str | Hole]:
        """A rendered text as what stands fast and the holes between; headings made one hole.

        Raises:
            SurpriseError: headings do not follow each other as a list's do.
        """
        pieces = _MARK.split(text)
        parts: list[str | Hole] = [
            self._behind[int(piece)] if at % 2 else piece for at, piece in enumerate(pieces)
        ]
        return list(_with_headings(parts))


def is_marked(text: str) -> bool:
    """Whether a text holds what looks like one of our marks."""
    return "0gf" in text and _MARK.search(text) is not None


def _with_headings(parts: list[str | Hole]) -> list[str | Hole]:
    joined: list[str | Hole] = []
    at = 0
    while at < len(parts):
        part = parts[at]
        if not isinstance(part, Heading):
            joined.append(part)
            at += 1
            continue
        between, second = (*parts[at + 1 : at + 3], "", "")[:2]
        if part != Heading(0) or not isinstance(between, str) or second != Heading(1):
            raise SurpriseError("headings out of order")
        joined.append(Headings(between))
        at += 3
    return joined
