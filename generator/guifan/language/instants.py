"""A moment as people write it: ``2026-09-23``, ``2026-09-23T15:30``, ``2026年9月23日 15:30``."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from zoneinfo import ZoneInfo

from guifan.language.written import half_width
from guifan.temporal.moments import DAY, Moment

_DATE = (
    r"(?P<year>\d{4})(?:[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
    r"|\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号])"
)
_CLOCK = (
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"|\s*[点时]\s*(?:(?P<minutes>\d{1,2})\s*分?|(?P<half>半))?)"
)
_OFFSET = r"(?P<offset>Z|[+-]\d{2}:?\d{2})"
_INSTANT = re.compile(
    rf"{_DATE}(?:(?:\s*T\s*|\s+|(?<=[日号])){_CLOCK}\s*{_OFFSET}?)?", re.IGNORECASE
)


class Mistake(Enum):
    """Why a text names no moment."""

    NO_INSTANT = "no-instant"
    NO_SUCH_DAY = "no-such-day"
    NO_SUCH_TIME = "no-such-time"
    SKIPPED = "skipped"


class NotAnInstant(ValueError):  # noqa: N818  # it names what the text is, as Unreadable does
    """A text that names no moment of the zone."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.value)
        self.mistake = mistake


def parse_instant(text: str, zone: ZoneInfo) -> Moment:
    """Read a moment of the zone; a date alone means its start.

    Of a time that the clocks of the zone show twice the first is meant.

    Args:
        text: as written; with an offset from UTC it may be of any zone.
        zone: in which the moment is given, and in which the text is where it has no offset.

    Raises:
        NotAnInstant: there is no such day or time, or the zone's clocks skip it.
    """
    match = _INSTANT.fullmatch(half_width(text).strip())
    if match is None:
        raise NotAnInstant(Mistake.NO_INSTANT)
    day, second = _day(match), _second(match)
    if match["offset"]:
        return _moved(day, second, match["offset"].upper(), zone)
    if second < DAY and _is_skipped(day, second, zone):
        raise NotAnInstant(Mistake.SKIPPED)
    return Moment(day, second)


def _day(match: re.Match[str]) -> date:
    month, day = match["m"] or match["month"], match["d"] or match["day"]
    try:
        return date(int(match["year"]), int(month), int(day))
    except ValueError:
        raise NotAnInstant(Mistake.NO_SUCH_DAY) from None


def _second(match: re.Match[str]) -> int:
    hour = int(match["hour"] or 0)
    minute = 30 if match["half"] else int(match["minute"] or match["minutes"] or 0)
    second = int(match["second"] or 0)
    whole = (hour * 60 + minute) * 60 + second
    if minute > 59 or second > 59 or whole > DAY:  # noqa: PLR2004  # sixty to the hour, the minute
        raise NotAnInstant(Mistake.NO_SUCH_TIME)
    return whole


def _moved(day: date, second: int, offset: str, zone: ZoneInfo) -> Moment:
    """A moment of another offset, in the zone."""
    shift = timedelta()
    if offset != "Z":
        hours, minutes = int(offset[1:3]), int(offset[-2:])
        shift = timedelta(hours=hours, minutes=minutes) * (-1 if offset[0] == "-" else 1)
    try:
        there = datetime.combine(day, datetime.min.time(), timezone(shift))
        here = (there + timedelta(seconds=second)).astimezone(zone)
    except (ValueError, OverflowError):
        raise NotAnInstant(Mistake.NO_SUCH_TIME) from None
    return Moment(here.date(), (here.hour * 60 + here.minute) * 60 + here.second)


def _is_skipped(day: date, second: int, zone: ZoneInfo) -> bool:
    wall = datetime.combine(day, datetime.min.time()) + timedelta(seconds=second)
    there = wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    return there.replace(tzinfo=None) != wall
