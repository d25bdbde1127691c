"""Floors that the law sets differently for different cases, such as 城镇 and 农村.

A limit between the same events has to keep every floor of whose cases it holds any, whether it
names that floor or not.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.language.kinds.limit import Bound, Limit, Population
from guifan.language.kinds.regulation import Creditor, Floor, Measure, Regulation
from guifan.proof.calendar import promises
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case, overdue
from guifan.proof.law.floors import law_ends
from guifan.proof.scopes import alike, covers, moved, overlap
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.duration import Duration


@dataclass(frozen=True, slots=True)
class Branch:
    """A floor for some cases, and where it stands."""

    regulation: Regulation
    floor: Floor

    def broken(self, clocks: Clocks, limit: Limit) -> Case | None:
        """The worst case in which a limit that holds for some of its cases comes after it."""
        if not overlap(limit.applies, self.floor.scope) or not clocks.has(limit.calendar):
            return None
        try:
            own = promises.longest(clocks, limit)
            law = law_ends(clocks, self.floor, limit.calendar)
            return overdue(own, law, clocks.horizon)
        except OutOfHorizonError:
            return None


@dataclass(frozen=True, slots=True)
class Family:
    """Floors between the same events that differ by the cases, with the limits between those.

    Args:
        branches: the floors; at least two do not mean the same cases.
        limits: the company's, each for every case of its scope; at least one.
    """

    branches: tuple[Branch, ...]
    limits: tuple[Limit, ...]

    def lacking(self, branch: Branch) -> Limit | None:
        """A limit for the like cases of another branch, where none holds for those of this one.

        One for the town alone wants one for the country: of the same services and customers.
        """
        for limit in self.limits:
            wanted = moved(limit.applies, branch.floor.scope)
            if overlap(limit.applies, branch.floor.scope):
                continue
            if not any(covers(one.applies, wanted) for one in self.limits):
                return limit
        return None


def families(corpus: Corpus) -> Iterator[Family]:
    """The floors that differ by the cases, where the company has a limit between their events."""
    found: dict[tuple[str, str], list[Branch]] = {}
    for regulation in corpus.of(Regulation):
        for floor in regulation.floors:
            if _is_branch(floor) and floor.from_ and floor.to:
                found.setdefault((floor.from_, floor.to), []).append(Branch(regulation, floor))
    for (first, last), branches in found.items():
        limits = tuple(_between(corpus, first, last))
        scope = branches[0].floor.scope
        if limits and any(not alike(one.floor.scope, scope) for one in branches):
            yield Family(tuple(branches), limits)


def _is_branch(floor: Floor) -> bool:
    """Whether it is the longest that something may take, for cases that its fields tell."""
    return (
        floor.measure is Measure.MAXIMUM
        and floor.scope is not None
        and floor.owed_to is not Creditor.OTHER
        and isinstance(floor.value, Duration)
    )


def _between(corpus: Corpus, first: str, last: str) -> Iterator[Limit]:
    for limit in corpus.of(Limit):
        holds = limit.bound is Bound.AT_MOST and limit.population is Population.EVERY
        if limit.within is not None and holds and (limit.from_, limit.to) == (first, last):
            yield limit
