"""Lengths of time that come back, compared over the calendar."""

from guifan.proof.clocks import Clocks
from guifan.proof.compared import overdue
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
