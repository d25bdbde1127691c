"""Points in time as deadlines need them: a day and a second of it, the end of the day its own.

24:00 of one day and 00:00 of the next are the same instant and two moments: what is due on a day
ends at its 24:00 and still belongs to it.
"""

from dataclasses import dataclass
from datetime import date

DAY = 86_400
"""Seconds of a day, in civil time."""

SLOTS = DAY + 1
"""Moments of a day: every second and its 24:00."""


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A second of a day.

    Args:
        day: the civil day.
        second: seconds since its midnight, 0 to 86,400; the last is its 24:00.

    Raises:
        ValueError: the second is not of the day.
    """

    day: date
    second: int

    def __post_init__(self) -> None:
        if not 0 <= self.second <= DAY:
            raise ValueError(f"a day has {DAY} seconds, not {self.second}")

    @property
    def point(self) -> int:
        """Its place in the line of all moments, so that later moments are greater."""
        return self.day.toordinal() * SLOTS + self.second

    @property
    def clock(self) -> str:
        """The time of day, to the second where that says more: ``17:30``, ``24:00``."""
        return str(self).partition(" ")[2].removesuffix(":00")

    @classmethod
    def at(cls, point: int) -> "Moment":
        """The moment at a place in the line."""
        day, second = divmod(point, SLOTS)
        return cls(date.fromordinal(day), second)

    def __str__(self) -> str:
        """``2026-09-29 24:00:00``."""
        minutes, seconds = divmod(self.second, 60)
        return f"{self.day} {minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
