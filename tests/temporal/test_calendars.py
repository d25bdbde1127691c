"""Deadlines over real and random calendars, against answers worked out another way."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import clockwork
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from guifan.temporal.advances import Advance, advance
from guifan.temporal.arrangements import Bound, chinese
from guifan.temporal.calendars import (
    Calendar,
    Conventions,
    DayEnd,
    Holidays,
    OutOfHorizonError,
    Receipt,
    RestDay,
)
from guifan.temporal.duration import Dimension, Duration, Unit
from guifan.temporal.moments import DAY, Moment

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
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


def test_hours_run_through_a_change_of_the_clocks() -> None:
    calendar = Calendar(FIRST, LAST, ((),) * 7, zone=ZoneInfo("Europe/Berlin"))
    day = Duration(24, Unit.HOUR)
    # The clocks go from 2:00 to 3:00 on 29 March 2026, and from 3:00 to 2:00 on 25 October.
    spring = calendar.deadline(Moment(date(2026, 3, 28), 12 * 3600), day)
    autumn = calendar.deadline(Moment(date(2026, 10, 24), 12 * 3600), day)
    assert spring == Moment(date(2026, 3, 29), 13 * 3600)
    assert autumn == Moment(date(2026, 10, 25), 11 * 3600)


def test_what_ends_after_the_last_day_says_so() -> None:
    with pytest.raises(OutOfHorizonError):
        office().deadline(Moment(date(2027, 3, 30), NINE), Duration(5, Unit.WORKING_DAY))
    with pytest.raises(OutOfHorizonError):
        Calendar(FIRST, LAST, ((),) * 7).deadline(Moment(FIRST, 0), Duration(1, Unit.WORKING_HOUR))


@st.composite
def stretches(draw: st.DrawFn) -> tuple[tuple[int, int], ...]:
    """When it is open on a day: nothing to three stretches on whole minutes."""
    cuts = sorted(draw(st.sets(st.integers(0, 1440), max_size=6)))
    return tuple((a * 60, b * 60) for a, b in zip(cuts[::2], cuts[1::2], strict=False))


@st.composite
def years(draw: st.DrawFn) -> clockwork.Year:
    dates = st.dates(FIRST, LAST)
    monday = draw(stretches().filter(bool))
    rests = draw(st.frozensets(dates, max_size=30))
    return clockwork.Year(
        week=(monday, *draw(st.tuples(*[stretches()] * 6))),
        rests=rests,
        works=draw(st.frozensets(dates, max_size=10)) - rests,
        closes_at_midnight=draw(st.booleans()),
        late_counts_next_day=draw(st.booleans()),
        moves_off_rest=draw(st.booleans()),
    )


def calendar_of(year: clockwork.Year, last: date = LAST) -> Calendar:
    return Calendar(
        FIRST,
        last,
        year.week,
        Holidays(year.rests, year.works),
        conventions=Conventions(
            DayEnd.MIDNIGHT if year.closes_at_midnight else DayEnd.CLOSE,
            RestDay.MOVES if year.moves_off_rest else RestDay.STAYS,
            Receipt.NEXT_WORKING_DAY if year.late_counts_next_day else Receipt.THAT_DAY,
        ),
    )


DURATIONS = st.one_of(
    st.builds(Duration, st.integers(1, 400_000), st.just(Unit.SECOND)),
    st.builds(Duration, st.integers(1, 100), st.sampled_from([Unit.MINUTE, Unit.HOUR])),
    st.builds(Duration, st.integers(1, 20), st.sampled_from([Unit.DAY, Unit.WORKING_DAY])),
    st.builds(Duration, st.integers(1, 3), st.just(Unit.MONTH)),
    st.builds(Duration, st.integers(1, 30), st.just(Unit.WORKING_HOUR)),
)
STARTS = st.builds(Moment, st.dates(FIRST, date(2026, 5, 31)), st.integers(0, DAY))


def walked(year: clockwork.Year, start: Moment, duration: Duration) -> clockwork.Moment:
    at, amount = (start.day, start.second), int(duration.magnitude)
    match duration.dimension:
        case Dimension.SECONDS:
            return clockwork.seconds_later(at, amount)
        case Dimension.DAYS:
            return clockwork.days_later(at, amount, year)
        case Dimension.MONTHS:
            return clockwork.months_later(at, amount, year)
        case Dimension.WORKING_SECONDS:
            return clockwork.working_seconds_later(at, amount, year)
        case Dimension.WORKING_DAYS:
            return clockwork.working_days_later(at, amount, year)


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


SHORT = date(2026, 4, 30)


def carried(one: Advance, point: int) -> int | None:
    try:
        return one(point)
    except OutOfHorizonError:
        return None


@given(years(), DURATIONS, DURATIONS, st.data())
def test_functions_of_all_starts_agree_with_each_start(
    year: clockwork.Year, one: Duration, other: Duration, data: st.DataObject
) -> None:
    calendar = calendar_of(year, SHORT)
    try:
        first, second = advance(calendar, one), advance(calendar, other)
        both = first.then(second)
        later = both.or_later(second)
    except OutOfHorizonError:
        assume(False)
    for point in data.draw(st.lists(st.integers(first.start, later.stop), max_size=12)):
        start = Moment.at(point)
        try:
            step = calendar.deadline(start, one)
            end = calendar.deadline(step, other)
            alone = calendar.deadline(start, other)
        except OutOfHorizonError:
            continue  # time that only passes is known beyond the calendar's last day
        assert first(point) == step.point
        assert both(point) == end.point
        assert later(point) == max(end, alone).point


@given(years(), STARTS, st.integers(1, 40), st.integers(0, 30))
def test_repeating_is_doing_it_again_and_again(
    year: clockwork.Year, start: Moment, minutes: int, times: int
) -> None:
    calendar = calendar_of(year)
    step = advance(calendar, Duration(minutes, Unit.WORKING_MINUTE))
    point = start.point
    for _ in range(times):
        point = step(point)
    assert step.repeated(times)(start.point) == point


def test_a_loop_of_a_million_rounds_is_bounded() -> None:
    calendar = Calendar(FIRST, LAST, (((0, DAY),),) * 7)
    round_of_it = advance(calendar, Duration(3, Unit.SECOND)).repeated(1_000_000)
    assert Moment.at(round_of_it(Moment(FIRST, 0).point)) == Moment(
        FIRST + timedelta(days=34), 3_000_000 - 34 * DAY
    )
    with pytest.raises(OutOfHorizonError):
        advance(calendar, Duration(1, Unit.DAY)).repeated(1_000_000)
