"""How long something may take: an exact amount of a unit that says which clock it runs on.

Elapsed seconds, days, months, working seconds and working days are five dimensions: turning one
into another takes a calendar and a start, so durations of different dimensions never compare.
"""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import cache

from guifan.temporal.measure import Measure


class Dimension(Enum):
    """What a duration counts; ``magnitude`` is in this unit."""

    SECONDS = "seconds"
    DAYS = "days"
    MONTHS = "months"
    WORKING_SECONDS = "working-seconds"
    WORKING_DAYS = "working-days"


class Unit(Enum):
    """A unit of time; the unit alone decides whether working time or elapsed time is counted."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    WORKING_MINUTE = "working-minute"
    WORKING_HOUR = "working-hour"
    WORKING_DAY = "working-day"

    @property
    def dimension(self) -> Dimension:
        """What the unit counts."""
        return _SCALE[self][0]

    @property
    def scale(self) -> int:
        """How many of the dimension's base unit one of it is."""
        return _SCALE[self][1]

    @property
    def divisible(self) -> bool:
        """Whether half of one means something: hours can be halved, days and months cannot."""
        return self.dimension in (Dimension.SECONDS, Dimension.WORKING_SECONDS)


_SCALE = {
    Unit.SECOND: (Dimension.SECONDS, 1),
    Unit.MINUTE: (Dimension.SECONDS, 60),
    Unit.HOUR: (Dimension.SECONDS, 3600),
    Unit.DAY: (Dimension.DAYS, 1),
    Unit.MONTH: (Dimension.MONTHS, 1),
    Unit.YEAR: (Dimension.MONTHS, 12),
    Unit.WORKING_MINUTE: (Dimension.WORKING_SECONDS, 60),
    Unit.WORKING_HOUR: (Dimension.WORKING_SECONDS, 3600),
    Unit.WORKING_DAY: (Dimension.WORKING_DAYS, 1),
}


@dataclass(frozen=True, slots=True, eq=False)
class Duration(Measure):
    """A length of time, as it was written: 60 minutes equal 1 hour and stay 60 minutes.

    Args:
        amount: positive; an int wherever it is whole, and whole in days, months and years.
        unit: of what.

    Raises:
        ValueError: the amount is zero, negative, or a fraction of what cannot be divided.
    """

    amount: int | Fraction
    unit: Unit

    def __post_init__(self) -> None:
        if self.amount <= 0:
            raise ValueError(f"a duration is positive, not {self.amount}")
        if self.amount.denominator == 1:
            object.__setattr__(self, "amount", int(self.amount))
        elif not self.unit.divisible:
            raise ValueError(f"{self.amount} of a {self.unit.value} has no meaning")

    @property
    def dimension(self) -> Dimension:
        """Which clock it runs on."""
        return self.unit.dimension

    @property
    def magnitude(self) -> Fraction:
        """Its length in the dimension's unit: seconds, days or months."""
        return _length(self.amount, self.unit)

    def __str__(self) -> str:
        return f"{self.amount} {self.unit.value}"


@cache
def _length(amount: int | Fraction, unit: Unit) -> Fraction:
    """So much of a unit in the base unit of its dimension; compared over and over."""
    return Fraction(amount) * unit.scale
