"""How long a limit may really take: by itself, extended, and paused where that hurts most."""

from collections.abc import Iterator
from fractions import Fraction

from guifan.language.kinds.limit import Limit
from guifan.proof.clocks import Clocks
from guifan.temporal.advances import Advance
from guifan.temporal.duration import Duration

SPLITS = 100
"""A limit of more units than this is cut for a pause at so many places only."""


def plain(clocks: Clocks, limit: Limit) -> Advance:
    """The limit by itself; it must be one in time."""
    assert limit.within is not None
    return clocks.advance(limit.within, limit.calendar)


def extended(clocks: Clocks, limit: Limit) -> Advance:
    """The limit with its extension, as often as it may be granted."""
    return _lengthened(clocks, limit, plain(clocks, limit))


def longest(clocks: Clocks, limit: Limit) -> Advance:
    """With every pause at its cap and its worst place, then the extensions."""
    whole = plain(clocks, limit)
    for pause in limit.pauses:
        paused = clocks.advance(pause.cap, limit.calendar)
        for before, after in _cut(clocks, limit):
            around = before.then(paused) if after is None else before.then(paused).then(after)
            whole = whole.or_later(around)
        whole = whole.or_later(paused.then(plain(clocks, limit)))
    return _lengthened(clocks, limit, whole)


def _lengthened(clocks: Clocks, limit: Limit, whole: Advance) -> Advance:
    if limit.extension is None:
        return whole
    added = clocks.advance(limit.extension.add, limit.calendar)
    return whole.then(added.repeated(int(limit.extension.times.magnitude)))


def _cut(clocks: Clocks, limit: Limit) -> Iterator[tuple[Advance, Advance | None]]:
    """The limit in two, at every unit of it."""
    assert limit.within is not None
    amount, unit = limit.within.amount, limit.within.unit
    step = max(Fraction(1), Fraction(amount) / SPLITS)
    done = step
    while done < amount:
        before = Duration(int(done), unit)
        after = Duration(amount - int(done), unit)
        yield (
            clocks.advance(before, limit.calendar),
            clocks.advance(after, limit.calendar),
        )
        done += step
    yield clocks.advance(limit.within, limit.calendar), None
