"""How long a limit may really take: by itself, extended, and paused where that hurts most."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from guifan.language.kinds.limit import Limit
from guifan.proof.calendar.clocks import Clocks
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
    """With every pause at its cap, all together at their worst place, then the extensions."""
    said = limit.within, limit.calendar, limit.pauses, limit.extension
    if said not in clocks.lengthened:
        clocks.lengthened[said] = _lengthened(clocks, limit, _paused(clocks, limit))
    return clocks.lengthened[said]


def _paused(clocks: Clocks, limit: Limit) -> Advance:
    whole = plain(clocks, limit)
    if not limit.pauses:
        return whole
    caps = [pause.cap for pause in limit.pauses]
    # Where the parts add up, it is all one where the limit is cut.
    ways = (clocks.in_turn([*one, *caps, *other], limit.calendar) for one, other in cuts(limit))
    return reduce(Advance.or_later, dict.fromkeys(ways), whole)


def cuts(limit: Limit) -> Iterator[tuple[tuple[Duration, ...], tuple[Duration, ...]]]:
    """What is done of the limit before a pause, and what after it, at every unit of the limit."""
    assert limit.within is not None
    amount, unit = limit.within.amount, limit.within.unit
    yield (), (limit.within,)
    step = max(Fraction(1), Fraction(amount) / SPLITS)
    done = step
    while done < amount:
        yield (Duration(int(done), unit),), (Duration(amount - int(done), unit),)
        done += step
    yield (limit.within,), ()


@dataclass(frozen=True, slots=True)
class Grant:
    """An extension that says how far it goes.

    Args:
        add: how much longer it makes the limit each time.
        times: how often it may be granted; at least once.
    """

    add: Duration
    times: int


def granted(limit: Limit) -> Grant | None:
    """The limit's extension; None where it has none, or one that leaves unsaid how far it goes."""
    extension = limit.extension
    if extension is None or extension.add is None or extension.times is None:
        return None
    times = extension.times.magnitude
    return Grant(extension.add, int(times)) if times >= 1 and times.denominator == 1 else None


def _lengthened(clocks: Clocks, limit: Limit, whole: Advance) -> Advance:
    grant = granted(limit)
    if grant is None:
        return whole
    return whole.then(clocks.advance(grant.add, limit.calendar).repeated(grant.times))
