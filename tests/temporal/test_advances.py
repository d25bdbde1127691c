"""Functions of all starts, against each start walked by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from random_calendars import DURATIONS, FIRST, LAST, STARTS, calendar_of, walked, years

from guifan.temporal.advances import Advance, IntricateError, advance, passing
from guifan.temporal.calendars import Calendar, OutOfHorizonError
from guifan.temporal.duration import Duration, Unit
from guifan.temporal.moments import DAY, Moment

if TYPE_CHECKING:
    import clockwork

SHORT = date(2026, 4, 30)


@dataclass(frozen=True)
class Plan:
    """Durations put together: in a row, both, either, or again and again."""

    how: str
    parts: tuple[Plan, ...] = ()
    duration: Duration | None = None
    times: int = 0

    def function(self, calendar: Calendar) -> Advance:
        if self.duration is not None:
            return advance(calendar, self.duration)
        one, *others = (part.function(calendar) for part in self.parts)
        match self.how:
            case "then":
                return one.then(*others)
            case "later":
                return one.or_later(*others)
            case "sooner":
                return one.or_sooner(*others)
        return one.repeated(self.times)

    def walk(self, year: clockwork.Year, start: Moment) -> Moment:
        if self.duration is not None:
            return Moment(*walked(year, start, self.duration))
        match self.how:
            case "then":
                one, other = self.parts
                return other.walk(year, one.walk(year, start))
            case "later":
                return max(part.walk(year, start) for part in self.parts)
            case "sooner":
                return min(part.walk(year, start) for part in self.parts)
        for _ in range(self.times):
            start = self.parts[0].walk(year, start)
        return start


def larger(plans: st.SearchStrategy[Plan]) -> st.SearchStrategy[Plan]:
    pairs = st.sampled_from(["then", "later", "sooner"])
    again = st.builds(
        lambda part, times: Plan("again", (part,), times=times), plans, st.integers(0, 4)
    )
    return st.builds(Plan, pairs, st.tuples(plans, plans)) | again


PLANS = st.recursive(
    st.builds(lambda duration: Plan("lasts", duration=duration), DURATIONS), larger, max_leaves=6
)


@given(years(), PLANS, st.lists(st.floats(0, 1), max_size=12))
def test_what_is_put_together_ends_where_each_start_walks_to(
    year: clockwork.Year, plan: Plan, shares: list[float]
) -> None:
    calendar = calendar_of(year, SHORT)
    try:
        function = plan.function(calendar)
    except OutOfHorizonError:
        assume(False)
    before: tuple[int, int] | None = None
    for share in sorted(shares):
        point = function.start + int(share * (function.stop - function.start))
        end = function(point)
        assert before is None or before[0] == point or before[1] <= end
        before = point, end
        # The year of the simulator goes on after the calendar's last day as the calendar would.
        assert plan.walk(year, Moment.at(point)).point == end


@given(years(), PLANS, PLANS, st.lists(st.floats(0, 1), max_size=30))
def test_nothing_is_further_than_the_furthest(
    year: clockwork.Year, one: Plan, other: Plan, shares: list[float]
) -> None:
    calendar = calendar_of(year, SHORT)
    try:
        first, second = one.function(calendar), other.function(calendar)
    except OutOfHorizonError:
        assume(False)
    stop = min(first.stop, second.stop)
    assume(first.start <= stop)

    def apart(point: int) -> int:
        ends = Moment.at(first(point)), Moment.at(second(point))
        days = (ends[0].day - ends[1].day).days
        return days * DAY + ends[0].second - ends[1].second

    found = apart(first.furthest(second, first.start, stop))
    near = (start + step for start in first.starts for step in (-1, 0, 1))
    spread = (first.start + int(share * (stop - first.start)) for share in shares)
    for point in (*spread, *near):
        assert not first.start <= point <= stop or apart(point) <= found


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


@given(years(), STARTS, st.integers(1, 400), st.integers(1, 400))
def test_working_time_adds_up(year: clockwork.Year, start: Moment, a: int, b: int) -> None:
    calendar = calendar_of(year)
    step = calendar.deadline(start, Duration(a, Unit.WORKING_MINUTE))
    whole = calendar.deadline(start, Duration(a + b, Unit.WORKING_MINUTE))
    assert calendar.deadline(step, Duration(b, Unit.WORKING_MINUTE)) == whole


def test_a_loop_of_a_million_rounds_is_bounded() -> None:
    calendar = Calendar(FIRST, LAST, (((0, DAY),),) * 7)
    round_of_it = advance(calendar, Duration(3, Unit.SECOND)).repeated(1_000_000)
    assert Moment.at(round_of_it(Moment(FIRST, 0).point)) == Moment(
        FIRST + timedelta(days=34), 3_000_000 - 34 * DAY
    )
    with pytest.raises(OutOfHorizonError):
        advance(calendar, Duration(1, Unit.DAY)).repeated(1_000_000)


def test_what_turns_too_often_is_refused_and_not_worked_out() -> None:
    office = (((8 * 3600, 17 * 3600),),) * 5 + ((), ())
    calendar = Calendar(FIRST, LAST, office)
    minute = advance(calendar, Duration(1, Unit.WORKING_MINUTE))
    step = minute.then(advance(calendar, Duration(1, Unit.SECOND)))
    with pytest.raises(IntricateError):
        step.repeated(100_000)


def test_time_that_ends_on_no_day_is_beyond_the_horizon() -> None:
    start = Moment(FIRST, 0).point
    with pytest.raises(OutOfHorizonError):
        passing(60, start, start + DAY).repeated(2**200)
    with pytest.raises(OutOfHorizonError):
        passing(60, start, start + DAY).then(passing(10**18, start, start + DAY))


def test_the_same_instant_is_no_later_for_being_written_as_the_next_day() -> None:
    start = Moment(FIRST, 0).point
    stop = start + 2 * DAY
    stays, goes_on = passing(DAY, start, stop), passing(DAY + 1, start, stop)
    assert goes_on.furthest(stays, start, stop) == start
    end_of_day, next_midnight = Moment(FIRST, DAY).point, Moment(FIRST, DAY).point + 1
    assert stays(end_of_day) == stays(next_midnight) == end_of_day + DAY + 1
