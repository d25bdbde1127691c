"""Deadlines worked out the slow way, by walking day by day and second by second of open time.

It imports nothing of the package: what it finds is what the package has to find too. A moment is
a date and a second of it, 0 to 86,400.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

DAY = 86_400
Moment = tuple[date, int]


@dataclass(frozen=True)
class Year:
    """When it is open: stretches of seconds by weekday, and the days that differ."""

    week: tuple[tuple[tuple[int, int], ...], ...]
    rests: frozenset[date] = frozenset()
    works: frozenset[date] = frozenset()
    closes_at_midnight: bool = False
    late_counts_next_day: bool = False
    moves_off_rest: bool = True
    exceptions: dict[date, tuple[tuple[int, int], ...]] = field(default_factory=dict)

    def open_on(self, day: date) -> tuple[tuple[int, int], ...]:
        if day in self.exceptions:
            return self.exceptions[day]
        if day in self.rests:
            return ()
        if day in self.works and not self.week[day.weekday()]:
            return self.week[0]
        return self.week[day.weekday()]

    def is_rest(self, day: date) -> bool:
        return day not in self.works and (day in self.rests or day.weekday() in (5, 6))

    def end_of(self, day: date) -> int:
        opened = self.open_on(day)
        return DAY if self.closes_at_midnight or not opened else opened[-1][1]


def tomorrow(day: date) -> date:
    return day + timedelta(days=1)


def seconds_later(start: Moment, seconds: int) -> Moment:
    day, second = start
    while second + seconds > DAY:
        seconds -= DAY - second
        day, second = tomorrow(day), 0
    return day, second + seconds


def days_later(start: Moment, days: int, year: Year) -> Moment:
    day = start[0]
    for _ in range(days):
        day = tomorrow(day)
    return _ended(day, year)


def months_later(start: Moment, months: int, year: Year) -> Moment:
    number, at = start[0].day, start[0].replace(day=1)
    for _ in range(months):
        at = (at + timedelta(days=31)).replace(day=1)
    day = at
    while day.day < number and tomorrow(day).month == at.month:
        day = tomorrow(day)
    return _ended(day, year)


def _ended(day: date, year: Year) -> Moment:
    while year.moves_off_rest and year.is_rest(day):
        day = tomorrow(day)
    return day, year.end_of(day)


def working_seconds_later(start: Moment, seconds: int, year: Year) -> Moment:
    day, second = start
    while True:
        for begin, end in year.open_on(day):
            free = end - max(begin, second)
            if free <= 0:
                continue
            if seconds <= free:
                return day, max(begin, second) + seconds
            seconds -= free
        day, second = tomorrow(day), 0


def working_days_later(start: Moment, days: int, year: Year) -> Moment:
    day, second = start
    opened = year.open_on(day)
    if year.late_counts_next_day and (not opened or second > opened[-1][1]):
        day = tomorrow(day)
        while not year.open_on(day):
            day = tomorrow(day)
    while days:
        day = tomorrow(day)
        days -= bool(year.open_on(day))
    return day, year.end_of(day)
