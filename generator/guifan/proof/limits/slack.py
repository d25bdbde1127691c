"""How long a limit takes at worst, and how much is left of the time that the law allows.

Pages show both: for the limit by itself, and extended and paused as far as may be. What rests on
the government's arrangements of holidays stands apart from what rests on bounds for years without
one, so that the one is said to be proven and the other to be expected.
"""

from bisect import bisect_right
from dataclasses import dataclass

from guifan.language.kinds.limit import Bound, Limit
from guifan.proof.calendar import promises
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case, longest, tightest
from guifan.proof.law.floors import Bounded
from guifan.temporal.advances import Advance
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.moments import DAY, Moment


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a limit reaches from the starts of some years.

    Args:
        longest: the start from which it takes the most calendar days (``longest.days``), and when
            it ends.
        tightest: the start from which the least time is left until the law's end
            (``tightest.other``): ``tightest.spare`` seconds, ``tightest.spare_days`` calendar
            days, negative where it comes after. None where the law sets no latest time.
    """

    longest: Case
    tightest: Case | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """How far a limit reaches, divided by what is known of the holidays.

    Args:
        proven: from the starts that end, by the limit and by the law, in years with an arrangement
            of holidays; None where there is no such start.
        provisional: from the later ones, at most; None where there is none.
    """

    proven: Reach | None
    provisional: Reach | None


@dataclass(frozen=True, slots=True)
class Worst:
    """A limit at its worst.

    Args:
        plain: by itself.
        extended: with every extension and every pause used up; None where it has neither.
    """

    plain: Outlook
    extended: Outlook | None


def worst(clocks: Clocks, limit: Limit, floor: Bounded | None = None) -> Worst | None:
    """The worst that a limit comes to, over every start of the horizon.

    Args:
        clocks: with the most days of rest (``temporal.arrangements.Bound.MOST``), so that what
            holds will hold.
        limit: any; None is returned for one that is not a latest time, that counts by a calendar
            which is not there, or that goes on beyond the calendars.
        floor: what the law asks of it (``floors.bounded_by``), if anything.
    """
    if limit.within is None or limit.bound is Bound.AT_LEAST or not clocks.has(limit.calendar):
        return None
    try:
        law = floor.law(clocks) if floor is not None and floor.is_latest else None
        plain = _outlook(clocks, promises.plain(clocks, limit), law)
        if not limit.pauses and promises.granted(limit) is None:
            return Worst(plain, None)
        return Worst(plain, _outlook(clocks, promises.longest(clocks, limit), law))
    except OutOfHorizonError:
        return None


def _outlook(clocks: Clocks, own: Advance, law: Advance | None) -> Outlook:
    horizon = clocks.horizon
    first, last = Moment(horizon.first, 0).point, Moment(horizon.last, DAY).point
    known = Moment(horizon.proven, DAY).point
    last = min(last, own.stop, law.stop if law else own.stop)
    through = min(_last_ending(one, known) for one in (own, law) if one)
    return Outlook(
        _reach(own, law, first, min(through, last)),
        _reach(own, law, max(first, through + 1), last),
    )


def _last_ending(one: Advance, end: int) -> int:
    """The last point carried no further than an end; before the first where none is."""
    return one.start + bisect_right(range(one.start, one.stop + 1), end, key=one) - 1


def _reach(own: Advance, law: Advance | None, first: int, last: int) -> Reach | None:
    if last < first:
        return None
    since, until = Moment.at(first), Moment.at(last)
    return Reach(longest(own, since, until), tightest(own, law, since, until) if law else None)
