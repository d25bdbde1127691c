"""Limits that start together and stop at events one after the other: due in that order."""

from collections.abc import Iterator
from itertools import permutations

from guifan.language.kinds.limit import Population, Scope
from guifan.proof.limits.bounds import Leg, binding
from guifan.proof.limits.order import Order
from guifan.proof.scopes import covers


def successive(limits: tuple[Leg, ...], order: Order) -> Iterator[tuple[Leg, Leg]]:
    """Two limits for every case that start at one event, the one that stops first before the other.

    Only such as bind the same cases: the cases of the one are all among those of the other, and
    neither gives way there to a limit that is written for fewer.
    """
    groups: dict[str, list[Leg]] = {}
    for one in limits:
        if one.limit.population is Population.EVERY:
            groups.setdefault(one.start, []).append(one)
    for group in groups.values():
        for earlier, later in permutations(group, 2):
            if order.before(earlier.stop, later.stop) and _bind_together(earlier, later, group):
                yield earlier, later


def _bind_together(one: Leg, other: Leg, group: list[Leg]) -> bool:
    """Whether both bind the cases of the narrower of their scopes."""
    mine, its = one.limit.applies, other.limit.applies
    if covers(mine, its):
        shared = its
    elif covers(its, mine):
        shared = mine
    else:
        return False
    return _binds(one, shared, group) and _binds(other, shared, group)


def _binds(one: Leg, scope: Scope | None, group: list[Leg]) -> bool:
    return one in binding((other for other in group if other.stop == one.stop), scope)
