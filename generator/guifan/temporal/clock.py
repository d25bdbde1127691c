"""A clock that is put forward and back, and the time that passes by it.

Readings and instants are whole seconds since the same day, readings by the clock of a zone and
instants by one that is never changed (UTC). Where the clock is changed, every reading and every
instant has one meaning:

- a reading that is skipped means the instant of the change;
- a reading that comes twice means the first time;
- an instant of the second time is read as the end of it: what falls due while the hour repeats
  itself is due when that hour is over.

So a later reading is never an earlier instant, nor a later instant an earlier reading.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, cached_property
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from guifan.temporal.moments import DAY


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the clock.

    Args:
        instant: of the first second after it.
        before: seconds that the clock is ahead of UTC before it.
        after: and after it.
    """

    instant: int
    before: int
    after: int

    @property
    def put_back(self) -> int:
        """For how many seconds readings come a second time; none where it is put forward."""
        return max(self.before - self.after, 0)


@dataclass(frozen=True)
class Clock:
    """A clock over some years.

    Args:
        ahead: seconds that it is ahead of UTC at first.
        changes: in order.
    """

    ahead: int
    changes: tuple[Change, ...]

    @cached_property
    def _readings(self) -> list[int]:
        """What the clock would show at each change if it were not changed."""
        return [one.instant + one.before for one in self.changes]

    @cached_property
    def _instants(self) -> list[int]:
        return [one.instant for one in self.changes]

    @cached_property
    def shifts(self) -> tuple[int, ...]:
        """By how many seconds more or less than what passed a reading may move on."""
        offsets = {self.ahead, *(one.after for one in self.changes)}
        return tuple(sorted({one - other for one in offsets for other in offsets}))

    def instant(self, reading: int) -> int:
        """The instant that a reading means."""
        at = bisect_right(self._readings, reading) - 1
        if at < 0:
            return reading - self.ahead
        change = self.changes[at]
        return max(change.instant, reading - change.after)

    def reading(self, instant: int) -> int:
        """What the clock shows at an instant."""
        at = bisect_right(self._instants, instant) - 1
        if at < 0:
            return instant + self.ahead
        change = self.changes[at]
        return max(instant, change.instant + change.put_back) + change.after

    def turns(self, seconds: int) -> Iterator[int]:
        """The readings from which ``seconds`` may carry otherwise than from the one before."""
        for change in self.changes:
            yield change.instant + change.before
            yield change.instant + change.after
            yield self.reading(change.instant - seconds)
            yield self.reading(change.instant + change.put_back - seconds)


def zone_named(name: str) -> ZoneInfo | None:
    """A time zone by its name in the IANA database; None where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # A folder of the database, such as «Asia», cannot be read as a zone.
        return None


@cache
def clock_of(zone: ZoneInfo, first: date, last: date) -> Clock:
    """The clock of a zone over some days; changes on the days around them count too."""
    start = max(first.toordinal() - 2, 1) * DAY
    stop = min(last.toordinal() + 2, date.max.toordinal() - 1) * DAY
    changes = []
    for day in range(start, stop, DAY):
        before, after = _ahead(zone, day), _ahead(zone, day + DAY)
        if before != after:
            low, high = day, day + DAY
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if _ahead(zone, middle) == before else (low, middle)
            changes.append(Change(high, before, after))
    return Clock(_ahead(zone, start), tuple(changes))


def _ahead(zone: ZoneInfo, instant: int) -> int:
    """Seconds that a zone's clock is ahead of UTC."""
    day, second = divmod(instant, DAY)
    midnight = datetime.combine(date.fromordinal(day), datetime.min.time(), tzinfo=UTC)
    offset = (midnight + timedelta(seconds=second)).astimezone(zone).utcoffset()
    assert offset is not None, zone  # a zone always has one
    return int(offset.total_seconds())
