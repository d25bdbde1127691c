"""Whether a time can be counted at all. Proofs leave out what cannot; T01 says why."""

from collections.abc import Iterator
from datetime import timedelta
from enum import Enum

from guifan.language.kinds.limit import Limit
from guifan.proof.calendar.clocks import Clocks
from guifan.temporal.duration import Dimension, Duration

WORKING = (Dimension.WORKING_SECONDS, Dimension.WORKING_DAYS)
"""What runs in working time only."""


class Uncountable(Enum):
    """Why a time cannot be counted."""

    NOTHING = "nothing"
    NO_CALENDAR = "no-calendar"
    UNKNOWN_CALENDAR = "unknown-calendar"
    NEVER_OPEN = "never-open"


def uncountable(clocks: Clocks, duration: Duration, calendar: str | None) -> Uncountable | None:
    """Why a time cannot be counted by a calendar; None where it can."""
    if int(duration.magnitude) < 1:
        return Uncountable.NOTHING
    if calendar is not None and calendar not in {one.id for one in clocks.manual.calendars}:
        return Uncountable.UNKNOWN_CALENDAR
    if duration.dimension not in WORKING:
        return None
    if calendar is None:
        return Uncountable.NO_CALENDAR
    return None if _opens(clocks, calendar) else Uncountable.NEVER_OPEN


def is_countable(clocks: Clocks, limit: Limit) -> bool:
    """Whether every time of a limit can be counted."""
    return not any(uncountable(clocks, time, limit.calendar) for time in _times(limit))


def _times(limit: Limit) -> Iterator[Duration]:
    if limit.within is not None:
        yield limit.within
    if limit.extension is not None and limit.extension.add is not None:
        yield limit.extension.add
    yield from (pause.cap for pause in limit.pauses)


def _opens(clocks: Clocks, name: str) -> bool:
    """Whether a calendar is open on any day of the horizon."""
    calendar = clocks.calendar(name)
    days = (clocks.horizon.last - clocks.horizon.first).days
    return any(
        calendar.works(clocks.horizon.first + timedelta(days=day)) for day in range(days + 1)
    )
