"""Limits against the floors that the law sets for them."""

from collections.abc import Iterator
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.language.kinds.limit import Bound, Limit, Population
from guifan.language.kinds.regulation import Floor, FloorStart, Regulation, Verification
from guifan.proof import promises
from guifan.proof.clocks import Clocks
from guifan.proof.compared import Case, overdue
from guifan.temporal.advances import Advance
from guifan.temporal.duration import Dimension, Duration, Unit
from guifan.temporal.measure import Measure, comparable
from guifan.temporal.moments import DAY


@dataclass(frozen=True)
class Bounded:
    """A limit with the floor that it names.

    Args:
        limit: the company's own.
        regulation: where the floor stands.
        floor: what the law asks.
    """

    limit: Limit
    regulation: Regulation
    floor: Floor

    @property
    def warns(self) -> bool:
        """Whether the figure of the law still has to be checked, so that it cannot fail a build."""
        return self.floor.verification is Verification.MEM

    @property
    def is_latest(self) -> bool:
        """Whether both are the longest that something may take."""
        return (
            self.limit.within is not None
            and isinstance(self.floor.value, Duration)
            and self.limit.bound is self.floor.bound is Bound.AT_MOST
        )

    def law(self, clocks: Clocks) -> Advance:
        """When the law's time ends: at close of the limit's own calendar, never moved."""
        value = self.floor.value
        assert isinstance(value, Duration)
        if self.floor.starts is FloorStart.INSTANT and value.dimension is Dimension.DAYS:
            value = Duration(value.amount * DAY, Unit.SECOND)
        return clocks.advance(value, self.limit.calendar, legal=True)

    def overdue(self, clocks: Clocks) -> Case | None:
        """The worst case in which the limit, extended and paused as far as may be, breaks it."""
        own = promises.longest(clocks, self.limit)
        return overdue(own, self.law(clocks), clocks.horizon)

    @property
    def is_looser(self) -> bool:
        """Whether its value is on the wrong side of the law's, where no calendar is needed."""
        own, law = self.limit.amount, self.floor.value
        if not (isinstance(own, Measure) and isinstance(law, Measure) and comparable(own, law)):
            return False
        return own < law if self.floor.bound is Bound.AT_LEAST else own > law

    @property
    def share_is_lower(self) -> bool:
        """Whether it holds for a smaller share of the cases than the law asks."""
        if self.floor.share is None or self.limit.population is Population.EVERY:
            return False
        return self.limit.share is None or self.limit.share < self.floor.share


def bounded(corpus: Corpus) -> Iterator[Bounded]:
    """Every limit that names a floor."""
    for limit in corpus.of(Limit):
        one = bounded_by(corpus, limit)
        if one is not None:
            yield one


def bounded_by(corpus: Corpus, limit: Limit) -> Bounded | None:
    """A limit with the floor that it names; None where it names none."""
    target = corpus.resolve(limit.floor) if limit.floor else None
    if target and isinstance(target.part, Floor) and isinstance(target.item, Regulation):
        return Bounded(limit, target.item, target.part)
    return None
