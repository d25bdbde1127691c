"""Public holidays of China: what the State Council has arranged, and bounds for what it has not.

Arranged years come from the `holidays` library, with the weekends that were moved. A year without
an arrangement is bounded on both sides, not estimated: at least the days that the law gives are of
rest; at most, around each holiday, every day that was one in any of the last five arranged years.
No weekend is worked in either.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import Enum
from functools import cache

import holidays

from guifan.temporal.calendars import SATURDAY, Holidays

YEARS = 5
"""How many arranged years bound a year without an arrangement."""


class Bound(Enum):
    """How many days of rest a year has that is not arranged yet."""

    FEWEST = "fewest"
    MOST = "most"


_DAY = timedelta(days=1)
_ANCHORS = (
    "New Year's Day",
    "Chinese New Year (Spring Festival)",
    "Tomb-Sweeping Day",
    "Labor Day",
    "Dragon Boat Festival",
    "Mid-Autumn Festival",
    "National Day",
)
"""The holidays by the library's names; the first day of a name is the one others count from."""


def chinese(first: int, last: int, arranged_through: int, bound: Bound = Bound.MOST) -> Holidays:
    """The holidays from one year to another.

    Args:
        first: the first year.
        last: the last year, included.
        arranged_through: the last year that has an arrangement, a yearly notice of the General
            Office of the State Council; the library does not say so itself.
        bound: of the days of rest in the years after it.
    """
    arranged = [_arranged(year) for year in range(first, min(last, arranged_through) + 1)]
    bounds = {
        day
        for year in range(max(first, arranged_through + 1), last + 1)
        for day in (_bounded(year, arranged_through) if bound is Bound.MOST else _lawful(year))
    }
    return Holidays(
        frozenset(bounds).union(*(one.rests for one in arranged)),
        frozenset().union(*(one.works for one in arranged)),
    )


@cache
def _arranged(year: int) -> Holidays:
    known = holidays.country_holidays("CN", years=(year - 1, year, year + 1))
    works = frozenset(known.weekend_workdays)
    rests = {*known, *_weekends_beside(set(known), works)}
    return Holidays(
        frozenset(day for day in rests if day.year == year),
        frozenset(day for day in works if day.year == year),
    )


def _weekends_beside(rests: set[date], works: frozenset[date]) -> Iterator[date]:
    """The days of a weekend that touch a holiday belong to it."""
    for day in rests:
        for step in (-_DAY, _DAY):
            beside = day + step
            while beside.weekday() >= SATURDAY and beside not in works and beside not in rests:
                yield beside
                beside += step


def _lawful(year: int) -> Iterator[date]:
    """The days of rest that the law gives (全国年节及纪念日放假办法), a lost weekend made up."""
    known = holidays.country_holidays("CN", years=year)
    yield from (day for day in known if day.year == year)


def _bounded(year: int, arranged_through: int) -> Iterator[date]:
    """Every day that may be one of rest in a year without an arrangement."""
    for name, anchor in _anchors(year):
        for offset in _offsets(name, arranged_through):
            yield anchor + offset * _DAY


@cache
def _offsets(name: str, arranged_through: int) -> frozenset[int]:
    """How far from a holiday's first day people rested, in the last arranged years."""
    found: set[int] = set()
    for year in range(arranged_through - YEARS + 1, arranged_through + 1):
        rests = _arranged(year).rests
        anchors = dict(_anchors(year))
        around = set(_stretch_around(anchors[name], rests))
        found |= {(day - anchors[name]).days for day in around if _of(day, anchors) == name}
    return frozenset(found)


def _of(day: date, anchors: Mapping[str, date]) -> str:
    """The holiday to which a day of rest belongs, where two meet: the nearer one."""
    return min(anchors, key=lambda name: abs((day - anchors[name]).days))


def _stretch_around(day: date, rests: Iterable[date]) -> Iterator[date]:
    """The days of rest without a gap before and after a day, and the day."""
    rests = set(rests)
    yield day
    for step in (-_DAY, _DAY):
        beside = day + step
        while beside in rests:
            yield beside
            beside += step


def _anchors(year: int) -> Iterator[tuple[str, date]]:
    """The first day of every holiday of a year."""
    known = holidays.country_holidays("CN", years=year)
    for name in _ANCHORS:
        days = [day for day in known if day.year == year and name in known[day].split("; ")]
        yield name, min(days)
