"""Whether the steps of a procedure keep its promise, whenever its clock starts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from guifan.corpus.graph import Corpus
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.procedure import Procedure, Step
from guifan.proof import promises
from guifan.proof.clocks import Clocks
from guifan.proof.compared import Case, overdue, tightest
from guifan.proof.paths import Run
from guifan.temporal.advances import Advance
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.duration import Duration
from guifan.temporal.moments import DAY, Moment

WIDEST = 1_000
"""How many times its value a promise is widened at most in search of one that would hold."""


@dataclass(frozen=True, slots=True)
class Overrun:
    """Steps that, each using its whole time, do not keep the promise.

    Args:
        case: the start from which they are latest; ``other`` is when the promise ends.
        steps: the fewest steps that overrun by themselves from that start.
        fits: the least value in the promise's unit that would hold; None where none was found.
    """

    case: Case
    steps: tuple[str, ...]
    fits: Duration | None


@dataclass(frozen=True)
class Promised:
    """A procedure with the promise that it has to keep.

    Args:
        clocks: the manual's calendars.
        corpus: where the steps' limits stand.
        procedure: the steps.
        promise: the limit in time that they have to keep.
    """

    clocks: Clocks
    corpus: Corpus
    procedure: Procedure
    promise: Limit

    @property
    def first(self) -> str:
        """The step with which the promise's clock starts."""
        return self.procedure.promise_from or self.procedure.steps[0].id

    @property
    def last(self) -> str:
        """The step with which it stops."""
        return self.procedure.promise_to or self.procedure.steps[-1].id

    def latest_end(self, lengths: Mapping[str, Advance]) -> Advance | None:
        """When the last step ends at worst, if the steps take these times."""
        whole = promises.plain(self.clocks, self.promise)
        return Run(self.procedure, lengths, whole.repeated(0)).latest_end(self.first, self.last)

    def overrun(self) -> Overrun | None:
        """What breaks the promise worst, or None where nothing does.

        In the years with an arrangement of holidays, if it breaks there, else in those without.

        Raises:
            OutOfHorizonError: the steps together are longer than the calendars.
        """
        lengths = dict(self._lengths())
        ends = self.latest_end(lengths)
        if ends is None:
            return None
        horizon = self.clocks.horizon
        case = overdue(ends, promises.plain(self.clocks, self.promise), horizon)
        if case is None:
            return None
        last = next(day for day in horizon.ends if case.start.day <= day)
        return Overrun(case, self._conflicting(lengths, case), self._fitting(ends, last))

    def _conflicting(self, lengths: Mapping[str, Advance], case: Case) -> tuple[str, ...]:
        """Steps left out as long as the others still overrun."""
        kept = dict(lengths)
        for name in lengths:
            rest = {other: kept[other] for other in kept if other != name}
            ends = self.latest_end(rest)
            if ends is not None and ends(case.start.point) > case.other.point:
                kept = rest
        return tuple(kept)

    def _fitting(self, ends: Advance, last: date) -> Duration | None:
        assert self.promise.within is not None
        unit, low = self.promise.within.unit, int(self.promise.within.amount)
        high = low
        while high < low * WIDEST and not self._fits(ends, Duration(high, unit), last):
            high *= 2
        if not self._fits(ends, Duration(high, unit), last):
            return None
        while high - low > 1:
            middle = (low + high) // 2
            fits = self._fits(ends, Duration(middle, unit), last)
            low, high = (low, middle) if fits else (middle, high)
        return Duration(high, unit)

    def _fits(self, ends: Advance, value: Duration, last: date) -> bool:
        try:
            wider = self.clocks.advance(value, self.promise.calendar)
        except OutOfHorizonError:
            return False
        first = Moment(self.clocks.horizon.first, 0)
        return tightest(ends, wider, first, Moment(last, DAY)).spare >= 0

    def _lengths(self) -> Iterator[tuple[str, Advance]]:
        for step in self.procedure.steps:
            parts = list(self._parts(step))
            if parts:
                whole = parts[0]
                for part in parts[1:]:
                    whole = whole.then(part)
                yield step.id, whole

    def _parts(self, step: Step) -> Iterator[Advance]:
        """What a step takes, one after the other: handing over, waiting, the customer, the work."""
        for duration in (step.handover, step.wait, step.cap):
            if duration is not None:
                yield self.clocks.advance(duration, self.promise.calendar)
        limit = self.corpus.one(Limit, step.limit)
        if limit is not None and limit.within is not None:
            yield promises.plain(self.clocks, limit)
        elif step.within is not None:
            yield self.clocks.advance(step.within, self.promise.calendar)


def promised(clocks: Clocks, corpus: Corpus) -> Iterator[Promised]:
    """Every procedure with a promise in time."""
    for procedure in corpus.of(Procedure):
        promise = corpus.one(Limit, procedure.promise)
        if promise is not None and promise.within is not None and procedure.steps:
            yield Promised(clocks, corpus, procedure, promise)
