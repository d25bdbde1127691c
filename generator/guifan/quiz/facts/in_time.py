"""Whether a case was done in time."""

from collections.abc import Hashable, Iterator
from dataclasses import replace

from guifan.quiz.fact import Fact
from guifan.quiz.facts import due
from guifan.quiz.ground import Ground
from guifan.quiz.sort import Sort
from guifan.temporal.moments import Moment


def _facts(ground: Ground) -> Iterator[Fact]:
    for fact in due.SORT.facts(ground):
        yield replace(fact, sort="in-time")


def _value(ground: Ground, fact: Fact, case: Hashable) -> Hashable:
    """Whether what started at one moment and ended at another was in time."""
    assert isinstance(case, tuple)
    start, end = case
    latest = due.SORT.value(ground, fact, start)
    return end <= latest if isinstance(latest, Moment) else None


SORT = Sort("in-time", _facts, _value)
