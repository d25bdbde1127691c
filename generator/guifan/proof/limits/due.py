"""When one case is due: from a moment on, a limit with what was granted, counted day by day."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from guifan.language.kinds.limit import Limit, Pause
from guifan.language.kinds.manual import Manual
from guifan.proof.calendar import promises
from guifan.proof.calendar.clocks import Clocks, horizon
from guifan.proof.law.floors import Bounded, allowed
from guifan.temporal.arrangements import Bound
from guifan.temporal.calendars import (
    Calendar,
    DayEnd,
    OutOfHorizonError,
    Receipt,
    RestDay,
    months_after,
)
from guifan.temporal.duration import Dimension, Duration
from guifan.temporal.festivals import Festival, festival
from guifan.temporal.moments import DAY, Moment


class Sort(Enum):
    """What a day is to a count."""

    START = "start"
    COUNTED = "counted"
    HOLIDAY = "holiday"
    WEEKEND = "weekend"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Step:
    """A day of a count.

    Args:
        day: which.
        sort: what it is to the count.
        number: which of the days counted it is; of a count in months, their number on its last day.
        seconds: how long the clock runs on it, where it runs by the second.
        made_up: a day of a weekend that is worked.
        festival: why nobody works on a holiday.
    """

    day: date
    sort: Sort
    number: int | None = None
    seconds: int | None = None
    made_up: bool = False
    festival: Festival | None = None


class Part(Enum):
    """What a stretch of a case's time is."""

    BASE = "base"
    PAUSE = "pause"
    EXTENSION = "extension"


@dataclass(frozen=True, slots=True)
class Leg:
    """A stretch of a case's time.

    Args:
        part: what it is.
        duration: how long.
        start: from when.
        end: to when.
        steps: the days of it.
        observant: whether holidays can change when it ends.
        pause: the pause that it is.
    """

    part: Part
    duration: Duration
    start: Moment
    end: Moment
    steps: tuple[Step, ...]
    observant: bool
    pause: Pause | None = None


@dataclass(frozen=True)
class Due:
    """When a case is due.

    Args:
        limit: by which.
        start: when its clock started.
        legs: the limit, with the pauses in it.
        extensions: every one that may be granted, whether or not it was.
        law: when the law's time ends; None where the law sets none, or counts from another event.
        proven: the last day of the years whose holidays are arranged.
    """

    limit: Limit
    start: Moment
    legs: tuple[Leg, ...]
    extensions: tuple[Leg, ...]
    law: Moment | None
    proven: date

    def is_provisional(self, *, extended: bool) -> bool:
        """Whether the day on which it is due rests on holidays that are not arranged yet."""
        legs = self.legs + (self.extensions if extended else ())
        return legs[-1].end.day > self.proven and any(leg.observant for leg in legs)

    @property
    def base(self) -> Moment:
        """When it is due without an extension."""
        return self.legs[-1].end

    @property
    def extended(self) -> Moment:
        """When it is due with every extension."""
        return self.extensions[-1].end if self.extensions else self.base


def clocks_around(manual: Manual, day: date, bound: Bound = Bound.FEWEST) -> Clocks:
    """The calendars for cases of this year, of the year before and of all years in sight."""
    return Clocks(manual, date(max(day.year - 1, date.min.year), 12, 31), bound)


def starts(clocks: Clocks, day: date) -> tuple[date, date]:
    """The first and the last day on which a case may start, seen from a day."""
    return clocks.horizon.first, horizon(day, clocks.arranged_through).last


def due(
    clocks: Clocks,
    limit: Limit,
    start: Moment,
    floor: Bounded | None = None,
    pauses: Collection[Pause] = (),
) -> Due:
    """Work out when a case is due.

    Args:
        clocks: with the fewest days of rest, so that whoever keeps the day keeps the limit however
            the holidays will be arranged (``temporal.arrangements.Bound.FEWEST``).
        limit: one in time that can be counted (``proof.countable``).
        start: when its clock starts.
        floor: what the law asks of the limit.
        pauses: those of the limit that were granted; used up, all together where they last longest.

    Raises:
        OutOfHorizonError: it starts or ends beyond the calendars.
    """
    calendar = clocks.calendar(limit.calendar)
    legs = _base(calendar, limit, start, pauses)
    extensions = tuple(_extensions(calendar, limit, legs[-1].end))
    law = _law(clocks, start, floor)
    return Due(limit, start, legs, extensions, law, clocks.horizon.proven)


def _law(clocks: Clocks, start: Moment, floor: Bounded | None) -> Moment | None:
    if floor is None or not floor.is_latest or not counts_alike(floor):
        return None
    assert floor.limit is not None
    calendar = clocks.calendar(floor.limit.calendar, legal=True)
    try:
        return calendar.deadline(start, allowed(floor.floor))
    except OutOfHorizonError:
        return None


def counts_alike(floor: Bounded) -> bool:
    """Whether the law's clock starts with the limit's own."""
    return floor.limit is not None and floor.floor.from_ in (None, floor.limit.from_)


def _base(
    calendar: Calendar, limit: Limit, start: Moment, pauses: Collection[Pause]
) -> tuple[Leg, ...]:
    """The limit in one piece, or cut where the pauses make it end latest."""
    assert limit.within is not None
    if not pauses:
        return (_leg(calendar, Part.BASE, limit.within, start),)
    ways = [_paused(calendar, start, *cut, pauses) for cut in promises.cuts(limit)]
    return max(reversed(ways), key=lambda legs: legs[-1].end)  # of several, the limit comes first


