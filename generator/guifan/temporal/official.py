"""What the `holidays` library knows of a year in China: its festivals, its moved weekends."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Official:
    """A year as the library has it.

    Args:
        named: the days of rest by law or by arrangement, with the names of their holidays.
        works: the days of weekends that are worked to make up for them.
    """

    named: Mapping[date, tuple[str, ...]]
    works: frozenset[date]

    @property
    def is_arranged(self) -> bool:
        """Whether the library knows an arrangement: each one so far moved some weekend."""
        return bool(self.works)


@cache
def official(year: int) -> Official:
    """A year in China; empty where the library has none."""
    import holidays  # noqa: PLC0415  # slow to load, and many commands count no days

    # In one language whatever the machine's, for days are found by these names.
    around = (year - 1, year, year + 1)
    known = holidays.country_holidays("CN", years=around, language="en_US")
    named = {day: tuple(known[day].split("; ")) for day in sorted(known) if day.year == year}
    works = frozenset(day for day in known.weekend_workdays if day.year == year)
    return Official(MappingProxyType(named), works)
