"""Lengths of time that come back, compared over the calendar."""

from guifan.language.kinds.limit import Limit
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import overdue
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.duration import Dimension, Duration
from guifan.temporal.measure import comparable

_WORKING = (Dimension.WORKING_SECONDS, Dimension.WORKING_DAYS)


def longer(clocks: Clocks, one: Duration, other: Duration) -> bool:
    """Whether one of two stretches ends after the other from some start.

    Working time, for which no calendar is named here, only compares with its like; what is longer
    than the calendars is not judged.
    """
    if comparable(one, other):
        return one > other
    if one.dimension in _WORKING or other.dimension in _WORKING:
        return False
    try:
        ends = clocks.advance(one, None), clocks.advance(other, None)
    except OutOfHorizonError:
        return False
    return overdue(*ends, clocks.horizon) is not None


def later_than(clocks: Clocks | None, one: Limit, other: Limit) -> bool:
    """Whether a limit is due after another from some start, each by its own calendar."""
    if one.within is None or other.within is None:
        return False
    if comparable(one.within, other.within) and one.calendar == other.calendar:
        return one.within > other.within
    if clocks is None or not (clocks.has(one.calendar) and clocks.has(other.calendar)):
        return False
    try:
        ends = (
            clocks.advance(one.within, one.calendar),
            clocks.advance(other.within, other.calendar),
        )
    except OutOfHorizonError:
        return False
    return overdue(*ends, clocks.horizon) is not None
