"""Clocks that are put forward and back, second by second against the zone database."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guifan.temporal.advances import advance
from guifan.temporal.calendars import Calendar, OutOfHorizonError
from guifan.temporal.clock import zone_named
from guifan.temporal.duration import Duration, Unit
from guifan.temporal.moments import DAY, Moment

FIRST, LAST = date(2026, 1, 1), date(2027, 1, 31)

# Both hemispheres; half an hour; put forward at midnight; back and forth around Ramadan.
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Australia/Sydney",
    "America/Santiago",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Asia/Beirut",
    "Africa/Casablanca",
)

# Around the changes of 2026 in these zones.
NEAR = [date(2026, 2, 14), date(2026, 3, 7), date(2026, 3, 21), date(2026, 3, 28), date(2026, 4, 4)]
NEAR += [date(2026, 4, 23), date(2026, 9, 5), date(2026, 10, 3), date(2026, 10, 24)]
NEAR += [date(2026, 10, 29), date(2026, 11, 1)]


def calendar(zone: str) -> Calendar:
    return Calendar(FIRST, LAST, ((),) * 7, zone=ZoneInfo(zone))


def instant(start: datetime, zone: ZoneInfo) -> datetime:
    """What a reading means: the first time it comes; the change itself where it is skipped."""
    first = start.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if first.astimezone(zone).replace(tzinfo=None) == start:
        return first
    # Skipped: walk back to the last reading that there was, and on to the second after it.
    before = start
    while True:
        before -= timedelta(seconds=1)
        shown = before.replace(tzinfo=zone).astimezone(UTC)
        if shown.astimezone(zone).replace(tzinfo=None) == before:
            return shown + timedelta(seconds=1)


def reading(at: datetime, zone: ZoneInfo) -> datetime:
    """What a clock shows; while an hour repeats itself, the end of it."""
    shown = at.astimezone(zone)
    while shown.fold:
        at += timedelta(seconds=1)
        shown = at.astimezone(zone)
    return shown.replace(tzinfo=None)


def later(start: Moment, seconds: int, zone: ZoneInfo) -> Moment:
    begins = datetime.combine(start.day, datetime.min.time()) + timedelta(seconds=start.second)
    ends = reading(instant(begins, zone) + timedelta(seconds=seconds), zone)
    second = (ends - datetime.combine(ends.date(), datetime.min.time())).seconds
    return Moment(ends.date(), second) if second else Moment(ends.date() - timedelta(days=1), DAY)


STARTS = st.builds(
    lambda day, days, second: Moment(day + timedelta(days=days), second),
    st.sampled_from(NEAR),
    st.integers(-1, 2),
    st.one_of(st.integers(0, DAY), st.integers(0, 4 * 3600), st.integers(DAY - 7200, DAY)),
)
SECONDS = st.one_of(st.integers(1, 3 * DAY), st.sampled_from([3600, DAY, 7 * DAY, 30 * DAY]))


@given(st.sampled_from(ZONES), STARTS, SECONDS)
def test_time_passes_as_the_zone_database_says(zone: str, start: Moment, seconds: int) -> None:
    found = calendar(zone).deadline(start, Duration(seconds, Unit.SECOND))
    assert found == later(start, seconds, ZoneInfo(zone))


@given(st.sampled_from(ZONES), STARTS, STARTS, SECONDS)
def test_who_starts_later_ends_no_earlier(
    zone: str, one: Moment, other: Moment, seconds: int
) -> None:
    duration = Duration(seconds, Unit.SECOND)
    early, late = sorted([one, other])
    by = calendar(zone)
    assert by.deadline(early, duration) <= by.deadline(late, duration)


@given(st.sampled_from(ZONES), SECONDS, st.lists(STARTS, min_size=1, max_size=20))
def test_the_function_of_all_starts_agrees_with_each(
    zone: str, seconds: int, starts: list[Moment]
) -> None:
    duration = Duration(seconds, Unit.SECOND)
    by = calendar(zone)
    function = advance(by, duration)
    for start in starts:
        assert function(start.point) == by.deadline(start, duration).point


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        # Put forward from 2:00 to 3:00 on 29 March 2026.
        ((date(2026, 3, 28), 12), 24, (date(2026, 3, 29), 13)),
        ((date(2026, 3, 29), 1), 1, (date(2026, 3, 29), 3)),
        ((date(2026, 3, 29), 2.5), 1, (date(2026, 3, 29), 4)),  # 2:30 is skipped: the change
        # Put back from 3:00 to 2:00 on 25 October.
        ((date(2026, 10, 24), 12), 24, (date(2026, 10, 25), 11)),
        ((date(2026, 10, 25), 2.5), 1, (date(2026, 10, 25), 3)),  # the second 2:30: until it is 3
        ((date(2026, 10, 25), 2.5), 2, (date(2026, 10, 25), 3.5)),
    ],
)
def test_hours_run_through_a_change_of_the_clocks(
    start: tuple[date, float], hours: int, end: tuple[date, float]
) -> None:
    found = calendar("Europe/Berlin").deadline(
        Moment(start[0], int(start[1] * 3600)), Duration(hours, Unit.HOUR)
    )
    assert found == Moment(end[0], int(end[1] * 3600))


@pytest.mark.parametrize("name", ["", "Asia", "Nowhere/Land", "../etc", "Asia/\0", "A" * 10_000])
def test_what_is_no_zone_is_none(name: str) -> None:
    assert zone_named(name) is None


@pytest.mark.parametrize("first", [date(1, 1, 1), date(9998, 1, 1)])
def test_the_first_and_last_years_have_clocks_too(first: date) -> None:
    last = first.replace(month=12, day=31)
    by = Calendar(first, last, ((),) * 7, zone=ZoneInfo("Europe/Berlin"))
    assert by.deadline(Moment(first, 0), Duration(1, Unit.HOUR)) == Moment(first, 3600)
    with pytest.raises(OutOfHorizonError):
        by.deadline(Moment(last, 0), Duration(1, Unit.YEAR))
