"""Limits in time against one another: which of two is due after the other, from which start."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.language.kinds.event import Event
from guifan.language.kinds.limit import Bound, Limit, Scope
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case, overdue
from guifan.proof.calendar.countable import uncountable
from guifan.proof.limits.titles import stops_elsewhere
from guifan.proof.scopes import covers
from guifan.temporal.advances import Advance
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.duration import Duration


@dataclass(frozen=True, slots=True)
class Leg:
    """A limit of the time from one event to another.

    Args:
        limit: says how long.
        start: the id of the event that starts its clock.
        stop: the id of the one that stops it.
    """

    limit: Limit
    start: str
    stop: str


def legs(corpus: Corpus, bound: Bound = Bound.AT_MOST) -> tuple[Leg, ...]:
    """Every limit of the most, or the least, that may pass between two events that are there.

    One whose title names another stop than its clock has is left out: T19 says it, and nobody
    knows yet which of the two is meant.
    """
    return tuple(_legs(corpus, bound))


def _legs(corpus: Corpus, bound: Bound) -> Iterator[Leg]:
    for limit in corpus.of(Limit):
        start, stop = corpus.one(Event, limit.from_), corpus.one(Event, limit.to)
        if limit.within is None or limit.bound is not bound or stops_elsewhere(corpus, limit):
            continue
        if start is not None and stop is not None and start.id != stop.id:
            yield Leg(limit, start.id, stop.id)


def binding(ones: Iterable[Leg], scope: Scope | None) -> tuple[Leg, ...]:
    """Which of the limits between the same events bind the cases of a scope.

    What is written for these cases, or for fewer of the others, stands in place of what is general.
    """
    fitting = [one for one in ones if covers(one.limit.applies, scope)]
    return tuple(one for one in fitting if not any(_is_special(other, one) for other in fitting))


def _is_special(one: Leg, other: Leg) -> bool:
    """Whether the one is written for some of the other's cases only."""
    mine, its = one.limit.applies, other.limit.applies
    return covers(its, mine) and not covers(mine, its)


def length(limit: Limit) -> Duration | None:
    """How much time a limit gives: between two events, or as a value of its own."""
    if limit.within is not None:
        return limit.within
    return limit.value if isinstance(limit.value, Duration) else None


def carried(clocks: Clocks, duration: Duration, calendar: str | None) -> Advance | None:
    """How far a duration carries every start; None where it cannot be counted, or not so far."""
    if uncountable(clocks, duration, calendar):
        return None
    try:
        return clocks.advance(duration, calendar)
    except OutOfHorizonError:
        return None


def lasting(clocks: Clocks, limit: Limit) -> Advance | None:
    """How far a limit by itself carries every start; None where it cannot be counted."""
    duration = length(limit)
    return None if duration is None else carried(clocks, duration, limit.calendar)


def later(clocks: Clocks, one: Limit, other: Limit) -> Case | None:
    """The worst case in which the one limit is due after the other; None where there is none."""
    mine, its = lasting(clocks, one), lasting(clocks, other)
    return None if mine is None or its is None else overdue(mine, its, clocks.horizon)
