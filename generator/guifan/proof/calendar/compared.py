"""Two deadlines over the horizon: where one comes after the other, or by how little it does not."""

from collections.abc import Iterator
from dataclasses import dataclass

from guifan.proof.calendar.clocks import Horizon
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
        return self.spare_days * DAY + self.other.second - self.end.second

    @property
    def spare_days(self) -> int:
        """Calendar days from the end's day to the other's; negative where it comes after."""
        return (self.other.day - self.end.day).days


def tightest(one: Advance, other: Advance, first: Moment, last: Moment) -> Case:
    """The start at which one deadline is latest against another, the earliest of several.

    Args:
        one: how far the one carries every start.
        other: how far the other does.
        first: the first start that counts.
        last: the last.
    """
    at = one.furthest(other, first.point, last.point)
    return Case(Moment.at(at), Moment.at(one(at)), Moment.at(other(at)))


def overdue(one: Advance, other: Advance, horizon: Horizon) -> Case | None:
    """The worst of the cases in which one deadline comes after another; None where there is none.

    In the years with an arrangement of holidays, if there is one there, else in all.
    """
    return next((case for case in _worst(one, other, horizon) if case.spare < 0), None)


def not_before(one: Advance, other: Advance, horizon: Horizon) -> Case | None:
    """The worst of the cases in which one deadline comes after another or at the same instant."""
    return next((case for case in _worst(one, other, horizon) if case.spare <= 0), None)


def closer(one: Advance, other: Advance, horizon: Horizon, than: int) -> Case | None:
    """The worst of the cases in which one deadline leaves fewer seconds than so many to another."""
    return next((case for case in _worst(one, other, horizon) if case.spare < than), None)


def _worst(one: Advance, other: Advance, horizon: Horizon) -> Iterator[Case]:
    """The worst case in the years with an arrangement of holidays, then in those after them.

    Who asks for the second has found nothing in the first: the worst of all is in the second too.
    """
    for first, last in horizon.spans:
        begin = Moment(first, 0)
        # What starts after either function stops ends beyond the calendars.
        if begin.point <= min(one.stop, other.stop):
            yield tightest(one, other, begin, Moment(last, DAY))


def longest(one: Advance, first: Moment, last: Moment) -> Case:
    """The start from which a deadline is the most calendar days away, the last of several."""
    away = ((one(point) // SLOTS - point // SLOTS, point) for point in _turns(first, last, one))
    _, at = max(away)
    end = Moment.at(one(at))
    return Case(Moment.at(at), end, end)


def _turns(first: Moment, last: Moment, *functions: Advance) -> list[int]:
    """The starts at which functions turn, or just before, and the first and last that count."""
    low = max(first.point, *(one.start for one in functions))
    high = min(last.point, *(one.stop for one in functions))
    near = (point for one in functions for start in one.starts for point in (start - 1, start))
    return sorted({low, high, *(point for point in near if low <= point <= high)})
