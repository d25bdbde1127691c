"""The index: where units stand in names, where pairs of units stand in sections."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import add

from guifan.search.normalise import folding, is_han, runs, simplify, units
from guifan.search.pinyin import readings, sounds
from guifan.search.sections import Section

LONGEST_NAME = 64
"""Units of a name that are indexed."""

Postings = tuple[tuple[int, int], ...]


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
class Entry:
    """A name of a document, its title first; and how many units it has."""

    document: int
    length: int


@dataclass(frozen=True, slots=True)
class Index:
    """What both engines rank by.

    Args:
        documents: in the manual's order.
        fold: traditional characters to simplified ones.
        entries: every document's names, its title first.
        owners: each section's document.
        sizes: how much stands in each section: the digits of its number of grams, in binary.
        names: by unit, where it stands: (entry, position).
        spoken: by syllable, likewise.
        bodies: by pair of units, where it stands: (section, 1 in a heading or 0).
        synonyms: what people say, simplified, to what the manual calls it.
        vocabulary: every unit that is no Han character.
        sounds: how a Han character is read alone.
    """

    documents: tuple[Document, ...]
    fold: Mapping[str, str]
    entries: tuple[Entry, ...]
    owners: tuple[int, ...]
    sizes: tuple[int, ...]
    names: Mapping[str, Postings]
    spoken: Mapping[str, Postings]
    bodies: Mapping[str, Postings]
    synonyms: Mapping[str, tuple[str, ...]]
    vocabulary: tuple[str, ...]
    sounds: Mapping[str, str]


def index(documents: Sequence[Document], synonyms: Mapping[str, Sequence[str]]) -> Index:
    """Index documents.

    Args:
        documents: in the order in which equals are listed.
        synonyms: what the manual calls a thing, to what people call it.
    """
    fold = folding(_texts(documents))
    entries, names, spoken = _names(documents, fold)
    owners, sizes, bodies = _bodies(documents, fold)
    return Index(
        tuple(documents),
        fold,
        entries,
        owners,
        sizes,
        names,
        spoken,
        bodies,
        _synonyms(synonyms, fold),
        tuple(sorted({unit for unit in (*names, *bodies) if _is_word(unit)})),
        sounds("".join(names)),
    )


def grams(text: str) -> set[str]:
    """What a simplified text is found by: pairs of neighbours, and words of letters or digits."""
    found: set[str] = set()
    for run in runs(text):
        found.update(map(add, run, run[1:]))
        found.update(itertools.filterfalse(is_han, run))
    return found


def _is_word(unit: str) -> bool:
    return not any(map(is_han, unit))


def _texts(documents: Iterable[Document]) -> Iterable[str]:
    for document in documents:
        yield document.title
        yield from document.names
        for section in document.sections:
            yield section.heading
            yield section.text


def _names(
    documents: Sequence[Document], fold: Mapping[str, str]
) -> tuple[tuple[Entry, ...], Mapping[str, Postings], Mapping[str, Postings]]:
    entries: list[Entry] = []
    names: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    spoken: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, document in enumerate(documents):
        for name in dict.fromkeys((document.title, *document.names)):
            text = simplify(name, fold)
            parts = units(text)[:LONGEST_NAME]
            entry = len(entries)
            entries.append(Entry(number, len(parts)))
            for position, unit in enumerate(parts):
                names[unit].append((entry, position))
            for position, syllables in _spoken(parts):
                for one in syllables:
                    spoken[one].append((entry, position))
    return tuple(entries), _frozen(names), _frozen(spoken)


def _spoken(parts: Sequence[str]) -> Iterable[tuple[int, list[str]]]:
    """The Han characters of a name by position, with their syllables."""
    places = [position for position, unit in enumerate(parts) if is_han(unit)]
    told = readings("".join(parts[position] for position in places))
    return zip(places, told, strict=True)


def _bodies(
    documents: Sequence[Document], fold: Mapping[str, str]
) -> tuple[tuple[int, ...], tuple[int, ...], Mapping[str, Postings]]:
    owners: list[int] = []
    sizes: list[int] = []
    bodies: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, document in enumerate(documents):
        for section in document.sections:
            place = len(owners)
            heading = grams(simplify(section.heading, fold))
            for gram in heading:
                bodies[gram].append((place, 1))
            text = grams(simplify(section.text, fold)) - heading
            for gram in text:
                bodies[gram].append((place, 0))
            owners.append(number)
            sizes.append(len(text).bit_length())
    return tuple(owners), tuple(sizes), _frozen(bodies)


def _synonyms(
    told: Mapping[str, Sequence[str]], fold: Mapping[str, str]
) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, others in told.items():
        for other in others:
            said, meant = (" ".join(units(simplify(one, fold))) for one in (other, name))
            said, meant = said.replace(" ", ""), meant.replace(" ", "")
            if said and said != meant and meant not in found[said]:
                found[said].append(meant)
    return {said: tuple(meant) for said, meant in sorted(found.items()) if meant}


def _frozen(postings: Mapping[str, Sequence[tuple[int, int]]]) -> Mapping[str, Postings]:
    return {key: tuple(postings[key]) for key in sorted(postings)}
