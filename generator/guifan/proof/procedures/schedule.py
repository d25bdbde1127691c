"""When each step of a procedure ends at worst, from the start that is hardest on its promise."""

from collections.abc import Mapping
from dataclasses import dataclass

from guifan.language.kinds.procedure import Procedure, Repeat, Step
from guifan.proof.calendar.compared import Case, longest, tightest
from guifan.proof.procedures.kept import Span
from guifan.proof.procedures.paths import ways
from guifan.proof.procedures.stretches import Stretch
from guifan.temporal.advances import Advance
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.moments import DAY, Moment


@dataclass(frozen=True, slots=True)
class Slot:
    """A step from its latest beginning to its latest end, gone through as often as it may be."""

    step: Step
    begin: Moment
    end: Moment


@dataclass(frozen=True, slots=True)
class Schedule:
    """The steps of a stretch as late as they may be.

    Args:
        case: from when; ``end`` is when the last step ends, ``other`` when it is due.
        slots: the steps that a way leads to, as written.
    """

    case: Case
    slots: tuple[Slot, ...]


def schedule(span: Span) -> Schedule | None:
    """The worst start of a stretch in the years with an arrangement of holidays.

    Of the starts that leave least time it is the one from which the clock runs most days, if that
    is one of them, and else the first. None where there is no such year, no way leads to the end,
    a step does not say how long it may take, or it all goes on beyond the calendars.
    """
    horizon = span.timed.clocks.horizon
    if horizon.proven < horizon.first:
        return None
    try:
        lengths = {step.id: span.timed.longest(step) for step in span.steps}
        known = {name: one for name, one in lengths.items() if one is not None}
        whole = span.latest_end(known)
        if whole is None or len(known) < len(lengths):
            return None
        first, last = Moment(horizon.first, 0), Moment(horizon.proven, DAY)
        begin = longest(span.due, first, last).start
        slowest = Case(begin, _at(whole, begin), _at(span.due, begin))
        case = min(slowest, tightest(whole, span.due, first, last), key=lambda one: one.spare)
        return Schedule(case, _slots(span, known, case))
    except OutOfHorizonError:
        return None


def _at(ends: Advance, start: Moment) -> Moment:
    return Moment.at(ends(start.point))


def _slots(span: Span, lengths: Mapping[str, Advance], case: Case) -> tuple[Slot, ...]:
    ends: dict[str, Moment] = {}
    for step in span.steps:
        stretch = Stretch(
            span.stretch.first, step.id, span.stretch.after, span.stretch.stops - {step.id}
        )
        end = Span(span.timed, stretch, span.due).latest_end(lengths)
        if end is not None:
            ends[step.id] = _at(end, case.start)
    return tuple(
        Slot(step, _begin(span.timed.procedure, step, ends, case.start), ends[step.id])
        for step in span.steps
        if step.id in ends
    )


def _begin(procedure: Procedure, step: Step, ends: Mapping[str, Moment], start: Moment) -> Moment:
    """When the last of the steps before it ends; the start where there is none."""
    order = {one.id: at for at, one in enumerate(procedure.steps)}
    before = [
        ends[way.source]
        for way in ways(procedure)
        if way.target == step.id
        and way.source in ends
        and order[way.source] < order[step.id]
        and not isinstance(way.why, Repeat)
    ]
    return max(before, default=start)
