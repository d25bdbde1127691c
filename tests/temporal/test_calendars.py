"""Deadlines over real and random calendars, against answers worked out another way."""

from __future__ import annotations

from datetime import date, timedelta

import clockwork
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from random_calendars import DURATIONS, LAST, STARTS, calendar_of, walked, years

from guifan.temporal.arrangements import Bound, arranged_to, chinese
from guifan.temporal.calendars import (
    Calendar,
    Conventions,
    Holidays,
    OutOfHorizonError,
    RestDay,
)
from guifan.temporal.duration import Duration, Unit
from guifan.temporal.moments import DAY, Moment

FIRST = date(2026, 1, 1)
OFFICE = (((8 * 3600 + 1800, 17 * 3600 + 1800),),) * 5 + ((), ())
NINE = 9 * 3600


def office(last: date = date(2027, 3, 31)) -> Calendar:
    """Monday to Friday 8:30 to 17:30, with the holidays of 2026 as they were arranged."""
    return Calendar(FIRST, last, OFFICE, ARRANGED_2026)


def days(month: int, first: int, last: int) -> list[date]:
    return [date(2026, month, day) for day in range(first, last + 1)]


ARRANGED_2026 = Holidays(
    rests=frozenset(
        days(1, 1, 3)
        + days(2, 15, 23)
        + days(4, 4, 6)
        + days(5, 1, 5)
        + days(6, 19, 21)
        + days(9, 25, 27)
        + days(10, 1, 7)
    ),
    works=frozenset(
        date(2026, *day) for day in ((1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10))
    ),
)
"""国办发明电〔2025〕7 号, copied from the notice."""


def test_the_library_has_the_arrangement_of_the_notice() -> None:
    assert chinese(2026, 2026, arranged_through=2026) == ARRANGED_2026


def test_a_year_without_an_arrangement_rests_at_least_on_the_days_of_the_law() -> None:
    found = chinese(2027, 2027, 2026, Bound.FEWEST)
    assert not found.works
    # 全国年节及纪念日放假办法 (2024), art. 2, over the lunar calendar of 2027.
    for day in ((1, 1), (2, 5), (2, 8), (4, 5), (5, 1), (5, 2), (6, 9), (9, 15), (10, 1), (10, 3)):
        assert date(2027, *day) in found.rests
    assert date(2027, 2, 12) not in found.rests
    assert found.rests < chinese(2027, 2027, 2026, Bound.MOST).rests


def test_a_year_without_an_arrangement_is_bounded_and_nobody_makes_up_for_it() -> None:
    found = chinese(2027, 2027, arranged_through=2026)
    assert not found.works
    for day in (date(2027, 1, 1), date(2027, 2, 6), date(2027, 10, 7)):
        assert day in found.rests
    # Eight days were arranged around the Spring Festival of 2025, from the eve to the seventh day.
    assert {date(2027, 2, 5) + timedelta(days=n) for n in range(8)} <= found.rests
    assert date(2027, 3, 10) not in found.rests


@pytest.mark.parametrize(
    ("working_days", "longest"),
    [(1, 10), (2, 11), (3, 12), (4, 14), (5, 15), (6, 16), (7, 18), (10, 21), (15, 28)],
)
def test_the_longest_stretch_of_working_days_in_2026(working_days: int, longest: int) -> None:
    calendar = office()
    duration = Duration(working_days, Unit.WORKING_DAY)
    starts = [FIRST + timedelta(days=n) for n in range(365)]
    assert longest == max(
        (calendar.deadline(Moment(day, NINE), duration).day - day).days for day in starts
    )


@pytest.mark.parametrize(("working_days", "longest"), [(5, 14), (6, 15)])
def test_the_longest_stretch_of_working_days_in_2025(working_days: int, longest: int) -> None:
    holidays = chinese(2025, 2026, arranged_through=2026)
    calendar = Calendar(date(2025, 1, 1), date(2026, 3, 31), OFFICE, holidays)
    duration = Duration(working_days, Unit.WORKING_DAY)
    starts = [date(2025, 1, 1) + timedelta(days=n) for n in range(365)]
    assert longest == max(
        (calendar.deadline(Moment(day, NINE), duration).day - day).days for day in starts
    )


@pytest.mark.parametrize(
    ("received", "working_days", "due"),
    [((9, 23), 3, (9, 29)), ((9, 23), 5, (10, 8)), ((2, 14), 6, (3, 2))],
)
def test_known_due_dates(
    received: tuple[int, int], working_days: int, due: tuple[int, int]
) -> None:
    found = office().deadline(
        Moment(date(2026, *received), NINE), Duration(working_days, Unit.WORKING_DAY)
    )
    assert found == Moment(date(2026, *due), 17 * 3600 + 1800)


def test_midnight_belongs_to_the_day_that_ends() -> None:
    calendar = Calendar(FIRST, LAST, (((0, DAY),),) * 7)
    hour = Duration(1, Unit.HOUR)
    assert calendar.deadline(Moment(FIRST, DAY - 3600), hour) == Moment(FIRST, DAY)
    assert str(Moment(FIRST, DAY)) == "2026-01-01 24:00:00"
    one = Duration(1, Unit.DAY)
    end = calendar.deadline(Moment(date(2026, 3, 2), NINE), one)
    assert end == Moment(date(2026, 3, 3), DAY)
    assert calendar.deadline(end, one) == Moment(date(2026, 3, 4), DAY)


