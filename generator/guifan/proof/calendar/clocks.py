"""The manual's calendars over the horizon, and how far each duration carries every start."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from itertools import groupby
from zoneinfo import ZoneInfo

from guifan.corpus.graph import Corpus
from guifan.language.hours import Hours
from guifan.language.kinds import manual as written
from guifan.language.kinds.manual import Manual
from guifan.temporal.advances import Advance, advance
from guifan.temporal.arrangements import Bound, Given, arranged_to, chinese
from guifan.temporal.calendars import (
    Calendar,
    Conventions,
    DayEnd,
    Holidays,
    Receipt,
    RestDay,
    Stretch,
)
from guifan.temporal.clock import clock_of, zone_named
from guifan.temporal.duration import Dimension, Duration, Unit
from guifan.temporal.moments import DAY, Moment

TAIL = 2
"""How many years the calendars go on after the horizon, for what starts at its end."""

MARGIN = timedelta(days=180)
"""How long after the horizon a step may still start."""

LONGEST = 4
"""How many years a horizon has at most, however far ahead holidays are said to be arranged."""

LATEST = date.max.year - LONGEST - TAIL
"""The last year in which a horizon may begin, so that calendars can go on after it."""


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

    @property
    def spans(self) -> tuple[tuple[date, date], ...]:
        """From which day to which the starts are proven, then those that are not."""
        if not self.first <= self.proven < self.last:
            return ((self.first, self.last),)
        return ((self.first, self.proven), (self.proven + timedelta(days=1), self.last))

    def is_provisional(self, day: date) -> bool:
        """Whether a day stands in a year whose holidays are only bounded."""
        return day > self.proven


def horizon(day: date, arranged_through: int) -> Horizon:
    """The horizon of a manual on a day."""
    first = min(day.year, LATEST)
    final = min(max(first, arranged_through + 1), first + LONGEST - 1)
    proven = min(arranged_through, final)
    return Horizon(date(first, 1, 1), date(proven, 12, 31), date(final, 12, 31))


@dataclass(frozen=True)
class Clocks:
    """The calendars of a manual.

    Args:
        manual: names the calendars, the zone, and how far holidays are arranged.
        day: on which the manual is judged.
        bound: of the days of rest in years without an arrangement. With the fewest, what breaks
            breaks however they will be arranged; with the most, what holds will hold.
        lengthened: how far limits carry every start with their pauses and extensions, by what
            these say (``promises.longest``): many limits of a manual say the same.
    """

    manual: Manual
    day: date
    bound: Bound = Bound.FEWEST
    lengthened: dict[Hashable, Advance] = field(default_factory=dict)
    _calendars: dict[tuple[str | None, bool], Calendar] = field(default_factory=dict)
    _advances: dict[tuple[str | None, bool, Dimension, int], Advance] = field(default_factory=dict)

    @cached_property
    def horizon(self) -> Horizon:
        """The days from which every clock may start."""
        return horizon(self.day, self.arranged_through)

    @cached_property
    def arranged_through(self) -> int:
        """The last year that the manual says is arranged and whose arrangement is known."""
        return arranged_to(self.manual.arranged_through, self._given)

    @cached_property
    def _given(self) -> Given:
        """The arrangements that the manual itself gives."""
        return {
            one.year: Holidays(
                frozenset(day for rest in one.rests for day in _arranged(rest, one.year)),
                frozenset(filter(one.may_arrange, one.works)),
            )
            for one in self.manual.arrangements
            if one.year in _ARRANGEABLE
        }

    @cached_property
    def holidays(self) -> Holidays:
        """Those of the horizon and its tail."""
        last = self.horizon.last.year + TAIL
        first, arranged = self.horizon.first.year, self.arranged_through
        return chinese(first, last, arranged, self.bound, self._given)

    @cached_property
    def _named(self) -> Mapping[str, written.Calendar]:
        return {one.id: one for one in self.manual.calendars}

    def has(self, name: str | None) -> bool:
        """Whether there is such a working time; without a name there always is."""
        return name is None or name in self._named

    def calendar(self, name: str | None, *, legal: bool = False) -> Calendar:
        """The working time that a limit names.

        Args:
            name: of a calendar; without one, days are those of the Civil Code.
            legal: count as a floor that the law sets: its last day does not move and ends at close,
                and what comes outside opening hours has come.
        """
        key = name, legal
        if key not in self._calendars:
            self._calendars[key] = self._made(self._named[name] if name else None, legal)
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

    def in_turn(self, durations: Iterable[Duration], name: str | None) -> Advance:
        """How far durations carry every start, one after the other, by a calendar.

        Raises:
            OutOfHorizonError: they are longer than the horizon and its tail.
        """
        calendar = self.calendar(name)
        whole: Advance | None = None
        for dimension, alike in groupby(durations, lambda one: one.dimension):
            parts = tuple(alike)
            if len(parts) > 1 and calendar.adds_up(dimension):
                # Fractions of a second are cut off each by itself.
                total = sum(int(one.magnitude) for one in parts)
                unit = _UNIT[dimension]
                parts = (Duration(Fraction(total, unit.scale), unit),) if total else parts
            for part in parts:
                step = self.advance(part, name)
                whole = whole.then(step) if whole else step
        assert whole is not None, "nothing to carry"
        return whole

    def _made(self, named: written.Calendar | None, legal: bool) -> Calendar:
        last = self._last
        return Calendar(
            self.horizon.first,
            last,
            _week(named.hours) if named else _ALWAYS,
            self.holidays,
            observes=named.hours.closed_on_holidays if named else False,
            conventions=_LAWFUL if legal else _conventions(named),
            zone=self._zone,
            exceptions=dict(_excepted(named, self.horizon.first, last)) if named else {},
        )

    @property
    def _last(self) -> date:
        """The last day of the calendars."""
        return self.horizon.last.replace(year=self.horizon.last.year + TAIL)

    @cached_property
    def _zone(self) -> ZoneInfo | None:
        """The manual's zone; None where its clocks do not change."""
        zone = zone_named(self.manual.zone)
        return zone if zone and clock_of(zone, self.horizon.first, self._last).changes else None


