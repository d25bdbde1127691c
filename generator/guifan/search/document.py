"""What can be found: a page, and the terms by which it is found.

The terms are cut once and kept with the page: to index them again costs no more than counting.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import add

from guifan.search.normalise import is_han, runs, simplify, table, units
from guifan.search.pinyin import readings
from guifan.search.sections import Section

LONGEST_NAME = 64
"""Units of a name that are indexed."""


@dataclass(frozen=True, slots=True)
class Document:
    """A page that can be found.

    Args:
        id: of its item, or its path.
        kind: of its item, or ``page``.
        title: as it is shown.
        path: as the book knows it.
        chapter: the id of its chapter; empty for none.
        number: what a reader came for: a limit's quantity, a channel's hours; empty for none.
        roles: ids of the posts that it binds.
        channels: ids of the channels where it holds.
        days: since when it holds, up to when, and by when it is reviewed, each as YYYY-MM-DD or
            empty.
        weight: how much its kind counts, in points.
        names: what else it is called.
        sections: what stands on it.
    """

    id: str
    kind: str
    title: str
    path: str
    chapter: str
    number: str
    roles: tuple[str, ...]
    channels: tuple[str, ...]
    days: tuple[str, str, str]
    weight: int
    names: tuple[str, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """By what a document is found. Every text holds terms with spaces between them.

    Args:
        names: the units of each name, its title first.
        sounds: how each unit of each name is read, in several ways with strokes between them;
            nothing for what is no Han character.
        headings: what is in each section's heading: pairs of units, and words.
        texts: what else is in the section.
    """

    names: tuple[str, ...]
    sounds: tuple[str, ...]
    headings: tuple[str, ...]
    texts: tuple[str, ...]


def terms(document: Document) -> Terms:
    """Cut a document."""
    fold = table()
    named = dict.fromkeys((document.title, *document.names))
    names = [units(simplify(name, fold))[:LONGEST_NAME] for name in named]
    headings = [grams(simplify(one.heading, fold)) for one in document.sections]
    texts = [grams(simplify(one.text, fold)) for one in document.sections]
    pairs = zip(texts, headings, strict=True)
    return Terms(
        tuple(map(" ".join, names)),
        tuple(" ".join(_sounds(name)) for name in names),
        tuple(map(" ".join, headings)),
        tuple(" ".join(_without(text, heading)) for text, heading in pairs),
    )


def grams(text: str) -> dict[str, None]:
    """What a simplified text is found by: pairs of neighbours, and words of letters or digits.

    Each stands once, in the order of the text: a set has another in every process.
    """
    found: dict[str, None] = {}
    for run in runs(text):
        found |= dict.fromkeys(map(add, run, run[1:]))
        found |= dict.fromkeys(itertools.filterfalse(is_han, run))
    return found


def _without(text: Mapping[str, None], heading: Mapping[str, None]) -> Iterator[str]:
    return itertools.filterfalse(heading.__contains__, text)


def _sounds(name: Sequence[str]) -> Iterator[str]:
    told = iter(readings("".join(filter(is_han, name))))
    return ("/".join(next(told)) if is_han(unit) else "" for unit in name)
