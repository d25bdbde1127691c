"""Working time over a span of days, and the deadlines counted by it.

Counting follows the Civil Code of the PRC by default (arts. 200–204): hours run from the instant,
days and longer from the day after; the last day ends at its 24:00 or at close of business; a last
day that is a day of rest gives way to the next that is none.
"""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from itertools import accumulate
from zoneinfo import ZoneInfo

from guifan.temporal.clock import Clock, clock_of
from guifan.temporal.duration import Dimension, Duration
from guifan.temporal.moments import DAY, SLOTS, Moment

Stretch = tuple[int, int]
"""Seconds of a day, from the first up to and without the last; 86,400 is its 24:00."""

SATURDAY = 5
MONTHS = 12


class OutOfHorizonError(Exception):
    """A deadline falls on a day beyond those that the calendar knows."""


class DayEnd(Enum):
    """When the last day of a time limit ends."""

    MIDNIGHT = "midnight"
    CLOSE = "close"


class RestDay(Enum):
    """What becomes of a last day that is a day of rest."""

    MOVES = "moves"
    STAYS = "stays"


class Receipt(Enum):
    """As of which day something counts that comes outside opening hours."""

    THAT_DAY = "that-day"
    NEXT_WORKING_DAY = "next-working-day"


@dataclass(frozen=True, slots=True)
class Conventions:
    """How days are counted.

    Args:
        day_end: a legal limit and a limit of somebody with business hours end at close (Civil Code
            art. 203); others at midnight.
        rest_day: whether a last calendar day that is a day of rest moves (art. 203); the floors
            that the law sets for others are compared without moving.
        receipt: as of which day a receipt outside opening hours counts.
    """

    day_end: DayEnd = DayEnd.CLOSE
    rest_day: RestDay = RestDay.MOVES
    receipt: Receipt = Receipt.THAT_DAY


@dataclass(frozen=True, slots=True)
class Holidays:
    """Days that differ from their weekday.

    Args:
        rests: public holidays and the days off arranged around them.
        works: days of a weekend on which people work to make up for it.
    """

    rests: frozenset[date] = frozenset()
    works: frozenset[date] = frozenset()


