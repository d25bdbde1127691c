"""The manual's calendars over the horizon, and how far each duration carries every start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from guifan.corpus.graph import Corpus
from guifan.language.hours import Hours
from guifan.language.kinds.manual import Calendar as Named
from guifan.language.kinds.manual import Manual
from guifan.temporal.advances import Advance, advance
from guifan.temporal.arrangements import Bound, chinese
from guifan.temporal.calendars import (
    Calendar,
    Conventions,
    DayEnd,
    Holidays,
    RestDay,
    Stretch,
)
from guifan.temporal.duration import Dimension, Duration
from guifan.temporal.moments import DAY, Moment

TAIL = 2
"""How many years the calendars go on after the horizon, for what starts at its end."""

MARGIN = timedelta(days=180)
"""How long after the horizon a step may still start."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """The days from which every clock may start.

    Args:
        first: the first day of the year of the given day.
        proven: the last day of the last year with an arrangement of holidays; before ``first``
            where there is none.
        last: twelve months after it.
    """

    first: date
    proven: date
    last: date

    @property
    def ends(self) -> tuple[date, ...]:
        """The last days to look to: first of what is proven, then of all."""
        return (self.proven, self.last) if self.proven >= self.first else (self.last,)

    def is_provisional(self, day: date) -> bool:
        """Whether a day stands in a year whose holidays are only bounded."""
        return day > self.proven


def horizon(day: date, arranged_through: int) -> Horizon:
    """The horizon of a manual on a day."""
    final = max(day.year, arranged_through + 1)
    return Horizon(date(day.year, 1, 1), date(arranged_through, 12, 31), date(final, 12, 31))


@dataclass(frozen=True)
class Clocks:
    """The calendars of a manual.

    Args:
        manual: names the calendars, the zone, and how far holidays are arranged.
        day: on which the manual is judged.
        bound: of the days of rest in years without an arrangement. With the fewest, what breaks
            breaks however they will be arranged; with the most, what holds will hold.
    """

    manual: Manual
    day: date
    bound: Bound = Bound.FEWEST
    _calendars: dict[tuple[str | None, bool], Calendar] = field(default_factory=dict)
    _advances: dict[tuple[str | None, bool, Dimension, int], Advance] = field(default_factory=dict)

    @cached_property
    def horizon(self) -> Horizon:
        """The days from which every clock may start."""
        return horizon(self.day, self.manual.arranged_through)

    @cached_property
    def holidays(self) -> Holidays:
        """Those of the horizon and its tail."""
        last = self.horizon.last.year + TAIL
        arranged = self.manual.arranged_through
        return chinese(self.horizon.first.year, last, arranged, self.bound)

    @cached_property
    def _named(self) -> Mapping[str, Named]:
        return {one.id: one for one in self.manual.calendars}

    def has(self, name: str | None) -> bool:
        """Whether there is such a working time; without a name there always is."""
        return name is None or name in self._named

    def calendar(self, name: str | None, *, legal: bool = False) -> Calendar:
        """The working time that a limit names.

        Args:
            name: of a calendar; without one, days are those of the Civil Code.
            legal: count as a floor that the law sets: its last day does not move.
        """
        key = name, legal
        if key not in self._calendars:
            self._calendars[key] = self._made(self._named[name].hours if name else None, legal)
        return self._calendars[key]

    def advance(self, duration: Duration, name: str | None, *, legal: bool = False) -> Advance:
        """How far a duration carries every start, by a calendar.

        Raises:
            OutOfHorizonError: it is longer than the horizon and its tail.
        """
        key = name, legal, duration.dimension, int(duration.magnitude)
        if key not in self._advances:
            last = Moment(self.horizon.last + MARGIN, DAY)
            self._advances[key] = advance(self.calendar(name, legal=legal), duration, last)
        return self._advances[key]

    def _made(self, hours: Hours | None, legal: bool) -> Calendar:
        last = self.horizon.last
        moves = not legal and (hours is None or hours.closed_on_holidays)
        return Calendar(
            self.horizon.first,
            last.replace(year=last.year + TAIL),
            _week(hours) if hours else _ALWAYS,
            self.holidays,
            observes=hours.closed_on_holidays if hours else False,
            conventions=Conventions(
                DayEnd.CLOSE if hours else DayEnd.MIDNIGHT,
                RestDay.MOVES if moves else RestDay.STAYS,
            ),
            zone=self._zone,
        )

    @cached_property
    def _zone(self) -> ZoneInfo | None:
        """The manual's zone; None where its clocks do not change, or where there is no such zone.

        Clocks that change do so within any two months: summer time lasts longer.
        """
        try:
            zone = ZoneInfo(self.manual.zone)
        except (ZoneInfoNotFoundError, ValueError):
            return None
        months = range(self.horizon.first.year * 12, (self.horizon.last.year + TAIL + 1) * 12)
        noons = (datetime(at // 12, at % 12 + 1, 1, 12, tzinfo=zone) for at in months)
        return zone if len({noon.utcoffset() for noon in noons}) > 1 else None


def clocks_of(corpus: Corpus, day: date) -> Clocks | None:
    """The calendars of a corpus; None where it has no manual to name them."""
    return Clocks(corpus.manual, day) if corpus.manual else None


_ALWAYS: tuple[tuple[Stretch, ...], ...] = (((0, DAY),),) * 7


def _week(hours: Hours) -> tuple[tuple[Stretch, ...], ...]:
    """Opening hours in seconds of the day."""
    return tuple(
        tuple((one.start.minutes * 60, one.end.minutes * 60) for one in day) for day in hours.week
    )
