"""Random working time and durations, and where the simulator's clock walks to by them."""

from __future__ import annotations

from datetime import date

import clockwork
from hypothesis import strategies as st

from guifan.temporal.calendars import Calendar, Conventions, DayEnd, Holidays, Receipt, RestDay
from guifan.temporal.duration import Dimension, Duration, Unit
from guifan.temporal.moments import DAY, Moment

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


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
        exceptions=draw(st.dictionaries(dates, stretches(), max_size=5)),
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
        exceptions=year.exceptions,
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