@dataclass(frozen=True)
class Calendar:
    """Working time from ``first`` to ``last``, both included.

    Args:
        week: the stretches open on Monday to Sunday.
        holidays: the days that differ.
        observes: whether the holidays change the opening hours; a service that never closes counts
            them all the same as days of rest.
        conventions: how days are counted.
        zone: for hours that run through a change of the clocks; None where there is none.
        exceptions: single days with hours of their own, whatever the week and the holidays say;
            closed where there are none. What is a day of rest by law does not change.
    """

    first: date
    last: date
    week: tuple[tuple[Stretch, ...], ...]
    holidays: Holidays = field(default_factory=Holidays)
    observes: bool = True
    conventions: Conventions = field(default_factory=Conventions)
    zone: ZoneInfo | None = None
    exceptions: Mapping[date, tuple[Stretch, ...]] = field(default_factory=dict)

    @cached_property
    def _days(self) -> range:
        """The calendar's days, as ordinals."""
        return range(self.first.toordinal(), self.last.toordinal() + 1)

    @cached_property
    def _openings(self) -> Sequence[tuple[Stretch, ...]]:
        """The stretches of each day."""
        return [self.stretches(date.fromordinal(day)) for day in self._days]

    @cached_property
    def _working(self) -> Sequence[int]:
        """The days on which it opens at all."""
        return [day for day, opened in zip(self._days, self._openings, strict=True) if opened]

    @cached_property
    def _line(self) -> Sequence[Stretch]:
        """All stretches, on the line of moments."""
        return [
            (day * SLOTS + start, day * SLOTS + end)
            for day, opened in zip(self._days, self._openings, strict=True)
            for start, end in opened
        ]

    @cached_property
    def _opens(self) -> Sequence[int]:
        """Where the stretches start."""
        return [start for start, _ in self._line]

    @cached_property
    def _before(self) -> Sequence[int]:
        """For how many seconds it has been open before each stretch, and in all."""
        return [0, *accumulate(end - start for start, end in self._line)]

    @cached_property
    def _ends(self) -> Sequence[int]:
        """The point at which a time limit ends that ends on a day, for each day."""
        closes = self.conventions.day_end is DayEnd.CLOSE
        return [
            day * SLOTS + (opened[-1][1] if opened and closes else DAY)
            for day, opened in zip(self._days, self._openings, strict=True)
        ]

    @cached_property
    def _moved(self) -> Sequence[int]:
        """The day to which a last day moves, for each day; beyond the calendar where it must."""
        moved: list[int] = []
        to = self._days.stop
        for day in reversed(self._days):
            is_last = self.conventions.rest_day is RestDay.STAYS or not self.rests(
                date.fromordinal(day)
            )
            to = day if is_last else to
            moved.append(to)
        return moved[::-1]

    @cached_property
    def _clock(self) -> Clock | None:
        return clock_of(self.zone, self.first, self.last) if self.zone else None

    def stretches(self, day: date) -> tuple[Stretch, ...]:
        """When it is open on a day; a day worked to make up for a holiday is like a Monday."""
        if day in self.exceptions:
            return self.exceptions[day]
        if self.observes:
            if day in self.holidays.rests:
                return ()
            if day in self.holidays.works:
                return self.week[day.weekday()] or self.week[0]
        return self.week[day.weekday()]

    def works(self, day: date) -> bool:
        """Whether it is open on a day at all."""
        return bool(self.stretches(day))

    def rests(self, day: date) -> bool:
        """Whether a day is one of rest by law: a holiday, or a weekend that nobody makes up."""
        if day in self.holidays.works:
            return False
        return day in self.holidays.rests or day.weekday() >= SATURDAY

    def closes(self, day: date) -> int:
        """The second at which a day ends: at close of business, or at midnight."""
        stretches = self.stretches(day)
        if self.conventions.day_end is DayEnd.MIDNIGHT or not stretches:
            return DAY
        return stretches[-1][1]

    def deadline(self, start: Moment, duration: Duration) -> Moment:
        """The last moment of a time limit.

        Args:
            start: when its clock starts; a moment of the calendar.
            duration: how long; fractions of a second are cut off.

        Raises:
            OutOfHorizonError: it falls after the calendar's last day.
        """
        return Moment.at(self.counting(duration)(start.point))

    def counting(self, duration: Duration) -> Callable[[int], int]:
        """The ``deadline`` of a time limit as a function on the line of moments."""
        count, amount = _COUNTED[duration.dimension], int(duration.magnitude)
        first, beyond = self._days.start * SLOTS, self._days.stop * SLOTS

        def end(start: int) -> int:
            if not first <= start < beyond:
                raise OutOfHorizonError(start // SLOTS)
            found = count(self, start, amount)
            if found >= beyond:
                raise OutOfHorizonError(found // SLOTS)
            return found

        return end

    def adds_up(self, dimension: Dimension) -> bool:
        """Whether two time limits in a row end where one of their sum does, from every start."""
        match dimension:
            case Dimension.SECONDS:
                # While an hour repeats itself nothing is handed on.
                return self.zone is None
            case Dimension.WORKING_SECONDS:
                return True
            case Dimension.WORKING_DAYS:
                # What ends at midnight is handed on outside opening hours.
                at_close = self.conventions.day_end is DayEnd.CLOSE
                return at_close or not self._late_counts_later
            case Dimension.DAYS:
                return self.conventions.rest_day is RestDay.STAYS
            case Dimension.MONTHS:
                # From 31 January a month and a month are to 28 March, two are to the 31st.
                return False

    def latest_start(self, end: Moment, duration: Duration) -> Moment | None:
        """The last moment from which a time limit still ends by ``end``; None where there is none.

        The inverse of ``deadline``: from the moment after it, the limit ends later.
        """
        counted, goal = self.counting(duration), end.point

        def keeps(point: int) -> bool:
            try:
                return counted(point) <= goal
            except OutOfHorizonError:
                return False

        low, high = self._days.start * SLOTS, min(goal, self._days.stop * SLOTS - 1)
        if not keeps(low):
            return None
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if keeps(middle) else (low, middle - 1)
        return Moment.at(low)

    def turns(self, duration: Duration) -> Iterator[int]:
        """Every start at which the deadline may stop running along with the start, or begin to.

        Between two of them, one after the other, ``deadline`` either stands still or runs along.
        """
        amount = int(duration.magnitude)
        match duration.dimension:
            case Dimension.SECONDS:
                yield from self._midnights(amount)
            case Dimension.WORKING_SECONDS:
                for begin, end in self._line:  # from its first second on a whole day fits no more
                    yield from (begin, begin + 1, end)
                yield from (
                    self._after_open(total - amount) + 1 for total in self._before if total > amount
                )
            case Dimension.WORKING_DAYS if self._late_counts_later:
                yield from (day * SLOTS for day in self._days)
                yield from (end + 1 for _, end in self._line)
            case _:
                yield from (day * SLOTS for day in self._days)

    def _midnights(self, seconds: int) -> Iterator[int]:
        """The starts at midnight, those that end at one, and those around a change of clocks."""
        shifts = self._clock.shifts if self._clock else (0,)
        of_day = {0, DAY, *(-(seconds + shift) % DAY + 1 for shift in shifts)}
        yield from (day * SLOTS + second for day in self._days for second in of_day)
        for reading in self._clock.turns(seconds) if self._clock else ():
            for near in (reading - 1, reading, reading + 1):
                day, second = divmod(near, DAY)
                yield day * SLOTS + second

    def _elapsed(self, start: int, seconds: int) -> int:
        """Seconds run from the instant; what ends at midnight ends at 24:00."""
        day, second = divmod(start, SLOTS)
        reading = day * DAY + second
        clock = self._clock
        passed = clock.reading(clock.instant(reading) + seconds) if clock else reading + seconds
        day, second = divmod(passed - 1, DAY)
        return day * SLOTS + second + 1

    def _calendar_days(self, start: int, days: int) -> int:
        """Days run from the day after."""
        return self._ended(start // SLOTS + days)

    def _months(self, start: int, months: int) -> int:
        """To the same day of a later month, or its last where it has none such (art. 202)."""
        try:
            return self._ended(months_after(date.fromordinal(start // SLOTS), months).toordinal())
        except (OverflowError, ValueError):
            raise OutOfHorizonError(self.last) from None

    def _ended(self, day: int) -> int:
        if day not in self._days:
            raise OutOfHorizonError(self.last)
        return self._closed(self._moved[day - self._days.start])

    def _closed(self, day: int) -> int:
        if day not in self._days:
            raise OutOfHorizonError(self.last)
        return self._ends[day - self._days.start]

    def _working_seconds(self, start: int, seconds: int) -> int:
        """Working seconds run while it is open; what ends at close ends then, not next morning."""
        return self._after_open(self._opened(start) + seconds)

    def _opened(self, point: int) -> int:
        """For how many seconds it has been open before a point."""
        at = bisect_right(self._opens, point)
        if not at:
            return 0
        begin, end = self._line[at - 1]
        return self._before[at - 1] + min(point, end) - begin

    def _after_open(self, seconds: int) -> int:
        """The point by which it has been open for so many seconds."""
        at = bisect_left(self._before, seconds) - 1
        if at >= len(self._line):
            raise OutOfHorizonError(self.last)
        return self._opens[at] + seconds - self._before[at]

    @property
    def _late_counts_later(self) -> bool:
        return self.conventions.receipt is Receipt.NEXT_WORKING_DAY

    def _working_days(self, start: int, days: int) -> int:
        """Working days run from the next one."""
        received, second = divmod(start, SLOTS)
        if self._late_counts_later and second > self._last_open(received):
            received = self._working_after(received, 1)
        return self._closed(self._working_after(received, days))

    def _last_open(self, day: int) -> int:
        """The last second of a day at which it is open; before the day where it is not at all."""
        opened = self._openings[day - self._days.start]
        return opened[-1][1] if opened else -1

    def _working_after(self, day: int, count: int) -> int:
        index = bisect_right(self._working, day) + count - 1
        if index >= len(self._working):
            raise OutOfHorizonError(self.last)
        return self._working[index]


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or the last that the month has (Civil Code art. 202).

    Raises:
        ValueError: no such year can be written.
    """
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_COUNTED: dict[Dimension, Callable[[Calendar, int, int], int]] = {
    Dimension.SECONDS: Calendar._elapsed,
    Dimension.DAYS: Calendar._calendar_days,
    Dimension.MONTHS: Calendar._months,
    Dimension.WORKING_SECONDS: Calendar._working_seconds,
    Dimension.WORKING_DAYS: Calendar._working_days,
}
