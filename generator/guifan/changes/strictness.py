"""Which of two states asks more: exactly, over the calendar where units differ."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from guifan.corpus.graph import Corpus
from guifan.findings import Wording
from guifan.language.kinds.limit import Bound, Limit
from guifan.language.kinds.manual import Manual
from guifan.language.quantities import Range, Value
from guifan.proof.calendar import promises
from guifan.proof.calendar.clocks import Clocks, clocks_of
from guifan.proof.calendar.compared import tightest
from guifan.temporal.advances import Advance
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.measure import Measure, comparable
from guifan.temporal.moments import DAY, Moment

Length = Callable[[Clocks, Limit], Advance]
"""How long a limit takes: by itself, extended, or paused too (``proof.promises``)."""


class Strictness(Enum):
    """How the new state compares with the old one."""

    STRICTER = "stricter"
    LOOSER = "looser"
    MIXED = "mixed"
    SAME = "same"

    @property
    def words(self) -> Wording:
        """For a reader."""
        return _WORDS[self]

    def turned(self) -> "Strictness":
        """Seen from the other side: where more is stricter."""
        return _TURNED.get(self, self)


_WORDS = {
    Strictness.STRICTER: Wording(zh="更严", en="stricter"),
    Strictness.LOOSER: Wording(zh="更宽", en="looser"),
    Strictness.MIXED: Wording(zh="有宽有严", en="stricter for some, looser for others"),
    Strictness.SAME: Wording(zh="一样长短", en="the same length"),
}
_TURNED = {
    Strictness.STRICTER: Strictness.LOOSER,
    Strictness.LOOSER: Strictness.STRICTER,
}


@dataclass(frozen=True, slots=True)
class Times:
    """The clocks of both states; None where a manual is missing."""

    old: Clocks | None
    new: Clocks | None


def times_of(old: Corpus, new: Corpus, day: date) -> Times:
    """The clocks of two corpora as of one day; one and the same where both count alike."""
    first, last = clocks_of(old, day), clocks_of(new, day)
    if first and last and _counting(first.manual) == _counting(last.manual):
        return Times(last, last)
    return Times(first, last)


def _counting(manual: Manual) -> object:
    """What the calendars of a manual rest on."""
    return manual.arranged_through, manual.zone, manual.calendars, manual.arrangements


def of_amounts(old: Value, new: Value, bound: Bound) -> Strictness | None:
    """Compare two quantities; None where they do not compare without a calendar.

    Of a range the end that the bound looks at counts.
    """
    one, other = _end(old, bound), _end(new, bound)
    if not comparable(one, other):
        return None
    if one == other:
        return Strictness.SAME
    found = Strictness.STRICTER if other < one else Strictness.LOOSER
    return found if bound is Bound.AT_MOST else found.turned()


def _end(value: Value, bound: Bound) -> Measure:
    if isinstance(value, Range):
        return value.high if bound is Bound.AT_MOST else value.low
    return value


def of_limits(old: Limit, new: Limit, times: Times, length: Length) -> Strictness | None:
    """Compare how long two states of a limit take, from every start of the horizon.

    Returns:
        None where they do not compare: thresholds of two units, limits of two directions, or
        longer than the calendar.
    """
    if old.bound is not new.bound:
        return None
    if old.within is None or new.within is None:
        return None if old.within or new.within else of_amounts(old.amount, new.amount, new.bound)
    if length is promises.plain and _alike(old, new, times):
        return of_amounts(old.within, new.within, new.bound)
    found = _over_the_calendar(old, new, times, length)
    return found.turned() if found and new.bound is Bound.AT_LEAST else found


def _alike(old: Limit, new: Limit, times: Times) -> bool:
    """Whether the amounts alone decide: one unit, counted by one calendar."""
    assert old.within is not None
    assert new.within is not None
    return (
        comparable(old.within, new.within)
        and old.calendar == new.calendar
        and times.old is times.new
    )


def _over_the_calendar(old: Limit, new: Limit, times: Times, length: Length) -> Strictness | None:
    if times.old is None or times.new is None:
        return None
    horizon = times.new.horizon
    first, last = Moment(horizon.first, 0), Moment(horizon.last, DAY)
    try:
        one, other = length(times.old, old), length(times.new, new)
    except (OutOfHorizonError, KeyError):  # too long, or a calendar that the manual lacks
        return None
    sooner = tightest(one, other, first, last).spare < 0
    later = tightest(other, one, first, last).spare < 0
    if sooner and later:
        return Strictness.MIXED
    if sooner or later:
        return Strictness.STRICTER if sooner else Strictness.LOOSER
    return Strictness.SAME
