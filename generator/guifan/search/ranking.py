"""Which page answers a query first. Points are whole numbers, so that the browser agrees exactly.

Best first: the name itself, what begins with it, what holds it, what has its units in order; then
what all pairs of its units stand in. The browser's engine (`site_templates/assets/search/ranking.js`)
does the same, line by line.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from guifan.search.index import Postings, grams
from guifan.search.normalise import LONGEST, is_han, simplify, units
from guifan.search.pinyin import cuts
from guifan.search.query import asks_number, meanings
from guifan.search.store import Store

EQUAL, PREFIX, INSIDE, ORDERED, HELD, PARTLY = 1000, 820, 700, 560, 160, 60
"""Points of a name: it is the query, begins with it, holds it, has its units in order; the query
holds it; it has some of the units."""

_FILL = 100
_GAP = 15
_FROM_START = 40
_OTHER_NAME = 30
_WHOLE_HEADING, _WHOLE_SECTION, _WHOLE = 260, 200, 150
_BODY_MOST = 300
_BESIDE_NAME = 60
_NUMBER = 90
_SPOKEN, _FULL_SYLLABLE = 420, 24
_MISHEARD = 380

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


def search(store: Store, query: str, most: int = 10) -> list[Hit]:
    """The documents that answer a query, the best first.

    Args:
        store: the index.
        query: as typed; what is beyond `LONGEST` characters is not looked at.
        most: how many are given.
    """
    typed = simplify(query[:LONGEST], store.fold).strip()
    found: dict[int, Hit] = {}
    covered = False
    synonyms = {
        said: meant for unit in units(typed) for said, meant in store.synonyms(unit).items()
    }
    for meaning in meanings(typed, synonyms):
        for hit, is_whole in _answers(store, meaning.text):
            covered = covered or is_whole
            _keep(found, Hit(hit.document, hit.section, hit.points * meaning.share // 100))
    letters = typed.replace(" ", "").replace("'", "")
    if letters.isascii() and letters.isalpha() and len(letters) > 1:
        for hit in _spoken(store, letters):
            _keep(found, hit)
    elif not covered:
        for hit in _misheard(store, units(typed)):
            _keep(found, hit)
    wants_number = asks_number(typed)
    ranked = [_weighed(store, hit, wants_number=wants_number) for hit in found.values()]
    ranked.sort(key=lambda hit: (-hit.points, hit.document))
    return ranked[:most]


def _keep(found: dict[int, Hit], hit: Hit) -> None:
    known = found.get(hit.document)
    if known is None or hit.points > known.points:
        found[hit.document] = hit


def _weighed(store: Store, hit: Hit, *, wants_number: bool) -> Hit:
    """With what counts whatever was asked: the kind, the length of the title, the number."""
    meta, at = store.meta, hit.document
    points: int = hit.points + meta["weight"][at] - 2 * min(40, meta["title"][at])
    if wants_number and meta["numbered"][at]:
        points += _NUMBER
    return Hit(hit.document, hit.section, points)


def _answers(store: Store, text: str) -> Iterator[tuple[Hit, bool]]:
    """What one reading of a query finds, and whether all of it is found there."""
    asked = units(text)[:_UNITS]
    if not asked:
        return
    wanted = sorted(grams(text))[:_GRAMS]
    extended = _extended(store, asked, wanted)
    named = _named(store, asked)
    bodies = _in_bodies(store, extended)
    every = (1 << len(extended)) - 1
    for document, (points, has) in named.items():
        yield Hit(document, None, points), points >= ORDERED
    for section, (points, mask, headed) in bodies.items():
        document = store.owner(section)
        name, has = named.get(document, (0, frozenset[str]()))
        whole = mask == every
        if whole:
            points = min(points, _BODY_MOST) + (
                _WHOLE_HEADING if headed == every else _WHOLE_SECTION
            )
        else:
            points = min(points, _BODY_MOST)
            seen = {
                unit
                for at, gram in enumerate(extended)
                if mask >> at & 1
                for unit in units(gram[0])
            }
            if all(unit in has or unit in seen for unit in asked):
                points += _WHOLE
        if name >= ORDERED:
            points = name + min(points // 4, _BESIDE_NAME)
        else:
            points += name
        yield Hit(document, section, points), whole


def _extended(store: Store, asked: Sequence[str], wanted: Iterable[str]) -> list[tuple[str, ...]]:
    """The grams to look for, each with what it may stand for: a last word may still be typed."""
    last = asked[-1]
    if is_han(last) or store.bodies(last):
        return [(gram,) for gram in wanted]
    longer = [word for word in store.vocabulary if word.startswith(last)][:_EXTENSIONS]
    return [
        tuple(gram.removesuffix(last) + word for word in longer) or (gram,)
        if gram.endswith(last)
        else (gram,)
        for gram in wanted
    ]


def _in_bodies(
    store: Store, wanted: Sequence[tuple[str, ...]]
) -> Mapping[int, tuple[int, int, int]]:
    """By section: points, which of the wanted stand in it, which of them in its heading."""
    found: dict[int, tuple[int, int, int]] = {}
    for at, variants in enumerate(wanted):
        for gram in variants:
            postings = store.bodies(gram)
            rarity = _rarity(store.sections, len(postings))
            for section, in_heading in postings:
                points, mask, headed = found.get(section, (0, 0, 0))
                if mask >> at & 1 and not in_heading:
                    continue
                points += rarity * (2 if in_heading else 1)
                found[section] = points, mask | 1 << at, headed | in_heading << at
    return found


def _rarity(every: int, having: int) -> int:
    """How much a gram tells, in points: inverse document frequency in eighths of a bit."""
    return int(8 * log2(1 + every / (1 + having)))


def _named(store: Store, asked: Sequence[str]) -> Mapping[int, tuple[int, frozenset[str]]]:
    """By document: the points of its best name, and which of the units any of its names has."""
    last = len(asked) - 1
    places = [_places(store, unit, last=at == last) for at, unit in enumerate(asked)]
    found: dict[int, tuple[int, frozenset[str]]] = {}
    for entry, spots in _by_entry(places).items():
        has = frozenset(unit for unit, at in zip(asked, spots, strict=True) if at)
        points = _name_points(spots, store.length(entry)) - _lessened(store, entry)
        known, others = found.get(store.named(entry), (0, frozenset[str]()))
        found[store.named(entry)] = max(points, known), has | others
    return found


def _lessened(store: Store, entry: int) -> int:
    """What a name counts less for being another one than the title."""
    return 0 if store.is_title(entry) else _OTHER_NAME


def _places(store: Store, unit: str, *, last: bool) -> Postings:
    """Where a unit stands in names; a last word may still be typed."""
    found = store.names(unit)
    if found or is_han(unit) or not last:
        return found
    longer = [word for word in store.vocabulary if word.startswith(unit)][:_EXTENSIONS]
    return _merged(store.names(word) for word in longer)


def _merged(lists: Iterable[Postings]) -> Postings:
    """Several postings as one: sorted, each place once."""
    return tuple(sorted({place for postings in lists for place in postings}))


def _by_entry(places: Sequence[Postings]) -> Mapping[int, list[list[int]]]:
    """By entry: for every unit asked for, the positions where it stands."""
    found: defaultdict[int, list[list[int]]] = defaultdict(lambda: [[] for _ in places])
    for at, postings in enumerate(places):
        for entry, position in postings:
            found[entry][at].append(position)
    return found


def _name_points(spots: Sequence[Sequence[int]], length: int) -> int:
    """The points of a name by where the units asked for stand in it."""
    asked = len(spots)
    fill = _FILL * asked // max(1, length)
    if all(spots):
        first = _start(spots)
        if first == 0:
            return EQUAL if asked == length else PREFIX + fill
        if first > 0:
            return INSIDE + fill
        start, gaps = _in_order(spots)
        if start >= 0 and (asked > 2 or gaps <= 4):
            return ORDERED + fill - _GAP * min(gaps, 20) + (_FROM_START if start == 0 else 0)
    if 1 < length < asked and _holds(spots, length):
        return HELD + _FILL * length // asked
    return PARTLY * sum(map(bool, spots)) // asked


def _holds(spots: Sequence[Sequence[int]], length: int) -> bool:
    """Whether the units asked for hold the whole name, one unit after the other."""
    return any(
        all(at in spots[first + at] for at in range(length))
        for first in range(len(spots) - length + 1)
    )


def _start(spots: Sequence[Sequence[int]]) -> int:
    """Where all units stand one after the other; -1 for nowhere."""
    return next((at for at in spots[0] if _runs_on(spots, at)), -1)


def _runs_on(spots: Sequence[Sequence[int]], first: int) -> bool:
    return all(first + at in places for at, places in enumerate(spots))


def _in_order(spots: Sequence[Sequence[int]]) -> tuple[int, int]:
    """Where the tightest run of all units in order begins, and how many units lie between them.

    Returns:
        (-1, 0) where they do not stand in order.
    """
    best = (-1, 0)
    for first in spots[0]:
        at = first
        for places in spots[1:]:
            at = next((one for one in places if one > at), -1)
            if at < 0:
                break
        else:
            gaps = at - first + 1 - len(spots)
            if best[0] < 0 or gaps < best[1]:
                best = first, gaps
    return best


def _spoken(store: Store, letters: str) -> Iterator[Hit]:
    """Names that are read aloud as the letters typed: in full, by initials, or mixed."""
    known = store.syllables
    share = 4 if letters in store.vocabulary else 1
    for way in cuts(letters, known):
        places = [
            store.spoken(piece)
            if piece in known
            else _merged(store.spoken(one) for one in known if one.startswith(piece))
            for piece in way
        ]
        full = sum(piece in known for piece in way)
        for entry, spots in _by_entry(places).items():
            first = _start(spots) if all(spots) else -1
            if first >= 0:
                points = _SPOKEN + _FULL_SYLLABLE * full + _FILL * len(way) // store.length(entry)
                points += (0 if first else _FROM_START) - _lessened(store, entry)
                yield Hit(store.named(entry), None, points // share)


def _misheard(store: Store, asked: Sequence[str]) -> Iterator[Hit]:
    """Names that have nearly all units in order, or others that are read alike."""
    if len(asked) < 3 or not all(map(is_han, asked)):
        return
    exact = [store.names(unit) for unit in asked]
    alike = [store.spoken(store.sounds.get(unit, "")) for unit in asked]
    written = _by_entry(exact)
    either = [_merged(pair) for pair in zip(exact, alike, strict=True)]
    most = 1 if len(asked) < 6 else 2
    for entry, spots in _by_entry(either).items():
        kept = [places for places in spots if places]
        missing = len(asked) - len(kept)
        if missing > most:
            continue
        start, gaps = _in_order(kept)
        if start < 0 or gaps > missing + 1:
            continue
        points = _MISHEARD + 20 * sum(map(bool, written.get(entry, ()))) - 80 * missing - 20 * gaps
        points += _FILL * len(kept) // store.length(entry) - _lessened(store, entry)
        yield Hit(store.named(entry), None, points)
