"""The festivals of a year: when each begins, and which of them a day of rest belongs to."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from types import MappingProxyType

from guifan.temporal.official import official


class Festival(Enum):
    """A public holiday (全国年节及纪念日放假办法, art. 2), by the library's name."""

    NEW_YEAR = "New Year's Day"
    SPRING = "Chinese New Year (Spring Festival)"
    TOMB_SWEEPING = "Tomb-Sweeping Day"
    LABOUR = "Labor Day"
    DRAGON_BOAT = "Dragon Boat Festival"
    MID_AUTUMN = "Mid-Autumn Festival"
    NATIONAL = "National Day"

    @property
    def chinese(self) -> str:
        """Its name in the notices."""
        return _CHINESE[self]


_CHINESE = {
    Festival.NEW_YEAR: "元旦",
    Festival.SPRING: "春节",
    Festival.TOMB_SWEEPING: "清明节",
    Festival.LABOUR: "劳动节",
    Festival.DRAGON_BOAT: "端午节",
    Festival.MID_AUTUMN: "中秋节",
    Festival.NATIONAL: "国庆节",
}

_EVE = "Chinese New Year's Eve"
"""A day of rest of its own in the library, of Spring Festival in the law."""


def festival(day: date) -> Festival:
    """The festival that a day of rest belongs to: the one whose first day is nearest."""
    near = {first: one for one, first in first_days(day.year).items()}
    # People may rest before the year begins that the first festival belongs to.
    near[date(min(day.year + 1, date.max.year), 1, 1)] = Festival.NEW_YEAR
    return near[min(near, key=lambda first: abs((day - first).days))]


@cache
def first_days(year: int) -> Mapping[Festival, date]:
    """The first day of each festival that a year has; none is known before 1950 or after 2100."""
    named: dict[str, list[date]] = {}
    for day, names in official(year).named.items():
        for name in names:
            named.setdefault(name, []).append(day)
    return MappingProxyType({one: min(named[one.value]) for one in Festival if one.value in named})


@cache
def statutory(year: int) -> Mapping[Festival, frozenset[date]]:
    """The days that are of rest by law (art. 2 as it stood in the year), however it is arranged.

    Thirteen since 2025, eleven before; the same day may belong to two. None is known before 1950
    or after 2100.
    """
    names = {one.value: one for one in Festival} | {_EVE: Festival.SPRING}
    found: dict[Festival, set[date]] = {}
    for day, called in official(year).named.items():
        for name in called:
            if name in names:  # no other: bridged and observed days are called something else
                found.setdefault(names[name], set()).add(day)
    return MappingProxyType({one: frozenset(days) for one, days in found.items()})
