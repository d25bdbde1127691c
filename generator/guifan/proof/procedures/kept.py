"""Whether the steps of a procedure keep the clocks that run over them, whenever these start."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from guifan.corpus.graph import Corpus
from guifan.language.kinds.limit import Bound, Limit, Population
from guifan.language.kinds.procedure import Procedure, Step
from guifan.language.nodes import Path
from guifan.proof.calendar import promises
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case, overdue, tightest
from guifan.proof.calendar.countable import is_countable, uncountable
from guifan.proof.lengths import cap
from guifan.proof.procedures.paths import Run
from guifan.proof.procedures.stretches import Stretch, between, promised
from guifan.temporal.advances import Advance, passing
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.duration import Duration
from guifan.temporal.moments import DAY, Moment

WIDEST = 1_000
"""How many times its value a limit is widened at most in search of one that would hold."""

SIFTED = 100
"""Of more steps than these nobody wants to know which of them overrun by themselves."""


def counting(corpus: Corpus, procedure: Procedure) -> str | None:
    """The calendar by which the steps' own times are counted; None where there is none."""
    promise = corpus.one(Limit, procedure.promise)
    return procedure.calendar or (promise.calendar if promise else None)


def waits(step: Step) -> tuple[Duration, ...]:
    """What passes before a step begins, however quick everybody is."""
    return tuple(time for time in (step.handover, step.wait) if time is not None)


@dataclass(frozen=True)
class Timed:
    """A procedure with the times that its steps take.

    Args:
        clocks: the manual's calendars.
        corpus: where the steps' limits stand.
        procedure: the steps.
    """

    clocks: Clocks
    corpus: Corpus
    procedure: Procedure
    _longest: dict[str, Advance | None] = field(default_factory=dict)

    @cached_property
    def calendar(self) -> str | None:
        """The calendar by which the steps' own times are counted."""
        return counting(self.corpus, self.procedure)

    def can_count(self, steps: tuple[Step, ...]) -> bool:
        """Whether every time of these steps can be counted."""
        return all(
            uncountable(self.clocks, time, calendar) is None
            for step in steps
            for time, calendar in (*self._times(step), *self._waits(step))
        )

    def longest(self, step: Step) -> Advance | None:
        """What a step takes at worst, one after the other; None where it takes no time.

        Handing over, waiting, the customer, the work.
        """
        if step.id not in self._longest:
            self._longest[step.id] = self._together(self._times(step))
        return self._longest[step.id]

    def soonest(self, step: Step) -> Advance | None:
        """What a step takes at the soonest; None where it takes no time."""
        return self._together(self._waits(step))

    def _waits(self, step: Step) -> Iterator[tuple[Duration, str | None]]:
        return ((time, self.calendar) for time in waits(step))

    def _together(self, times: Iterable[tuple[Duration, str | None]]) -> Advance | None:
        whole: Advance | None = None
        for time, calendar in times:
            part = self.clocks.advance(time, calendar)
            whole = whole.then(part) if whole else part
        return whole

    def running(self, step: Step) -> Limit | None:
        """The step's own limit, where its clock runs before the step begins.

        That is, from an event of the procedure that has happened by then.
        """
        limit = self.corpus.one(Limit, step.limit)
        if limit is None or not _is_latest(limit):
            return None
        order = [one.id for one in self.procedure.steps].index(step.id)
        return limit if self._happens.get(limit.from_ or "", order) < order else None

    @cached_property
    def _happens(self) -> Mapping[str, int]:
        """By event of the procedure: at which step it happens first, -1 for before all of them."""
        steps = enumerate(self.procedure.steps)
        found = {step.ends: at for at, step in reversed([*steps]) if step.ends}
        return {**found, self.procedure.starts: -1} if self.procedure.starts else found

    def _times(self, step: Step) -> Iterator[tuple[Duration, str | None]]:
        """What a step takes at worst, each with the calendar that counts it.

        Its waiting is part of a limit that already runs, and comes before any other time.
        """
        limit = self.corpus.one(Limit, step.limit)
        if not self.running(step):
            yield from self._waits(step)
            if customers := cap(self.corpus, step):
                by = customers.limit.calendar if customers.limit else None
                yield customers.time, by or self.calendar
        if limit is not None and limit.within is not None:
            yield limit.within, limit.calendar
        elif step.within is not None:
            yield step.within, self.calendar


End = Callable[[Mapping[str, Advance], Moment | None], Advance | None]
"""When steps end, by what each takes, as of one start or all; None where no way leads there."""


