"""Working hours that fill whole days: from opening they end at close, from then on a day later."""

from __future__ import annotations

from datetime import date

import pytest

from guifan.temporal.advances import advance
from guifan.temporal.calendars import Calendar
from guifan.temporal.duration import Duration, Unit
from guifan.temporal.moments import Moment

OPEN, CLOSE = 8 * 3600 + 1800, 17 * 3600 + 1800
WEEK = (((OPEN, CLOSE),),) * 5 + ((), ())
MONDAY = 5
"""The fifth of January 2026."""


def at(day: int, second: int) -> Moment:
    return Moment(date(2026, 1, day), second)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        (at(MONDAY, OPEN), 9, at(MONDAY, CLOSE)),
        (at(MONDAY, OPEN + 1), 9, at(MONDAY + 1, OPEN + 1)),
        (at(MONDAY, 17 * 3600), 9, at(MONDAY + 1, 17 * 3600)),
        (at(MONDAY, CLOSE), 9, at(MONDAY + 1, CLOSE)),
        (at(MONDAY, 0), 18, at(MONDAY + 1, CLOSE)),
        (at(MONDAY, 12 * 3600), 18, at(MONDAY + 2, 12 * 3600)),
        (at(MONDAY + 4, 12 * 3600), 9, at(MONDAY + 7, 12 * 3600)),
    ],
)
def test_a_day_of_work_carries_a_start_to_the_same_hour(
    start: Moment, hours: int, end: Moment
) -> None:
    calendar = Calendar(date(2026, 1, 1), date(2026, 2, 28), WEEK, observes=False)
    duration = Duration(hours, Unit.WORKING_HOUR)
    assert calendar.deadline(start, duration) == end
    assert Moment.at(advance(calendar, duration)(start.point)) == end
