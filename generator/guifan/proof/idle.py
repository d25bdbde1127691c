"""Limits that never decide when something is due, because a general one always comes first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.language.kinds.limit import Population
from guifan.proof.bounds import Leg, lasting, later, legs
from guifan.proof.clocks import Clocks
from guifan.proof.order import Order, order
from guifan.proof.scopes import alike


@dataclass(frozen=True, slots=True)
class Weighed:
    """A limit for every case, beside the others that stop at the same event.

    Args:
        leg: the limit.
        outer: one for the same cases that starts before it and yet is always due first, even if
            both started together; None where there is none. Where limits lead from the one start
            to the other, T16 says so.
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
                if alike(leg.limit.applies, other.limit.applies)
                and events.before(other.start, leg.start)
                and leg.start not in linked.after(other.start)
            )
            # What starts later is due no sooner: so much is true of every deadline.
            idle = (other for other in before if later(clocks, other.limit, leg.limit) is None)
            yield Weighed(leg, next(idle, None))


def _linked(groups: Mapping[str, list[Leg]]) -> Order:
    """Which events limits lead to, from each."""
    following: dict[str, set[str]] = {}
    for stop, group in groups.items():
        for one in group:
            following.setdefault(one.start, set()).add(stop)
    return Order({event: frozenset(after) for event, after in following.items()})
