"""Working time over a span of days, and the deadlines counted by it.

Counting follows the Civil Code of the PRC by default (arts. 200–204): hours run from the instant,
days and longer from the day after; the last day ends at its 24:00 or at close of business; a last
day that is a day of rest gives way to the next that is none.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from itertools import accumulate
from zoneinfo import ZoneInfo

from guifan.temporal.duration import Dimension, Duration
from guifan.temporal.moments import DAY, SLOTS, Moment

Stretch = tuple[int, int]
"""Seconds of a day, from the first up to and without the last; 86,400 is its 24:00."""

SATURDAY = 5
MONTHS = 12

SHIFT = 900
"""Seconds: zones change their clocks by multiples of it, at multiples of it."""


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
        zone: for hours that run through a change of the clocks; None where there is none.
    """

    first: date
    last: date
    week: tuple[tuple[Stretch, ...], ...]
    holidays: Holidays = field(default_factory=Holidays)
    observes: bool = True
    conventions: Conventions = field(default_factory=Conventions)
    zone: ZoneInfo | None = None
    _line: Sequence[Stretch] = field(init=False, repr=False, compare=False)
    _before: Sequence[int] = field(init=False, repr=False, compare=False)
    _working: Sequence[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        line: list[Stretch] = []
        working: list[int] = []
        for ordinal in range(self.first.toordinal(), self.last.toordinal() + 1):
            opened = self.stretches(date.fromordinal(ordinal))
            midnight = ordinal * SLOTS
            line += ((midnight + start, midnight + end) for start, end in opened)
            working += [ordinal] if opened else []
        object.__setattr__(self, "_line", line)
        object.__setattr__(self, "_before", [0, *accumulate(end - start for start, end in line)])
        object.__setattr__(self, "_working", working)

    def stretches(self, day: date) -> tuple[Stretch, ...]:
        """When it is open on a day; a day worked to make up for a holiday is like a Monday."""
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
        if not self.first <= start.day <= self.last:
            raise OutOfHorizonError(start.day)
        end = _COUNTED[duration.dimension](self, start, int(duration.magnitude))
        if end.day > self.last:
            raise OutOfHorizonError(end.day)
        return end

    def latest_start(self, end: Moment, duration: Duration) -> Moment | None:
        """The last moment from which a time limit still ends by ``end``; None where there is none.

        The inverse of ``deadline``: from the moment after it, the limit ends later.
        """
        low, high = Moment(self.first, 0).point, min(end, Moment(self.last, DAY)).point
        if not self._keeps(low, duration, end):
            return None
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._keeps(middle, duration, end) else (low, middle - 1)
        return Moment.at(low)

    def _keeps(self, point: int, duration: Duration, end: Moment) -> bool:
        try:
            return self.deadline(Moment.at(point), duration) <= end
        except OutOfHorizonError:
            return False

    def _elapsed(self, start: Moment, seconds: int) -> Moment:
        """Seconds run from the instant; what ends at midnight ends at 24:00."""
        if self.zone is None:
            passed = start.day.toordinal() * DAY + start.second + seconds
            day, second = divmod(passed - 1, DAY)
            return Moment(_day(day), second + 1)
        midnight = datetime.combine(start.day, datetime.min.time())
        begins = (midnight + timedelta(seconds=start.second)).replace(tzinfo=self.zone)
        ends = (begins.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(self.zone)
        second = (ends.hour * 60 + ends.minute) * 60 + ends.second
        return Moment(ends.date(), second) if second else Moment(_day_before(ends.date()), DAY)

    def _days(self, start: Moment, days: int) -> Moment:
        """Days run from the day after."""
        return self._ended(start.day.toordinal() + days)

    def _months(self, start: Moment, months: int) -> Moment:
        """To the same day of a later month, or its last where it has none such (art. 202)."""
        return self._ended(months_after(start.day, months).toordinal())

    def _ended(self, ordinal: int) -> Moment:
        day = _day(ordinal)
        if self.conventions.rest_day is RestDay.MOVES:
            while self.rests(day) and day <= self.last:
                day = _day(day.toordinal() + 1)
        return Moment(day, self.closes(day))

    def _working_seconds(self, start: Moment, seconds: int) -> Moment:
        """Working seconds run while it is open; what ends at close ends then, not next morning."""
        return Moment.at(self._after_open(self._opened(start.point) + seconds))

    def _opened(self, point: int) -> int:
        """For how many seconds it has been open before a point."""
        at = bisect_right(self._line, point, key=lambda stretch: stretch[0])
        if not at:
            return 0
        begin, end = self._line[at - 1]
        return self._before[at - 1] + min(point, end) - begin

    def _after_open(self, seconds: int) -> int:
        """The point by which it has been open for so many seconds."""
        at = bisect_left(self._before, seconds) - 1
        if at >= len(self._line):
            raise OutOfHorizonError(self.last)
        return self._line[at][0] + seconds - self._before[at]

    def turns(self, duration: Duration) -> Iterator[int]:
        """Every start at which the deadline may stop running along with the start, or begin to.

        Between two of them, one after the other, ``deadline`` either stands still or runs along.
        """
        days = range(self.first.toordinal(), self.last.toordinal() + 1)
        amount = int(duration.magnitude)
        match duration.dimension:
            case Dimension.SECONDS:
                over = -amount % DAY + 1
                seconds = {0, over, DAY}
                if self.zone:
                    seconds |= {*range(0, DAY, SHIFT), *range(over % SHIFT, DAY, SHIFT)}
                yield from (day * SLOTS + second for day in days for second in seconds)
            case Dimension.WORKING_SECONDS:
                for begin, end in self._line:
                    yield from (begin, end)
                yield from (
                    self._after_open(total - amount) + 1 for total in self._before if total > amount
                )
            case _:
                yield from (day * SLOTS for day in days)
                yield from (end + 1 for _, end in self._line)

    def _working_days(self, start: Moment, days: int) -> Moment:
        """Working days run from the next one."""
        received = start.day.toordinal()
        late = self.conventions.receipt is Receipt.NEXT_WORKING_DAY
        if late and start.second > self._last_open(start.day):
            received = self._working_after(received, 1)
        return self._closed(self._working_after(received, days))

    def _last_open(self, day: date) -> int:
        """The last second of a day at which it is open; before the day where it is not at all."""
        stretches = self.stretches(day)
        return stretches[-1][1] if stretches else -1

    def _working_after(self, ordinal: int, count: int) -> int:
        index = bisect_right(self._working, ordinal) + count - 1
        if index >= len(self._working):
            raise OutOfHorizonError(self.last)
        return self._working[index]

    def _closed(self, ordinal: int) -> Moment:
        day = _day(ordinal)
        return Moment(day, self.closes(day))


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or the last that the month has (Civil Code art. 202)."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    last = _day_before(date(year + (month + 1) // MONTHS, (month + 1) % MONTHS + 1, 1))
    return last.replace(day=min(day.day, last.day))


def _day(ordinal: int) -> date:
    try:
        return date.fromordinal(ordinal)
    except (OverflowError, ValueError):
        raise OutOfHorizonError(ordinal) from None


def _day_before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


_COUNTED: dict[Dimension, Callable[[Calendar, Moment, int], Moment]] = {
    Dimension.SECONDS: Calendar._elapsed,
    Dimension.DAYS: Calendar._days,
    Dimension.MONTHS: Calendar._months,
    Dimension.WORKING_SECONDS: Calendar._working_seconds,
    Dimension.WORKING_DAYS: Calendar._working_days,
}
