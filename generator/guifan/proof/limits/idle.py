"""Limits that never decide when something is due, because a general one always comes first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.language.kinds.limit import Limit, Population
from guifan.proof.calendar import promises
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import overdue
from guifan.proof.calendar.countable import is_countable
from guifan.proof.limits.bounds import Leg, binding, lasting, legs
from guifan.proof.limits.order import Order, order
from guifan.temporal.advances import Advance
from guifan.temporal.calendars import OutOfHorizonError


@dataclass(frozen=True, slots=True)
class Weighed:
    """A limit for every case, beside the others that stop at the same event.

    Args:
        leg: the limit.
        outer: one that binds the same cases, starts before it and yet is always due first, even
            if both started together and it were paused and extended as far as may be; None where
            there is none. Where limits lead from the one start to the other, T16 says so.
    """

    leg: Leg
    outer: Leg | None


def weighed(corpus: Corpus, clocks: Clocks) -> Iterator[Weighed]:
    """Every limit for every case that can be counted."""
    groups: dict[str, list[Leg]] = {}
    for one in legs(corpus):
        if one.limit.population is Population.EVERY and lasting(clocks, one.limit) is not None:
            groups.setdefault(one.stop, []).append(one)
    events, linked = order(corpus), _linked(groups)
    for group in groups.values():
        for leg in group:
            before = (
                other
                for other in group
                if events.before(other.start, leg.start)
                and leg.start not in linked.after(other.start)
                and other in _binding(group, other.start, leg)
            )
            # What starts later is due no sooner: so much is true of every deadline.
            idle = (
                other
                for other in before
                if _is_first(clocks, _longest(clocks, other.limit), lasting(clocks, leg.limit))
            )
            yield Weighed(leg, next(idle, None))


def _binding(group: list[Leg], start: str, leg: Leg) -> tuple[Leg, ...]:
    """Of the limits from one start, those for all the cases of another limit."""
    return binding([one for one in group if one.start == start], leg.limit.applies)


def _longest(clocks: Clocks, limit: Limit) -> Advance | None:
    """A limit with its pauses and extensions; None where it cannot be counted, or not so far."""
    if not is_countable(clocks, limit):
        return None
    try:
        return promises.longest(clocks, limit)
    except OutOfHorizonError:
        return None


def _is_first(clocks: Clocks, outer: Advance | None, inner: Advance | None) -> bool:
    """Whether one is never due after the other, from any start of both."""
    if outer is None or inner is None:
        return False
    return overdue(outer, inner, clocks.horizon) is None


def _linked(groups: Mapping[str, list[Leg]]) -> Order:
    """Which events limits lead to, from each."""
    following: dict[str, set[str]] = {}
    for stop, group in groups.items():
        for one in group:
            following.setdefault(one.start, set()).add(stop)
    return Order({event: frozenset(after) for event, after in following.items()})
