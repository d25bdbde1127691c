"""What a rota makes its people work: the length of shifts, the week, the people that it takes.

On-call hours are not working hours, and neither is the rest within a shift. A shift of several
stretches is worked by the same people; the number of people is that at work at one time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from guifan.language.hours import DAY_MINUTES
from guifan.language.kinds.rota import Rota, Shift
from guifan.language.quantities import Count, Rate, Value
from guifan.proof.people.cover import DAYS, Span, turns
from guifan.temporal.duration import Dimension, Duration

STANDARD_DAY = 8 * 60
"""Working minutes of a day under the standard regime (劳动法 art. 36, 国务院规定 art. 3)."""

WORKED_DAYS = 6
"""Of a week, which leaves everybody the day of rest that the law asks for (劳动法 art. 38)."""

MINUTE = 60
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Load:
    """What a shift asks of those who work it, in minutes.

    Args:
        at: its place among the rota's shifts.
        shift: the shift.
        presence: from when to when somebody is there, of each day on which it begins.
        net: how long is worked at most, without the rest.
        weekly: how long all its people work in a week.
    """

    at: int
    shift: Shift
    presence: tuple[Span, ...]
    net: int
    weekly: int

    @property
    def gross(self) -> int:
        """The longest from coming to leaving."""
        return max((end - start for start, end in self.presence), default=0)

    @property
    def people(self) -> int:
        """How many are there at one time."""
        return ceil(self.shift.headcount.magnitude)

    @property
    def person_shifts(self) -> int:
        """How often in a week somebody works it."""
        return self.people * len(self.presence)


def loads(rota: Rota) -> tuple[Load, ...]:
    """What each shift at work asks; those on call are no working time."""
    return tuple(_load(at, one) for at, one in enumerate(rota.shifts) if not one.on_call)


def _load(at: int, shift: Shift) -> Load:
    days = _by_day(shift)
    rest = seconds(shift.rest)
    worked = [
        max(0, sum(end - start for start, end in day) - int(rest or 0) // MINUTE) for day in days
    ]
    presence = tuple((day[0][0], day[-1][1]) for day in days)
    people = ceil(shift.headcount.magnitude)
    return Load(at, shift, presence, max(worked, default=0), people * sum(worked))


def _by_day(shift: Shift) -> list[list[Span]]:
    """The stretches of each day on which a shift begins, in order."""
    days: dict[int, list[Span]] = {}
    for span in turns(shift.hours):
        days.setdefault(span[0] // DAY_MINUTES, []).append(span)
    return [sorted(days[day]) for day in sorted(days)]


@dataclass(frozen=True, slots=True)
class Need:
    """How many people a rota takes at least, for one reason.

    Args:
        why: a message of the rule.
        people: how many.
        total: what they share: minutes, shifts of a week, or people of one day.
        each: what one of them may take of it; 1 for the people of a day.
    """

    why: str
    people: int
    total: int
    each: Fraction


def needs(rota: Rota, mean: Fraction | None) -> Iterator[Need]:
    """What the number of a rota's people has to be, for the hours, for the rest days, for a day.

    Args:
        rota: the shifts.
        mean: seconds that one may work in a week; None where no limit says so.
    """
    worked = loads(rota)
    total = sum(one.weekly for one in worked)
    if mean:
        each = mean / MINUTE
        yield Need("overworked", ceil(total / each), total, each)
    turned = sum(one.person_shifts for one in worked)
    yield Need("unrested", ceil(Fraction(turned, WORKED_DAYS)), turned, Fraction(WORKED_DAYS))
    busiest = max(_people_of(rota, day) for day in range(DAYS))
    yield Need("outnumbered", busiest, busiest, Fraction(1))


def _people_of(rota: Rota, day: int) -> int:
    """How many begin a shift on a day, at work or on call."""
    return sum(
        ceil(one.headcount.magnitude)
        for one in rota.shifts
        if any(start // DAY_MINUTES == day for start, _ in turns(one.hours))
    )


def unrested(rota: Rota, rest: Fraction) -> Iterator[Load]:
    """The shifts after which the rest is too short for any shift of the post on the next day.

    Args:
        rota: the shifts.
        rest: seconds between two shifts.
    """
    worked = loads(rota)
    for one in worked:
        same = [other for other in worked if other.shift.role == one.shift.role]
        for start, end in one.presence:
            tomorrow = start // DAY_MINUTES + 1
            begins = [
                begin + turn * DAYS * DAY_MINUTES
                for other in same
                for begin, _ in other.presence
                for turn in (0, 1)
                if begin // DAY_MINUTES + turn * DAYS == tomorrow
            ]
            if begins and (max(begins) - end) * MINUTE < rest:
                yield one
                break


def seconds(value: Value | None) -> Fraction | None:
    """A time that runs on the clock on the wall, or so much of it a week; else None."""
    amount = value.amount if isinstance(value, Rate) and value.per == "周" else value
    if isinstance(amount, Duration) and amount.dimension is Dimension.SECONDS:
        return amount.magnitude
    return None


def number(value: Value | None) -> Fraction | None:
    """How many, where something is counted."""
    return value.magnitude if isinstance(value, Count) else None
