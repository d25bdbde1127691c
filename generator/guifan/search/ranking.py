"""Which page answers a query first. Points are whole numbers, so that the browser agrees exactly.

Best first: the name itself, what begins with it, what holds it, what has its units in order; then
what all pairs of its units stand in. The browser's engine does the same, line by line
(`site_templates/assets/search/ranking.js`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from guifan.search.index import Postings, grams
from guifan.search.names import ORDERED, OTHER_NAME, by_entry, merged, name_points
from guifan.search.normalise import LONGEST, is_han, simplify, units
from guifan.search.query import asks_number, meanings
from guifan.search.sound import misheard, spoken
from guifan.search.store import Store

_WHOLE_HEADING, _WHOLE_SECTION, _WHOLE = 260, 200, 150
"""Points of a section: all that was asked for stands in its heading, in it, in it and the name."""

_BODY_MOST = 300
_BESIDE_NAME = 60
_NUMBER = 90
_LONGEST_TITLE = 40

_UNITS, _GRAMS = 24, 30
"""Of one reading, that are looked for: more than anybody types, and they fit a word of 32 bits."""

_EXTENSIONS = 20
"""Words that a beginning typed in letters is tried as."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found, where on it (a section's number, or None for its top), and its points."""

    document: int
    section: int | None
    points: int


@dataclass(frozen=True, slots=True)
class Found:
    """What answers a query.

    Args:
        hits: the best first.
        total: how many documents have something of it.
        covered: whether one has all that was asked for, as it is written or as it is read aloud.
    """

    hits: tuple[Hit, ...]
    total: int
    covered: bool


def _any(_document: int) -> bool:
    return True


