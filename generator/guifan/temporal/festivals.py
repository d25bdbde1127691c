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