@dataclass(frozen=True, slots=True)
class Overrun:
    """Steps that end too late.

    Args:
        ends: when the last of them ends, for every start.
        case: the start from which they are latest; ``other`` is when they are due.
        steps: the ids of the fewest steps that overrun by themselves from that start.
        culprit: the one that does so alone; None where no step does, or several do.
    """

    ends: Advance
    case: Case
    steps: tuple[str, ...]
    culprit: str | None = None


def _alone(end: End, lengths: Mapping[str, Advance], case: Case) -> tuple[str, ...]:
    """The ids of the steps of which each overruns a case by itself, if they are not too many."""
    if len(lengths) > SIFTED:
        return ()
    found = ((name, end({name: length}, case.start)) for name, length in lengths.items())
    return tuple(name for name, ends in found if ends and ends(case.start.point) > case.other.point)


def _conflicting(end: End, lengths: Mapping[str, Advance], case: Case) -> tuple[str, ...]:
    """The ids of steps left out as long as the others still overrun in a case."""
    kept = dict(lengths)
    for name in lengths if len(lengths) <= SIFTED else ():
        rest = {other: kept[other] for other in kept if other != name}
        ends = end(rest, case.start)
        if ends is not None and ends(case.start.point) > case.other.point:
            kept = rest
    return tuple(kept)


@dataclass(frozen=True)
class Span:
    """A stretch of a procedure with the time in which it has to be done.

    Args:
        timed: the procedure.
        stretch: where the clock runs.
        due: when it ends, for every start.
    """

    timed: Timed
    stretch: Stretch
    due: Advance

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that may lie on it, as written."""
        return self.stretch.steps(self.timed.procedure)

    def latest_end(
        self, lengths: Mapping[str, Advance], start: Moment | None = None
    ) -> Advance | None:
        """When its last step ends at worst, if the steps take these times.

        Args:
            lengths: what they take, by their ids.
            start: the only one that matters; without one, every start does.

        Raises:
            OutOfHorizonError: it ends beyond the calendars from every start.
        """
        run = self._run(lengths, start)
        ends = run.latest_after if self.stretch.after else run.latest_end
        return ends(self.stretch.first, self.stretch.last)

    def earliest_end(
        self, lengths: Mapping[str, Advance], start: Moment | None = None
    ) -> Advance | None:
        """When its last step ends at the soonest, if the steps take these times.

        Args:
            lengths: what they take, by their ids.
            start: the only one that matters; without one, every start does.

        Raises:
            OutOfHorizonError: it ends beyond the calendars from every start.
        """
        run = self._run(lengths, start)
        ends = run.earliest_after if self.stretch.after else run.earliest_end
        return ends(self.stretch.first, self.stretch.last)

    def late(self) -> Overrun | None:
        """What ends too late, worst of all, where every step uses its whole time.

        Raises:
            OutOfHorizonError: the steps together are longer than the calendars.
        """
        lengths = {step.id: one for step in self.steps if (one := self.timed.longest(step))}
        return self._overrun(self.latest_end, lengths)

    def waiting(self) -> Overrun | None:
        """What ends too late, worst of all, however quick everybody is.

        Raises:
            OutOfHorizonError: the waits together are longer than the calendars.
        """
        lengths = {step.id: one for step in self.steps if (one := self.timed.soonest(step))}
        return self._overrun(self.earliest_end, lengths) if lengths else None

    def _overrun(self, end: End, lengths: Mapping[str, Advance]) -> Overrun | None:
        """What is late in the years with an arrangement of holidays; else in those without."""
        ends = end(lengths, None)
        case = overdue(ends, self.due, self.timed.clocks.horizon) if ends else None
        if ends is None or case is None:
            return None
        alone = _alone(end, lengths, case)
        if len(alone) == 1:
            return Overrun(ends, case, alone, alone[0])
        return Overrun(ends, case, _conflicting(end, lengths, case))

    def _run(self, lengths: Mapping[str, Advance], start: Moment | None) -> Run:
        unmoved = self.due.repeated(0)
        horizon = self.timed.clocks.horizon
        first, last = start or Moment(horizon.first, 0), start or Moment(horizon.last, DAY)
        only = passing(0, first.point, last.point)
        return Run(self.timed.procedure, lengths, unmoved, self.stretch.stops, only)


@dataclass(frozen=True)
class Kept:
    """A limit in time that a stretch of a procedure has to keep.

    Args:
        span: the stretch, with when the limit ends.
        limit: the limit.
        path: where the procedure names it.
    """

    span: Span
    limit: Limit
    path: Path

    def fitting(self, overrun: Overrun) -> Duration | None:
        """The least value in the limit's unit that would hold; None where none was found."""
        assert self.limit.within is not None
        horizon = self.span.timed.clocks.horizon
        last = next(day for day in horizon.ends if overrun.case.start.day <= day)
        unit, low = self.limit.within.unit, int(self.limit.within.amount)
        widest, high = max(low, 1) * WIDEST, max(low, 1)
        while high < widest and not self._fits(overrun.ends, Duration(high, unit), last):
            high *= 2
        if not self._fits(overrun.ends, Duration(high, unit), last):
            return None
        while high - low > 1:
            middle = (low + high) // 2
            fits = self._fits(overrun.ends, Duration(middle, unit), last)
            low, high = (low, middle) if fits else (middle, high)
        return Duration(high, unit)

    def _fits(self, ends: Advance, value: Duration, last: date) -> bool:
        clocks = self.span.timed.clocks
        try:
            wider = clocks.advance(value, self.limit.calendar)
        except OutOfHorizonError:
            return False
        first = Moment(clocks.horizon.first, 0)
        return tightest(ends, wider, first, Moment(last, DAY)).spare >= 0