def search(
    store: Store, query: str, most: int = 10, allowed: Callable[[int], bool] = _any
) -> Found:
    """The documents that answer a query.

    Args:
        store: the index.
        query: as typed; what is beyond `LONGEST` characters is not looked at.
        most: how many are given.
        allowed: which documents may be.
    """
    typed = simplify(query[:LONGEST], store.fold).strip()
    asked = units(typed)
    synonyms = {said: meant for unit in asked for said, meant in store.synonyms(unit).items()}
    found: dict[int, Hit] = {}
    covered = False
    for meaning in meanings(typed, synonyms):
        for hit, is_whole in _answers(store, meaning.text):
            covered = covered or is_whole
            _keep(found, Hit(hit.document, hit.section, hit.points * meaning.share // 100))
    letters = typed.replace(" ", "").replace("'", "")
    if letters.isascii() and letters.isalpha() and len(letters) > 1:
        heard = spoken(store, letters)
    else:
        heard = iter(()) if covered else misheard(store, asked)
    for document, points in heard:
        covered = True
        _keep(found, Hit(document, None, points))
    wants_number = asks_number(typed)
    ranked = [
        _weighed(store, hit, wants_number=wants_number)
        for hit in found.values()
        if allowed(hit.document)
    ]
    ranked.sort(key=lambda hit: (-hit.points, hit.document))
    return Found(tuple(ranked[:most]), len(ranked), covered)


def _keep(found: dict[int, Hit], hit: Hit) -> None:
    known = found.get(hit.document)
    if known is None or hit.points > known.points:
        found[hit.document] = hit


def _weighed(store: Store, hit: Hit, *, wants_number: bool) -> Hit:
    """With what counts whatever was asked: the kind, the length of the title, the number."""
    meta, at = store.meta, hit.document
    points: int = hit.points + meta["weight"][at] - 2 * min(_LONGEST_TITLE, store.title_length(at))
    if wants_number and meta["numbered"][at]:
        points += _NUMBER
    return Hit(hit.document, hit.section, points)


def _answers(store: Store, text: str) -> Iterator[tuple[Hit, bool]]:
    """What one reading of a query finds, and whether all of it is found there."""
    asked = units(text)[:_UNITS]
    if not asked:
        return
    wanted = _extended(store, asked, sorted(grams(text))[:_GRAMS])
    named = _named(store, asked)
    for document, (points, _) in named.items():
        yield Hit(document, None, points), points >= ORDERED
    every = (1 << len(wanted)) - 1
    for section, told in _in_bodies(store, wanted).items():
        document = store.owner(section)
        name, has = named.get(document, (0, frozenset[str]()))
        points = _body_points(told, every, wanted, asked, has)
        points = name + (min(points // 4, _BESIDE_NAME) if name >= ORDERED else points)
        yield Hit(document, section, points), told.mask == every


@dataclass(frozen=True, slots=True)
class _Body:
    """What a section has of what is wanted: points, and which stands there and in its heading."""

    points: int = 0
    mask: int = 0
    headed: int = 0


def _body_points(
    told: _Body,
    every: int,
    wanted: Sequence[Sequence[str]],
    asked: Sequence[str],
    has: frozenset[str],
) -> int:
    """The points of a section, beside a name that has some of the units."""
    points = min(told.points, _BODY_MOST)
    if told.mask == every:
        return points + (_WHOLE_HEADING if told.headed == every else _WHOLE_SECTION)
    seen = {
        unit
        for at, variants in enumerate(wanted)
        if told.mask >> at & 1
        for unit in units(variants[0])
    }
    return points + (_WHOLE if all(unit in has or unit in seen for unit in asked) else 0)


def _extended(store: Store, asked: Sequence[str], wanted: Iterable[str]) -> list[tuple[str, ...]]:
    """The grams to look for, each with what it may stand for: a last word may still be typed."""
    last = asked[-1]
    if is_han(last) or store.bodies(last):
        return [(gram,) for gram in wanted]
    longer = _longer(store, last)
    return [
        tuple(gram.removesuffix(last) + word for word in longer) or (gram,)
        if gram.endswith(last)
        else (gram,)
        for gram in wanted
    ]


def _longer(store: Store, start: str) -> list[str]:
    """The first words of the vocabulary that begin so."""
    return [word for word in store.vocabulary if word.startswith(start)][:_EXTENSIONS]


def _in_bodies(store: Store, wanted: Sequence[Sequence[str]]) -> Mapping[int, _Body]:
    """By section, what it has."""
    found: dict[int, _Body] = {}
    for at, variants in enumerate(wanted):
        for gram in variants:
            postings = store.bodies(gram)
            rarity = _rarity(store.sections, len(postings))
            for section, in_heading in postings:
                known = found.get(section, _Body())
                if known.mask >> at & 1 and not in_heading:
                    continue
                found[section] = _Body(
                    known.points + rarity * (2 if in_heading else 1),
                    known.mask | 1 << at,
                    known.headed | in_heading << at,
                )
    return found


def _rarity(every: int, having: int) -> int:
    """How much a gram tells, in points: inverse document frequency in eighths of a bit."""
    return int(8 * log2(1 + every / (1 + having)))


def _named(store: Store, asked: Sequence[str]) -> Mapping[int, tuple[int, frozenset[str]]]:
    """By document: the points of its best name, and which of the units any of its names has."""
    last = len(asked) - 1
    places = [_places(store, unit, last=at == last) for at, unit in enumerate(asked)]
    found: dict[int, tuple[int, frozenset[str]]] = {}
    for entry, spots in by_entry(places).items():
        has = frozenset(unit for unit, at in zip(asked, spots, strict=True) if at)
        points = name_points(spots, store.length(entry))
        points -= 0 if store.is_title(entry) else OTHER_NAME
        known, others = found.get(store.named(entry), (0, frozenset[str]()))
        found[store.named(entry)] = max(points, known), has | others
    return found


def _places(store: Store, unit: str, *, last: bool) -> Postings:
    """Where a unit stands in names; a last word may still be typed."""
    found = store.names(unit)
    if found or is_han(unit) or not last:
        return found
    return merged(store.names(word) for word in _longer(store, unit))
