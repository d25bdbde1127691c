"""How well a name answers: by where the units asked for stand in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from guifan.search.index import Postings

EQUAL, PREFIX, INSIDE, ORDERED, HELD, PARTLY = 1000, 820, 700, 560, 160, 60
"""Points of a name: it is the query, begins with it, holds it, has its units in order; the query
holds it; it has some of the units."""

FILL = 100
"""Points for how much of a name is asked for: all of it."""

FROM_START = 40
OTHER_NAME = 30
"""Points that a name loses for not being the title."""

_GAP = 15
_MOST_GAPS = 20
_PAIR, _PAIR_GAPS = 2, 4
"""Two units in order are a coincidence, unless they stand as near as this."""

Spots = Sequence[Sequence[int]]
"""For every unit asked for, the positions where it stands in a name, rising."""


def by_entry(places: Sequence[Postings]) -> Mapping[int, list[list[int]]]:
    """By name: for every unit asked for, the positions where it stands."""
    found: defaultdict[int, list[list[int]]] = defaultdict(lambda: [[] for _ in places])
    for at, postings in enumerate(places):
        for entry, position in postings:
            found[entry][at].append(position)
    return found


def merged(lists: Iterable[Postings]) -> Postings:
    """Several postings as one: sorted, each place once."""
    return tuple(sorted({place for postings in lists for place in postings}))


def name_points(spots: Spots, length: int) -> int:
    """The points of a name of so many units."""
    asked = len(spots)
    fill = FILL * asked // max(1, length)
    if all(spots):
        first = start(spots)
        if first == 0:
            return EQUAL if asked == length else PREFIX + fill
        if first > 0:
            return INSIDE + fill
        begins, gaps = in_order(spots)
        if begins >= 0 and (asked > _PAIR or gaps <= _PAIR_GAPS):
            apart = _GAP * min(gaps, _MOST_GAPS)
            return ORDERED + fill - apart + (0 if begins else FROM_START)
    if 1 < length < asked and _holds(spots, length):
        return HELD + FILL * length // asked
    return PARTLY * sum(map(bool, spots)) // asked


def start(spots: Spots) -> int:
    """Where all units stand one after the other; -1 for nowhere."""
    return next(
        (
            first
            for first in spots[0]
            if all(first + at in places for at, places in enumerate(spots))
        ),
        -1,
    )


def in_order(spots: Spots) -> tuple[int, int]:
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


def _holds(spots: Spots, length: int) -> bool:
    """Whether the units asked for hold the whole name, one unit after the other."""
    return any(
        all(at in spots[first + at] for at in range(length))
        for first in range(len(spots) - length + 1)
    )
