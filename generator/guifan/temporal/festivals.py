"""Which of the year's festivals a day of rest belongs to, so that a count of days can name it."""

from datetime import date
from enum import Enum
from functools import cache

import holidays


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
    near = {**_first_days(day.year), **_coming(day.year)}
    return near[min(near, key=lambda first: abs((day - first).days))]


@cache
def _first_days(year: int) -> dict[date, Festival]:
    known = holidays.country_holidays("CN", years=year)
    return {
        min(day for day in known if day.year == year and one.value in known[day].split("; ")): one
        for one in Festival
    }


@cache
def _coming(year: int) -> dict[date, Festival]:
    """The first day of the year after, of which people may rest before it begins."""
    return {date(year + 1, 1, 1): Festival.NEW_YEAR}
