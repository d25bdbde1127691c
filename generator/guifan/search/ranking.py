"""Which page answers a query first. Points are whole numbers, so that the browser agrees exactly.

Best first: the name itself, what begins with it, what holds it, what has its units in order; then
what all pairs of its units stand in. The browser's engine does the same, line by line
(`site_templates/assets/search/ranking.js`).
"""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log2

from guifan.search import points as worth
from guifan.search.document import grams
from guifan.search.index import Postings
from guifan.search.joints import pairs
from guifan.search.names import by_entry, merged, name_points
from guifan.search.normalise import LONGEST, is_han, runs, simplify, units
from guifan.search.query import (
    SOFT,
    Meaning,
    asking,
    asks_number,
    favoured,
    is_abbreviated,
    meanings,
)
from guifan.search.sound import respelled, spelled_out, spoken
from guifan.search.store import Store


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
    typed = spelled_out(store, simplify(query[:LONGEST], store.fold).strip())
    is_whole = is_abbreviated(query[:LONGEST])
    found: dict[int, Hit] = {}
    covered = False
    for meaning in _readings(store, typed):
        for hit, has_all in _answers(store, meaning.text, is_whole=is_whole):
            covered = covered or has_all
            _keep(found, Hit(hit.document, hit.section, hit.points * meaning.share // 100))
    letters = typed.replace(" ", "").replace("'", "")
    if letters.isascii() and letters.isalpha() and len(letters) > 1:
        for document, points in spoken(store, letters):
            covered = True
            _keep(found, Hit(document, None, points))
    wants_number, kinds = asks_number(typed), favoured(typed)
    ranked = [
        _weighed(store, hit, kinds, wants_number=wants_number)
        for hit in found.values()
        if allowed(hit.document)
    ]
    ranked.sort(key=lambda hit: (-hit.points, hit.document))
    return Found(tuple(ranked[:most]), len(ranked), covered)


def _readings(store: Store, typed: str) -> Iterator[Meaning]:
    """What a simplified query may mean; where it has a slip, without it as well."""
    yield from _meanings(store, typed)
    other = respelled(store, typed)
    if other != typed:
        for meaning in _meanings(store, other):
            yield Meaning(meaning.text, meaning.share - worth.RESPELLED)


def _meanings(store: Store, text: str) -> Sequence[Meaning]:
    synonyms = {said: meant for unit in units(text) for said, meant in store.synonyms(unit).items()}
    return meanings(text, synonyms)


def _keep(found: dict[int, Hit], hit: Hit) -> None:
    known = found.get(hit.document)
    if known is None or hit.points > known.points:
        found[hit.document] = hit


def _weighed(store: Store, hit: Hit, kinds: Mapping[str, int], *, wants_number: bool) -> Hit:
    """With what counts whatever was asked: the kind, the length of the title, the number."""
    meta, at = store.meta, hit.document
    points: int = (
        hit.points + meta["weight"][at] - 2 * min(worth.LONGEST_TITLE, store.title_length(at))
    )
    points += kinds.get(meta["kinds"][meta["kind"][at]], 0)
    if wants_number and meta["numbered"][at]:
        points += worth.NUMBER
    return Hit(hit.document, hit.section, points)


def _answers(store: Store, text: str, *, is_whole: bool) -> Iterator[tuple[Hit, bool]]:
    """What one reading of a query finds, and whether all of it is found there.

    Args:
        store: the index.
        text: the reading.
        is_whole: whether its last word is no beginning of a longer one.
    """
    asked = units(text)[: worth.UNITS]
    if not asked:
        return
    wanted: list[tuple[str, ...]] = [(gram,) for gram in _wanted(text)]
    if not is_whole:
        wanted = _extended(store, asked, wanted)
    named = _named(store, asked, [variants[0] for variants in wanted], is_whole=is_whole)
    tells = _told(store, text, wanted)
    bodies = _best_sections(store, wanted, tells)
    every = (1 << len(wanted)) - 1
    for document in {*named, *bodies}:
        name = named.get(document, _NOT_NAMED)
        body = bodies.get(document, _NO_BODY)
        section = body.section
        points = _evidence(tells, name, body) + (worth.WHOLE if body.mask == every else 0)
        if name.points >= worth.ORDERED:
            points = name.points + min(points // worth.FOR_NAME, worth.BESIDE_NAME)
            section = body.section if body.headed == every else None  # else the page's top answers
        else:
            points += min(name.points, worth.PARTLY)
        has_all = name.points >= worth.ORDERED or _is_covered(tells, name.mask | body.mask)
        yield Hit(document, section, points), has_all


def _wanted(text: str) -> list[str]:
    """The grams of a reading, and the characters that stand alone in it, which only names have."""
    alone = {run[0] for run in runs(text) if len(run) == 1 and run[0] not in SOFT}
    return sorted({*grams(text), *alone})[: worth.GRAMS]


def _is_covered(tells: Sequence[int], mask: int) -> bool:
    """Whether a name and a section have nearly all that tells something."""
    had = sum(tell for at, tell in enumerate(tells) if mask >> at & 1)
    return had * 100 >= worth.COVERED * max(1, sum(tells))


@dataclass(frozen=True, slots=True)
class _Name:
    """What names of a document have of what is wanted.

    Args:
        points: of its best name.
        mask: which grams any of its names has.
        fill: how much of a name they make up at most, in hundredths.
    """

    points: int
    mask: int
    fill: int


@dataclass(frozen=True, slots=True)
class _Body:
    """What a document's best section has of what is wanted.

    Args:
        section: its number; None where none has anything.
        points: how much of what is wanted it has, by which the best is chosen.
        mask: which grams stand in it.
        headed: which stand in its heading.
        elsewhere: which stand in any section of the document.
    """

    section: int | None
    points: int
    mask: int
    headed: int
    elsewhere: int


_NOT_NAMED = _Name(0, 0, 0)
_NO_BODY = _Body(None, 0, 0, 0, 0)


def _evidence(tells: Sequence[int], name: _Name, body: _Body) -> int:
    """How much of what was asked stands in a document, by where it stands, in points.

    What has something of all that was asked for counts more than what has much of a part of it.
    """
    told = held = 0
    for at, tell in enumerate(tells):
        bit = 1 << at
        if name.mask & bit:
            told += tell * worth.IN_NAME
        elif body.headed & bit:
            told += tell * worth.IN_HEADING
        elif body.mask & bit:
            told += tell * worth.IN_SECTION
        elif body.elsewhere & bit:
            told += tell * worth.ELSEWHERE
        if (name.mask | body.elsewhere) & bit:
            held += tell
    every = max(1, sum(tells))
    share = told * 1000 // (worth.IN_NAME * every)
    share = share * (worth.APART + (100 - worth.APART) * held // every) // 100
    return (worth.EVIDENCE * share + worth.NAME_FILLED * share * name.fill // 100) // 1000


def _told(store: Store, text: str, wanted: Sequence[Sequence[str]]) -> list[int]:
    """How much every gram tells: less, where it joins two words or only asks."""
    told = [_tells(store, variants) for variants in wanted]
    at = {variants[0]: place for place, variants in enumerate(wanted)}
    for pair, share in pairs(store, text, at):
        told[at[pair]] = told[at[pair]] * max(worth.JOINT, share) // 100
    for gram in asking(text):
        if gram in at:
            told[at[gram]] = told[at[gram]] * worth.ASKED // 100
    return told


def _tells(store: Store, variants: Sequence[str]) -> int:
    """How much a gram tells: less, the more sections have it and the more of it is grammar."""
    if len(variants[0]) == 1 and is_han(variants[0]):
        return _rarity(store.entries, len(store.names(variants[0])))
    having = sum(len(store.bodies(gram)) for gram in variants)
    told = _rarity(store.sections, having)
    if variants[0].isdecimal():
        return told * worth.BARE // 100
    return told * worth.SOFTENED[sum(unit in SOFT for unit in units(variants[0]))] // 100


def _extended(
    store: Store, asked: Sequence[str], wanted: Sequence[tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """The grams to look for, each with what it may stand for: a last word may still be typed."""
    last = asked[-1]
    if is_han(last) or store.bodies(last):
        return list(wanted)
    longer = _longer(store, last)
    return [
        tuple(gram.removesuffix(last) + word for word in longer) or (gram,)
        if gram.endswith(last)
        else (gram,)
        for gram, *_ in wanted
    ]


def _longer(store: Store, start: str) -> list[str]:
    """The first words of the vocabulary that begin so."""
    return [word for word in store.vocabulary if word.startswith(start)][: worth.EXTENSIONS]


def _best_sections(
    store: Store, wanted: Sequence[Sequence[str]], tells: Sequence[int]
) -> Mapping[int, _Body]:
    """By document, its section that has most of what is wanted; short sections before long."""
    seen: dict[int, tuple[int, int, int]] = {}
    for at, variants in enumerate(wanted):
        tell = tells[at]
        for gram in variants:
            for section, in_heading in store.bodies(gram):
                points, mask, headed = seen.get(section, (0, 0, 0))
                if mask >> at & 1 and not in_heading:
                    continue
                points += tell * (worth.IN_HEADING if in_heading else worth.IN_SECTION)
                seen[section] = points, mask | 1 << at, headed | in_heading << at
    found: dict[int, _Body] = {}
    for section in sorted(seen):
        points, mask, headed = seen[section]
        points = points * 100 // (100 + worth.LENGTH * store.size(section))
        document = store.owner(section)
        known = found.get(document, _NO_BODY)
        elsewhere = known.elsewhere | mask
        if points > known.points:
            found[document] = _Body(section, points, mask, headed, elsewhere)
        else:
            found[document] = replace(known, elsewhere=elsewhere)
    return found


def _rarity(every: int, having: int) -> int:
    """How much a gram tells, in points: inverse document frequency in eighths of a bit."""
    return int(8 * log2(1 + every / (1 + having)))


def _named(
    store: Store, asked: Sequence[str], wanted: Sequence[str], *, is_whole: bool
) -> Mapping[int, _Name]:
    """By document, what its names have of what is asked."""
    last = -1 if is_whole else len(asked) - 1
    places = [_places(store, unit, last=at == last) for at, unit in enumerate(asked)]
    beside = [_bit(wanted, one + other) for one, other in itertools.pairwise(asked)]
    words = [_bit(wanted, unit) for unit in asked]
    tells = [
        0 if unit in SOFT else _rarity(store.entries, len(at))
        for unit, at in zip(asked, places, strict=True)
    ]
    found: dict[int, _Name] = {}
    alone = {at for at, unit in enumerate(asked) if not is_han(unit) and unit not in SOFT}
    for entry, spots in by_entry(places, min(worth.PAIR, len(asked)), alone).items():
        length = store.length(entry)
        points = name_points(spots, length) or _loosely(spots, length, tells)
        points -= 0 if store.is_title(entry) else worth.OTHER_NAME
        mask, has = _beside(spots, beside, words)
        fill = 100 * has // max(length, worth.SHORT)
        document = store.named(entry)
        known = found.get(document, _NOT_NAMED)
        found[document] = _Name(max(points, known.points), known.mask | mask, max(fill, known.fill))
    return found


def _loosely(spots: Sequence[Sequence[int]], length: int, tells: Sequence[int]) -> int:
    """The points of a name that has only some of what is asked for.

    They grow with how much that tells, and with how much of the name it makes up.
    """
    told = sum(tell for tell, at in zip(tells, spots, strict=True) if at)
    share = 100 * told // max(1, sum(tells))
    filled = 100 * len({place for at in spots for place in at}) // max(1, length)
    held = worth.HELD * share * filled * filled // 1_000_000 if filled >= worth.MOSTLY else 0
    return worth.LOOSE * share // 100 + held


def _bit(wanted: Sequence[str], gram: str) -> int:
    return 1 << wanted.index(gram) if gram in wanted else 0


def _beside(
    spots: Sequence[Sequence[int]], pairs: Sequence[int], words: Sequence[int]
) -> tuple[int, int]:
    """Which grams a name has, and how many of its units they make up."""
    mask, held = 0, set[int]()
    for at, places in enumerate(spots):
        if words[at] and places:
            mask |= words[at]
            held.update(places)
        if at + 1 < len(spots) and pairs[at]:
            for place in places:
                if place + 1 in spots[at + 1]:
                    mask |= pairs[at]
                    held |= {place, place + 1}
    return mask, len(held)


def _places(store: Store, unit: str, *, last: bool) -> Postings:
    """Where a unit stands in names; a last word may still be typed."""
    found = store.names(unit)
    if found or is_han(unit) or not last:
        return found
    return merged(store.names(word) for word in _longer(store, unit))
