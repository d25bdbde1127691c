"""How long something written stays trusted before somebody has to look at it again."""

from datetime import date, timedelta

from guifan.language.kinds.manual import Manual
from guifan.temporal.calendars import months_after
from guifan.temporal.duration import Dimension, Duration, Unit
from guifan.temporal.measure import comparable

REVIEW = Duration(12, Unit.MONTH)
"""Between two reviews of an item, where the manual names no other interval for its kind."""

VERIFICATION = Duration(6, Unit.MONTH)
"""Between two looks at a number or an address, where the manual names no other interval."""


_STARTS = tuple(date(2024, 1, 1) + timedelta(days=at) for at in range(4 * 365 + 1))


def review_interval(manual: Manual, kind: str) -> Duration:
    """How long items of a kind may go without a review."""
    named = (one.every for one in manual.reviews if kind in one.kinds)
    return next(named, REVIEW)


def verification_interval(manual: Manual) -> Duration:
    """How long a number or an address may go unverified."""
    return manual.verify_every or VERIFICATION


def is_of_days(interval: Duration) -> bool:
    """Whether an interval is one from day to day: of days, months or years."""
    return interval.dimension in (Dimension.DAYS, Dimension.MONTHS)


def exceeds(one: Duration, other: Duration) -> bool:
    """Whether an interval may last longer than another, from some day on.

    Where one is of days and the other of months, four years of starts hold every case. What is no
    interval of days exceeds none but its like.
    """
    if comparable(one, other):
        return one > other
    return any(
        mine > theirs
        for start in _STARTS
        if (mine := ends(start, one)) and (theirs := ends(start, other))
    )


def ends(start: date, interval: Duration) -> date | None:
    """The last day of an interval; None where it is not one of days, or leads beyond all dates."""
    if not is_of_days(interval):
        return None
    try:
        if interval.dimension is Dimension.MONTHS:
            return months_after(start, int(interval.magnitude))
        return start + timedelta(days=int(interval.magnitude))
    except (ValueError, OverflowError):
        return None