def kept(clocks: Clocks, corpus: Corpus) -> Iterator[Kept]:
    """Every limit that steps have to keep: the promises, and those between events of a procedure.

    A limit that is the last step's own is kept by definition. Where a time cannot be counted, or
    the limit is longer than the calendars, nothing is said.
    """
    for procedure in corpus.each(Procedure):
        yield from kept_in(clocks, corpus, procedure)


def kept_in(clocks: Clocks, corpus: Corpus, procedure: Procedure) -> Iterator[Kept]:
    """The limits that the steps of one procedure have to keep."""
    timed = Timed(clocks, corpus, procedure)
    for limit, path, stretch in clocked(corpus, procedure):
        if not (is_countable(clocks, limit) and timed.can_count(stretch.steps(procedure))):
            continue
        try:
            due = promises.plain(clocks, limit)
        except OutOfHorizonError:
            continue
        yield Kept(Span(timed, stretch, due), limit, path)


@dataclass(frozen=True)
class Waiting:
    """A step that waits while the clock of its own limit already runs.

    Args:
        timed: its procedure.
        step: the step.
        limit: the limit in time that is the step's.
    """

    timed: Timed
    step: Step
    limit: Limit

    def overrun(self) -> Case | None:
        """The worst case in which the wait alone is longer than the limit; None for no such.

        Raises:
            OutOfHorizonError: one of them is longer than the calendars.
        """
        clocks = self.timed.clocks
        waited = self.timed.soonest(self.step)
        due = promises.plain(clocks, self.limit)
        return overdue(waited, due, clocks.horizon) if waited else None


def waiting(clocks: Clocks, corpus: Corpus) -> Iterator[Waiting]:
    """Every step that waits within its own limit, where both can be counted."""
    for procedure in corpus.of(Procedure):
        timed = Timed(clocks, corpus, procedure)
        for step in procedure.steps:
            limit = timed.running(step)
            if limit is not None and waits(step) and timed.can_count((step,)):
                yield Waiting(timed, step, limit)


def clocked(corpus: Corpus, procedure: Procedure) -> Iterator[tuple[Limit, Path, Stretch]]:
    """Where the clocks of a procedure's limits run, and where it names them."""
    promise = corpus.one(Limit, procedure.promise)
    stretch = promised(procedure)
    if promise is not None and stretch is not None and _is_latest(promise):
        yield promise, ("promise",), stretch
    own = {step.id: corpus.one(Limit, step.limit) for step in procedure.steps}
    seen = {promise.id} if promise else set()
    for at, name in enumerate(procedure.limits):
        limit = corpus.one(Limit, name)
        if limit is None or limit.id in seen or not _is_latest(limit):
            continue
        seen.add(limit.id)
        if limit.population is not Population.EVERY:
            continue
        for stretch in between(procedure, limit.from_, limit.to):
            if own[stretch.last] != limit:
                yield limit, ("limits", at), stretch


def _is_latest(limit: Limit) -> bool:
    return limit.within is not None and limit.bound is Bound.AT_MOST


def told_by_steps(clocks: Clocks, corpus: Corpus, limit: Limit, others: tuple[Limit, ...]) -> bool:
    """Whether steps that overrun a limit are held to one of some others: then T03 says it."""
    names = {other.id for other in others}
    for one in kept(clocks, corpus):
        if one.limit.id != limit.id:
            continue
        with suppress(OutOfHorizonError):
            overrun = one.span.late()
            held = {step.limit for step in one.span.steps if overrun and step.id in overrun.steps}
            if held & names:
                return True
    return False
