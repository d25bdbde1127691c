"""How well a name answers: by where the units asked for stand in it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from guifan.search.index import Postings
from guifan.search.points import (
    EQUAL,
    FILL,
    FROM_START,
    GAP,
    INSIDE,
    JUMBLED,
    MOST_GAPS,
    ORDERED,
    PAIR,
    PAIR_GAPS,
    PREFIX,
)

Spots = Sequence[Sequence[int]]
"""For every unit asked for, the positions where it stands in a name, rising."""


def by_entry(
    places: Sequence[Postings], least: int = 1, alone: Collection[int] = ()
) -> Mapping[int, list[list[int]]]:
    """By name: for every unit asked for, the positions where it stands.

    Args:
        places: where the units stand.
        least: how many of them a name has to have.
        alone: units of which one is enough.
    """
    having: defaultdict[int, int] = defaultdict(int)
    for at, postings in enumerate(places):
        for entry in {entry for entry, _ in postings}:
            having[entry] += least if at in alone else 1
    found = {entry: [list[int]() for _ in places] for entry, has in having.items() if has >= least}
    for at, postings in enumerate(places):
        for entry, position in postings:
            if entry in found:
                found[entry][at].append(position)
    return found


def merged(lists: Iterable[Postings]) -> Postings:
    """Several postings as one: sorted, each place once."""
    return tuple(sorted({place for postings in lists for place in postings}))


def name_points(spots: Spots, length: int) -> int:
    """The points of a name of so many units; 0 where it has only some of what is asked for."""
    asked = len(spots)
    fill = FILL * asked // max(1, length)
    if all(spots):
        first = start(spots)
        if first == 0:
            return EQUAL if asked == length else PREFIX + fill
        if first > 0:
            return INSIDE + fill
        begins, gaps = in_order(spots)
        if begins >= 0 and (asked > PAIR or gaps <= PAIR_GAPS):
            apart = GAP * min(gaps, MOST_GAPS)
            return ORDERED + fill - apart + (0 if begins else FROM_START)
        if asked > PAIR:
            return JUMBLED + fill
    return 0


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
