"""Two deadlines over the horizon: where one comes after the other, or by how little it does not."""

from dataclasses import dataclass

from guifan.temporal.advances import Advance
from guifan.temporal.moments import DAY, SLOTS, Moment


@dataclass(frozen=True, slots=True)
class Case:
    """What happens as of one start.

    Args:
        start: when both clocks start.
        end: when the one ends.
        other: when the other ends.
    """

    start: Moment
    end: Moment
    other: Moment

    @property
    def days(self) -> int:
        """Calendar days from the start's day to the end's."""
        return (self.end.day - self.start.day).days

    @property
    def spare(self) -> int:
        """Seconds from the end to the other's end; negative where it comes after."""
        apart = (self.other.day - self.end.day).days
        return apart * DAY + self.other.second - self.end.second


def tightest(one: Advance, other: Advance, first: Moment, last: Moment) -> Case:
    """The start at which one deadline is latest against another, the earliest of several.

    Between two turns of either function their difference runs straight, so that it is greatest at
    a turn or just before one.

    Args:
        one: how far the one carries every start.
        other: how far the other does.
        first: the first start that counts.
        last: the last.
    """
    low = max(first.point, one.start, other.start)
    high = min(last.point, one.stop, other.stop)
    turns = {low, high}
    for start in (*one.starts, *other.starts):
        turns |= {point for point in (start - 1, start) if low <= point <= high}
    at = max(sorted(turns), key=lambda point: one(point) - other(point))
    return Case(Moment.at(at), Moment.at(one(at)), Moment.at(other(at)))


def longest(one: Advance, first: Moment, last: Moment) -> Case:
    """The start from which a deadline is the most calendar days away, the earliest of several."""
    low, high = max(first.point, one.start), min(last.point, one.stop)
    turns = {low, high}
    for start in one.starts:
        turns |= {point for point in (start - 1, start) if low <= point <= high}
    at = max(sorted(turns), key=lambda point: one(point) // SLOTS - point // SLOTS)
    end = Moment.at(one(at))
    return Case(Moment.at(at), end, end)