def test_a_month_ends_on_the_same_day_or_the_last() -> None:
    calendar = Calendar(FIRST, LAST, ((),) * 7, conventions=Conventions(rest_day=RestDay.STAYS))
    month = Duration(1, Unit.MONTH)
    assert calendar.deadline(Moment(date(2026, 1, 31), 0), month).day == date(2026, 2, 28)
    assert calendar.deadline(Moment(date(2026, 3, 15), 0), month).day == date(2026, 4, 15)


def test_a_day_may_have_hours_of_its_own() -> None:
    # Monday 2 March closed, Tuesday until noon, Saturday open in the morning.
    exceptions = {
        date(2026, 3, 2): (),
        date(2026, 3, 3): ((NINE, 12 * 3600),),
        date(2026, 3, 7): ((NINE, 12 * 3600),),
    }
    calendar = Calendar(FIRST, LAST, OFFICE, ARRANGED_2026, exceptions=exceptions)
    friday = Moment(date(2026, 2, 27), NINE)
    # Saturday 28 February is worked to make up for the Spring Festival.
    two = calendar.deadline(friday, Duration(2, Unit.WORKING_DAY))
    assert two == Moment(date(2026, 3, 3), 12 * 3600)
    # Hours: Tuesday 9–12, then Wednesday from 8:30.
    monday = Moment(date(2026, 3, 2), NINE)
    assert calendar.deadline(monday, Duration(4, Unit.WORKING_HOUR)) == Moment(
        date(2026, 3, 4), NINE + 1800
    )
    # By law the Saturday stays a day of rest: a last calendar day moves off it.
    assert calendar.deadline(monday, Duration(5, Unit.DAY)).day == date(2026, 3, 9)


def test_a_notice_that_is_given_takes_the_place_of_the_library() -> None:
    given = Holidays(frozenset({date(2026, 12, 31), date(2027, 1, 1)}), frozenset())
    found = chinese(2026, 2027, 2027, given={2027: given})
    assert {day for day in found.rests if day.year == 2027} == {date(2027, 1, 1)}
    # The last day of the December before is of the notice's making, the rest of 2026 as it was.
    assert {day for day in found.rests if day.year == 2026} == {
        *ARRANGED_2026.rests,
        date(2026, 12, 31),
    }
    assert found.works == ARRANGED_2026.works


def test_only_years_that_are_known_count_as_arranged() -> None:
    assert arranged_to(2026) == 2026
    assert arranged_to(1990) == 1990
    assert arranged_to(2999) == 2026
    assert arranged_to(2999, {2027: ARRANGED_2026}) == 2027
    assert arranged_to(2999, {2028: ARRANGED_2026}) == 2026


@pytest.mark.parametrize("through", [1, 1990, 2011, 2999])
@pytest.mark.parametrize("first", [1, 1949, 2026, 2099, 9990])
def test_years_outside_every_arrangement_have_bounds(first: int, through: int) -> None:
    fewest = chinese(first, first + 2, through, Bound.FEWEST)
    most = chinese(first, first + 2, through, Bound.MOST)
    assert fewest.rests <= most.rests


def test_what_ends_after_the_last_day_says_so() -> None:
    with pytest.raises(OutOfHorizonError):
        office().deadline(Moment(date(2027, 3, 30), NINE), Duration(5, Unit.WORKING_DAY))
    with pytest.raises(OutOfHorizonError):
        Calendar(FIRST, LAST, ((),) * 7).deadline(Moment(FIRST, 0), Duration(1, Unit.WORKING_HOUR))


@given(years(), STARTS, DURATIONS)
def test_a_deadline_is_where_the_clock_walks_to(
    year: clockwork.Year, start: Moment, duration: Duration
) -> None:
    day, second = walked(year, start, duration)
    assume(day <= LAST)
    assert calendar_of(year).deadline(start, duration) == Moment(day, second)


@given(years(), STARTS, STARTS, DURATIONS)
def test_who_starts_later_ends_no_earlier(
    year: clockwork.Year, one: Moment, other: Moment, duration: Duration
) -> None:
    calendar = calendar_of(year)
    early, late = sorted([one, other])
    assert calendar.deadline(early, duration) <= calendar.deadline(late, duration)


@given(years(), STARTS, st.integers(1, 6), st.integers(1, 6))
def test_working_days_add_up(year: clockwork.Year, start: Moment, a: int, b: int) -> None:
    assume(not year.late_counts_next_day)
    calendar = calendar_of(year)
    step = calendar.deadline(start, Duration(a, Unit.WORKING_DAY))
    whole = calendar.deadline(start, Duration(a + b, Unit.WORKING_DAY))
    assert calendar.deadline(step, Duration(b, Unit.WORKING_DAY)) == whole


@given(years(), STARTS, DURATIONS)
def test_the_latest_start_is_the_last_that_keeps_the_end(
    year: clockwork.Year, start: Moment, duration: Duration
) -> None:
    calendar = calendar_of(year)
    end = calendar.deadline(start, duration)
    latest = calendar.latest_start(end, duration)
    assert latest is not None
    assert latest >= start
    assert calendar.deadline(latest, duration) <= end
    after = Moment.at(latest.point + 1)
    assert calendar.deadline(after, duration) > end


@given(years(), STARTS, DURATIONS, st.integers(1, 20))
def test_what_is_said_to_add_up_does(
    year: clockwork.Year, start: Moment, one: Duration, amount: int
) -> None:
    calendar = calendar_of(year)
    assume(calendar.adds_up(one.dimension))
    other = Duration(amount, one.unit)
    step = calendar.deadline(start, one)
    assume((LAST - step.day).days > 100)
    whole = calendar.deadline(start, Duration(one.amount + amount, one.unit))
    assert calendar.deadline(step, other) == whole
