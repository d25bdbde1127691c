"""Limits of one thing that differ in nothing but for whom, where or how grave it is."""

import re
from collections.abc import Hashable, Iterator

from guifan.corpus.graph import Corpus
from guifan.language.kinds.event import Event
from guifan.language.kinds.limit import Bound, Limit, Scope
from guifan.proof.limits.bounds import length
from guifan.proof.scopes import named

TAXONOMIES = {
    "customers": "customer-class",
    "area": "area",
    "grade": "event-grade",
    "levels": "response-level",
}
"""The fields of a scope by which limits may vary, and what their values are members of."""


def variants(corpus: Corpus, axis: str) -> Iterator[tuple[Limit, ...]]:
    """The limits of the most time that are alike but for one field of their scopes, in groups.

    Those between two events are alike if the events are the same. Those that are a value by
    themselves have no other name for what they are of than their titles, which must be the same
    but for the names of the members.
    """
    groups: dict[Hashable, list[Limit]] = {}
    for limit in corpus.of(Limit):
        if limit.bound is Bound.AT_MOST and length(limit) is not None:
            groups.setdefault(_sameness(corpus, limit, axis), []).append(limit)
    yield from (tuple(group) for group in groups.values() if len(group) > 1)


def beside(corpus: Corpus, limit: Limit) -> Iterator[tuple[str, tuple[Limit, ...]]]:
    """By each field of the scope in which a limit alone varies: it, and those that it varies from.

    A group in which two are for the same cases says nothing of whom each is for.
    """
    if limit.bound is not Bound.AT_MOST or length(limit) is None:
        return
    ends = limit.from_, limit.to
    others = corpus.mentions(Limit, limit.to) if limit.to else corpus.of(Limit)
    near = [one for one in others if (one.from_, one.to) == ends and one.bound is limit.bound]
    for axis in TAXONOMIES:
        own = _sameness(corpus, limit, axis)
        group = tuple(
            one for one in near if length(one) is not None and _sameness(corpus, one, axis) == own
        )
        if len({named(one.applies, axis) for one in group}) == len(group) > 1:
            yield axis, group


def _sameness(corpus: Corpus, limit: Limit, axis: str) -> Hashable:
    """What all limits of a group have in common."""
    rest = tuple(named(limit.applies, name) for name in Scope.model_fields if name != axis)
    population = limit.population, limit.share
    if limit.within is None:
        return _stem(corpus, limit, axis), population, rest
    events = (corpus.one(Event, name) for name in (limit.from_, limit.to))
    ends = tuple(event.id if event else None for event in events)
    # A limit between events that are not there is like no other.
    return ends if None not in ends else limit.id, population, rest


def _stem(corpus: Corpus, limit: Limit, axis: str) -> str:
    """A title without the names of the members for which it is.

    Several may be drawn together in brackets at its end, as in ``演练间隔（Ⅰ、Ⅱ级）``.
    """
    title = limit.title
    members = corpus.members(TAXONOMIES[axis])
    own = [members[name].title for name in named(limit.applies, axis) if name in members]
    end = _BRACKETS.search(title)
    if len(own) > 1 and end and set(end[1]) <= {*_LISTING, *"".join(own)}:
        return title[: end.start()]
    for name in own:
        title = title.replace(name, "")
    return title


_BRACKETS = re.compile("[（(]([^（）()]+)[）)]$")
_LISTING = "、和及至 "
