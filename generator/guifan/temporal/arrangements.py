"""Public holidays of China: what the State Council has arranged, and bounds for what it has not.

Arranged years come from the `holidays` library, with the weekends that were moved, or are given: a
manual can enter a notice the day it is published. A year without an arrangement is bounded on both
sides, not estimated: at least the days that the law gives are of rest; at most, around each
holiday, also every day that was one in any of the last five arranged years. No weekend is worked in
either.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import Enum
from functools import cache
from itertools import count
from types import MappingProxyType

from guifan.temporal.calendars import SATURDAY, Holidays
from guifan.temporal.festivals import Festival, festival, first_days
from guifan.temporal.official import official

YEARS = 5
"""How many arranged years bound a year without an arrangement."""

EARLIEST = 2008
"""The first year with the seven holidays of today (全国年节及纪念日放假办法, revised 2007)."""

Given = Mapping[int, Holidays]
"""Arrangements by year, in place of the library's."""

NONE_GIVEN: Given = MappingProxyType({})


class Bound(Enum):
    """How many days of rest a year has that is not arranged yet."""

    FEWEST = "fewest"
    MOST = "most"


_DAY = timedelta(days=1)


def chinese(
    first: int,
    last: int,
    arranged_through: int,
    bound: Bound = Bound.MOST,
    given: Given = NONE_GIVEN,
) -> Holidays:
    """The holidays from one year to another.

    Args:
        first: the first year.
        last: the last year, included.
        arranged_through: the last year that has an arrangement, a yearly notice of the General
            Office of the State Council; see ``arranged_to``.
        bound: of the days of rest in the years after it.
        given: arrangements that take the place of the library's.
    """
    arranged = [_arranged(year, given) for year in range(first, min(last, arranged_through) + 1)]
    # A notice may arrange the last days of December before its year.
    arranged += [given[last + 1]] if last < arranged_through and last + 1 in given else []
    offsets = _offsets(arranged_through, given) if bound is Bound.MOST else {}
    bounds = {
        day
        for year in range(max(first, arranged_through + 1), last + 1)
        for day in (*official(year).named, *_bounded(year, offsets))
    }
    return Holidays(
        frozenset(bounds).union(*(one.rests for one in arranged)),
        frozenset().union(*(one.works for one in arranged)),
    )


def arranged_to(year: int, given: Given = NONE_GIVEN) -> int:
    """The last year up to ``year`` such that it and those before it are known to be arranged."""
    before = year
    while before in given:
        before -= 1
    if before < EARLIEST or official(before).is_arranged:
        return year
    return next(one - 1 for one in count(EARLIEST) if not _is_known(one, given))


def _is_known(year: int, given: Given) -> bool:
    return year in given or official(year).is_arranged


def _arranged(year: int, given: Given) -> Holidays:
    return given[year] if year in given else _officially(year)


@cache
def _officially(year: int) -> Holidays:
    """A year of the library; the weekends beside its holidays belong to them."""
    near = (official(one) for one in (year - 1, year, year + 1))
    named = {day for one in near for day in one.named}
    works = official(year).works
    rests = {*named, *_weekends_beside(named, works)}
    return Holidays(frozenset(day for day in rests if day.year == year), works)


def _weekends_beside(rests: set[date], works: frozenset[date]) -> Iterator[date]:
    """The days of a weekend that touch a holiday belong to it."""
    for day in rests:
        for step in (-_DAY, _DAY):
            beside = day + step
            while beside.weekday() >= SATURDAY and beside not in works and beside not in rests:
                yield beside
                beside += step


def _bounded(year: int, offsets: Mapping[Festival, frozenset[int]]) -> Iterator[date]:
    """The days around a year's festivals that may be of rest."""
    for one, first in first_days(year).items():
        for offset in offsets.get(one, ()):
            yield first + offset * _DAY


def _offsets(arranged_through: int, given: Given) -> Mapping[Festival, frozenset[int]]:
    """How far from a festival's first day people rested, in the last arranged years."""
    found: dict[Festival, set[int]] = {one: set() for one in Festival}
    last = max(arranged_through, EARLIEST + YEARS - 1)
    for year in range(last - YEARS + 1, last + 1):
        rests = _arranged(year, given).rests
        for one, first in first_days(year).items():
            around = _stretch_around(first, rests)
            found[one] |= {(day - first).days for day in around if festival(day) is one}
    return {one: frozenset(offsets) for one, offsets in found.items()}


def _stretch_around(day: date, rests: Iterable[date]) -> Iterator[date]:
    """The days of rest without a gap before and after a day, and the day."""
    rests = set(rests)
    yield day
    for step in (-_DAY, _DAY):
        beside = day + step
        while beside in rests:
            yield beside
            beside += step
