"""The index: where units stand in names, where pairs of units stand in sections."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from guifan.search.document import LONGEST_NAME, Document, Terms
from guifan.search.normalise import folding, is_han, simplify, units
from guifan.search.pinyin import sounds

Postings = tuple[tuple[int, int], ...]
"""Places: where, and where in it."""

Numbers = Sequence[int]
"""Places as rising numbers: where, times the width of such a place, plus where in it."""

BODY = 2
"""The width of a place in a section: it is the text or the heading."""


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
        names: by unit, where it stands: (entry, position), of the width of the longest name.
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
    names: Mapping[str, Numbers]
    spoken: Mapping[str, Numbers]
    bodies: Mapping[str, Numbers]
    synonyms: Mapping[str, tuple[str, ...]]
    vocabulary: tuple[str, ...]
    sounds: Mapping[str, str]


def index(found: Sequence[tuple[Document, Terms]], synonyms: Mapping[str, Sequence[str]]) -> Index:
    """Index documents.

    Args:
        found: documents in the order in which equals are listed, each with its terms.
        synonyms: what the manual calls a thing, to what people call it.
    """
    cut = [one for _, one in found]
    entries, names, spoken = _names(cut)
    owners, sizes, bodies = _bodies(cut)
    fold = folding((*names, *bodies))
    return Index(
        tuple(document for document, _ in found),
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


def _is_word(unit: str) -> bool:
    return not any(map(is_han, unit))


def _names(
    cut: Iterable[Terms],
) -> tuple[tuple[Entry, ...], Mapping[str, Numbers], Mapping[str, Numbers]]:
    entries: list[Entry] = []
    names, spoken = _postings(), _postings()
    for number, document in enumerate(cut):
        for name, told in zip(document.names, document.sounds, strict=True):
            parts = name.split(" ") if name else []
            place = len(entries) * LONGEST_NAME
            entries.append(Entry(number, len(parts)))
            for at, unit in enumerate(parts, place):
                names[unit].append(at)
            for at, ways in enumerate(told.split(" "), place):
                for one in ways.split("/") if ways else ():
                    spoken[one].append(at)
    return tuple(entries), _sorted(names), _sorted(spoken)


def _bodies(
    cut: Iterable[Terms],
) -> tuple[tuple[int, ...], tuple[int, ...], Mapping[str, Numbers]]:
    owners: list[int] = []
    sizes: list[int] = []
    bodies = _postings()
    for number, document in enumerate(cut):
        for heading, text in zip(document.headings, document.texts, strict=True):
            place = len(owners) * BODY
            for gram in heading.split(" ") if heading else ():
                bodies[gram].append(place + 1)
            grams = text.split(" ") if text else ()
            for gram in grams:
                bodies[gram].append(place)
            owners.append(number)
            sizes.append(len(grams).bit_length())
    return tuple(owners), tuple(sizes), _sorted(bodies)


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


def _postings() -> "defaultdict[str, array[int]]":
    """Places by what stands there: there are millions, so they are kept close together."""
    return defaultdict(lambda: array("Q"))


def _sorted(postings: Mapping[str, Numbers]) -> Mapping[str, Numbers]:
    return {key: postings[key] for key in sorted(postings)}