def clocks_of(corpus: Corpus, day: date) -> Clocks | None:
    """The calendars of a corpus; None where it has no manual to name them."""
    return Clocks(corpus.manual, day) if corpus.manual else None


_UNIT = {
    Dimension.SECONDS: Unit.SECOND,
    Dimension.DAYS: Unit.DAY,
    Dimension.MONTHS: Unit.MONTH,
    Dimension.WORKING_SECONDS: Unit.WORKING_MINUTE,
    Dimension.WORKING_DAYS: Unit.WORKING_DAY,
}
"""The smallest unit of each dimension."""

_LAWFUL = Conventions(DayEnd.CLOSE, RestDay.STAYS, Receipt.THAT_DAY)
"""How a floor is counted: a day without opening hours closes at midnight."""

_ARRANGEABLE = range(date.min.year + 1, date.max.year)
"""The years with a December before them, and a day after."""

_ALWAYS: tuple[tuple[Stretch, ...], ...] = (((0, DAY),),) * 7
_NEVER: tuple[tuple[Stretch, ...], ...] = ((),) * 7


def _week(hours: Hours) -> tuple[tuple[Stretch, ...], ...]:
    """Opening hours in seconds of the day."""
    return tuple(
        tuple((one.start.minutes * 60, one.end.minutes * 60) for one in day) for day in hours.week
    )


def _conventions(named: written.Calendar | None) -> Conventions:
    """How a calendar counts days; without one, as the Civil Code does for whom nothing closes."""
    if named is None:
        return Conventions(DayEnd.MIDNIGHT, RestDay.MOVES, Receipt.THAT_DAY)
    return Conventions(
        DayEnd(named.day_end.value),
        RestDay.MOVES if named.moves else RestDay.STAYS,
        Receipt(named.receipt.value),
    )


def _excepted(
    named: written.Calendar, first: date, last: date
) -> Iterator[tuple[date, tuple[Stretch, ...]]]:
    """The days of a calendar that have hours of their own, within some days."""
    for one in named.exceptions:
        week = _week(one.hours) if one.hours else _NEVER
        for day in _within(max(one.first, first), min(one.last, last)):
            yield day, week[day.weekday()]


def _arranged(rest: written.Rest, year: int) -> Iterator[date]:
    """The days of a rest that the notice of a year may arrange, whatever else is written."""
    return _within(max(rest.first, date(year - 1, 12, 1)), min(rest.last, date(year, 12, 31)))


def _within(first: date, last: date) -> Iterator[date]:
    """The days from one to another, both included."""
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
