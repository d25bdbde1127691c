"""The week against a walk that knows nothing of spans: one minute after the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guifan.language.hours import ClockTime, Hours, Opening, parse_hours
from guifan.proof.people.cover import ALWAYS, DayKind, Times, joined, times, turns

DAY = 1440
WEEK = 7 * DAY
ORDINARY, HOLIDAY, MADE_UP = range(3)


@st.composite
def _days(draw: st.DrawFn) -> tuple[Opening, ...]:
    edges = draw(st.lists(st.integers(0, DAY), max_size=6, unique=True))
    ordered = sorted(edges)[: len(edges) // 2 * 2]
    pairs = zip(ordered[::2], ordered[1::2], strict=True)
    return tuple(Opening(ClockTime(start), ClockTime(end)) for start, end in pairs)


HOURS = st.builds(
    lambda week, closed: Hours(tuple(week), closed),
    st.lists(_days(), min_size=7, max_size=7),
    st.booleans(),
)


def walked(hours: Hours) -> set[tuple[int, int, int]]:
    """Kind of day, weekday and minute of every minute that hours cover."""
    found = set()
    for kind in (ORDINARY, HOLIDAY, MADE_UP):
        for day in range(7):
            openings = hours.week[day]
            if kind == HOLIDAY and hours.closed_on_holidays:
                continue
            if kind == MADE_UP and day < 5:
                continue
            if kind == MADE_UP and hours.closed_on_holidays and not openings:
                openings = hours.week[0]
            for one in openings:
                found |= {(kind, day, at) for at in range(one.start.minutes, one.end.minutes)}
    return found


def minutes(found: Times) -> set[tuple[int, int, int]]:
    return {
        (at // WEEK, at % WEEK // DAY, at % DAY)
        for start, end in found.spans
        for at in range(start, end)
    }


@given(HOURS)
def test_hours_are_there_on_every_kind_of_day(hours: Hours) -> None:
    assert minutes(times(hours)) == walked(hours)


@given(HOURS, HOURS)
def test_the_algebra_is_that_of_sets(one: Hours, other: Hours) -> None:
    a, b = times(one), times(other)
    assert minutes(a | b) == minutes(a) | minutes(b)
    assert minutes(a & b) == minutes(a) & minutes(b)
    assert minutes(a - b) == minutes(a) - minutes(b)
    assert bool(a - b) is not (minutes(a) <= minutes(b))


@given(HOURS, HOURS)
def test_spans_are_in_order_and_apart(one: Hours, other: Hours) -> None:
    for found in (times(one) | times(other), times(one) & times(other), times(one) - times(other)):
        edges = [edge for span in found.spans for edge in span]
        assert edges == sorted(set(edges))


@given(HOURS)
def test_hours_come_back_as_they_were(hours: Hours) -> None:
    assert times(hours).hours(DayKind.ORDINARY).week == parse_hours_of(hours)


def parse_hours_of(hours: Hours) -> tuple[tuple[Opening, ...], ...]:
    """The same week, openings that touch put together."""
    week = []
    for openings in hours.week:
        kept: list[tuple[int, int]] = []
        for one in openings:
            if kept and kept[-1][1] == one.start.minutes:
                kept[-1] = (kept[-1][0], one.end.minutes)
            else:
                kept.append((one.start.minutes, one.end.minutes))
        week.append(tuple(Opening(ClockTime(a), ClockTime(b)) for a, b in kept))
    return tuple(week)


def comes(there: set[tuple[int, int, int]], kind: int, at: int, within: int) -> bool:
    """Whether somebody is there by then, if every day after the first is a holiday."""
    today = at // DAY
    for minute in range(at, at + within + 1):
        later = minute // DAY > today
        of = HOLIDAY if later else kind
        if (of, minute // DAY % 7, minute % DAY) in there:
            return True
    return False


@given(
    HOURS,
    st.integers(0, 2 * DAY),
    st.lists(
        st.tuples(st.sampled_from([ORDINARY, HOLIDAY]), st.integers(0, WEEK - 1)),
        min_size=20,
        max_size=20,
    ),
)
def test_who_comes_in_time_comes_by_the_walk(
    hours: Hours, within: int, starts: list[tuple[int, int]]
) -> None:
    there, ahead = walked(hours), times(hours).ahead(within)
    for kind, at in starts:
        assert (kind * WEEK + at in ahead) is comes(there, kind, at, within), (kind, at)


def test_at_once_means_to_be_there() -> None:
    office = times(parse_hours("周一至周五 08:30–17:30；法定节假日除外"))
    assert office.ahead(0) == office


def test_half_a_day_bridges_a_night_and_no_holiday() -> None:
    daily = times(parse_hours("每天 08:30–20:30"))
    office = times(parse_hours("每天 08:30–20:30；法定节假日除外"))
    assert not ALWAYS - daily.ahead(12 * 60)
    missed = ALWAYS - office.ahead(12 * 60)
    assert missed.hours(DayKind.ORDINARY) == parse_hours("每天 20:30–24:00")
    assert missed.hours(DayKind.HOLIDAY) == parse_hours("每天 00:00–24:00")


def test_always_is_every_minute_there_is() -> None:
    assert minutes(ALWAYS) == walked(parse_hours("7×24"))


def test_spans_join_whatever_their_order() -> None:
    assert joined([(30, 40), (0, 10), (5, 20), (20, 25)]).spans == ((0, 25), (30, 40))


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("周一 08:00–12:00、14:00–18:00", [(480, 720), (840, 1080)]),
        ("周一 22:00–次日 08:00", [(1320, 1920)]),
        ("周日 22:00–次日 08:00", [(6 * DAY + 1320, WEEK + 480)]),
        ("周一至周二 00:00–24:00", [(0, DAY), (DAY, 2 * DAY)]),
    ],
)
def test_a_turn_is_worked_at_one_go(hours: str, expected: list[tuple[int, int]]) -> None:
    assert list(turns(parse_hours(hours))) == expected


def test_a_night_desk_has_seven_turns_of_the_same_length() -> None:
    nights = turns(parse_hours("每天 00:00–08:00、23:45–24:00"))
    assert len(nights) == 7
    assert {end - start for start, end in nights} == {8 * 60 + 15}
