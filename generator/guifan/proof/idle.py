"""Limits that never decide when something is due, because a general one always comes first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations

from guifan.corpus.graph import Corpus
from guifan.language.kinds.limit import Population
from guifan.proof.bounds import Leg, lasting, later, legs
from guifan.proof.clocks import Clocks
from guifan.proof.order import Order, order
from guifan.proof.scopes import alike


@dataclass(frozen=True, slots=True)
class Nested:
    """Two limits for the same cases that stop at one event, the one starting after the other.

    Args:
        inner: the one that starts later.
        outer: the one that starts before it.
        is_idle: whether the inner one is never due first, even if both started together; where
            limits lead from the one start to the other, T16 says so.
    """

    inner: Leg
    outer: Leg
    is_idle: bool


def nested(corpus: Corpus, clocks: Clocks) -> Iterator[Nested]:
    """Every such pair of limits for every case that can be counted."""
    groups: dict[str, list[Leg]] = {}
    for one in legs(corpus):
        if one.limit.population is Population.EVERY and lasting(clocks, one.limit) is not None:
            groups.setdefault(one.stop, []).append(one)
    events, linked = order(corpus), _linked(groups)
    for group in groups.values():
        for inner, outer in permutations(group, 2):
            same = alike(inner.limit.applies, outer.limit.applies)
            if same and events.before(outer.start, inner.start):
                apart = inner.start not in linked.after(outer.start)
                # What starts later is due no sooner: so much is true of every deadline.
                is_idle = apart and later(clocks, outer.limit, inner.limit) is None
                yield Nested(inner, outer, is_idle)


def _linked(groups: Mapping[str, list[Leg]]) -> Order:
    """Which events limits lead to, from each."""
    following: dict[str, set[str]] = {}
    for stop, group in groups.items():
        for one in group:
            following.setdefault(one.start, set()).add(stop)
    return Order({event: frozenset(after) for event, after in following.items()})