def _paused(
    calendar: Calendar,
    start: Moment,
    before: tuple[Duration, ...],
    after: tuple[Duration, ...],
    pauses: Collection[Pause],
) -> tuple[Leg, ...]:
    legs: list[Leg] = []
    parts: list[tuple[Part, Duration, Pause | None]] = [
        *((Part.BASE, one, None) for one in before),
        *((Part.PAUSE, one.cap, one) for one in pauses),
        *((Part.BASE, one, None) for one in after),
    ]
    for part, duration, pause in parts:
        begin = legs[-1].end if legs else start
        legs.append(_leg(calendar, part, duration, begin, pause))
    return tuple(legs)


def _extensions(calendar: Calendar, limit: Limit, end: Moment) -> Iterator[Leg]:
    grant = promises.granted(limit)
    for _ in range(grant.times if grant else 0):
        assert grant is not None
        leg = _leg(calendar, Part.EXTENSION, grant.add, end)
        yield leg
        end = leg.end


def _leg(
    calendar: Calendar, part: Part, duration: Duration, start: Moment, pause: Pause | None = None
) -> Leg:
    end = calendar.deadline(start, duration)
    steps = tuple(_steps(calendar, duration, start, end))
    return Leg(part, duration, start, end, steps, _observant(calendar, duration), pause)


def _observant(calendar: Calendar, duration: Duration) -> bool:
    """Whether holidays can change when a stretch ends."""
    match duration.dimension:
        case Dimension.SECONDS:
            return False
        case Dimension.DAYS | Dimension.MONTHS:
            moves = calendar.conventions.rest_day is RestDay.MOVES
            return moves or (calendar.observes and calendar.conventions.day_end is DayEnd.CLOSE)
    return calendar.observes


def _steps(calendar: Calendar, duration: Duration, start: Moment, end: Moment) -> Iterator[Step]:
    """The days from a start to an end, each with what it is to the count."""
    amount = int(duration.magnitude)
    if duration.dimension is not Dimension.WORKING_SECONDS:
        yield _on(calendar, start.day, Sort.START)
    match duration.dimension:
        case Dimension.SECONDS if end.day > start.day:
            yield _on(calendar, end.day, Sort.COUNTED)
        case Dimension.DAYS:
            for number in range(1, amount):
                yield _on(calendar, start.day + timedelta(days=number), Sort.COUNTED, number)
            yield from _moved(calendar, start.day + timedelta(days=amount), end.day, amount)
        case Dimension.MONTHS:
            yield from _moved(calendar, months_after(start.day, amount), end.day, amount)
        case Dimension.WORKING_DAYS:
            yield from _worked(calendar, start, end)
        case Dimension.WORKING_SECONDS:
            yield from _opened(calendar, start, end)


def _moved(calendar: Calendar, final: date, end: date, number: int) -> Iterator[Step]:
    """The last day of a count, behind those of rest that it moves over."""
    while final < end:
        yield _off(calendar, final)
        final += timedelta(days=1)
    yield _on(calendar, end, Sort.COUNTED, number)


def _worked(calendar: Calendar, start: Moment, end: Moment) -> Iterator[Step]:
    """The days after the start of a count of working days."""
    late = calendar.conventions.receipt is Receipt.NEXT_WORKING_DAY and _late(calendar, start)
    number = -1 if late else 0
    day = start.day
    while day < end.day:
        day += timedelta(days=1)
        if not calendar.works(day):
            yield _off(calendar, day)
            continue
        number += 1
        if number:
            yield _on(calendar, day, Sort.COUNTED, number)
        else:  # it counts as received on this day
            yield _on(calendar, day, Sort.START)


def _late(calendar: Calendar, start: Moment) -> bool:
    """Whether a day's work was over, or there was none, when a case came."""
    opened = calendar.stretches(start.day)
    return not opened or start.second > opened[-1][1]


def _opened(calendar: Calendar, start: Moment, end: Moment) -> Iterator[Step]:
    """The days of a count of working time, each with how long the clock ran."""
    day = start.day
    while day <= end.day:
        since = start.second if day == start.day else 0
        until = end.second if day == end.day else DAY
        ran = sum(
            max(0, min(closes, until) - max(opens, since))
            for opens, closes in calendar.stretches(day)
        )
        if ran or day == start.day:
            yield _on(calendar, day, Sort.COUNTED if ran else Sort.START, seconds=ran)
        else:
            yield _off(calendar, day)
        day += timedelta(days=1)


def _on(
    calendar: Calendar,
    day: date,
    sort: Sort,
    number: int | None = None,
    seconds: int | None = None,
) -> Step:
    """A day that is one of the count."""
    made_up = calendar.observes and day in calendar.holidays.works
    return Step(day, sort, number, seconds, made_up)


def _off(calendar: Calendar, day: date) -> Step:
    """A day on which nobody works, with the reason."""
    if day in calendar.holidays.rests:
        return Step(day, Sort.HOLIDAY, festival=festival(day))
    return Step(day, Sort.WEEKEND if calendar.rests(day) else Sort.CLOSED)
