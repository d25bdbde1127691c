"""A moment as people write it: ``2026-09-23T15:30``, ``2026年9月23日 15:30``, ``… 下午3点半``."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from types import MappingProxyType
from zoneinfo import ZoneInfo

from guifan.language.written import half_width
from guifan.temporal.moments import DAY, Moment

_DATE = (
    r"(?P<year>\d{4})(?:[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
    r"|\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号])"
)
_HOURS: Mapping[str, Mapping[int, int]] = MappingProxyType(
    {
        "凌晨": {12: 0, **{one: one for one in range(7)}},
        "早上": {one: one for one in range(4, 12)},
        "上午": {one: one for one in range(13)},
        "中午": {11: 11, 12: 12, 13: 13, 14: 14, 1: 13, 2: 14},
        "下午": {**{one: one + 12 for one in range(1, 12)}, **{one: one for one in range(12, 24)}},
        "傍晚": {**{one: one + 12 for one in range(4, 9)}, **{one: one for one in range(16, 21)}},
        "晚上": {**{one: one + 12 for one in range(5, 13)}, **{one: one for one in range(17, 25)}},
    }
)
"""The parts of the day, each with the hours written after it and which of the 24 they are. One
o'clock at night is left out: 晚上1点 may mean either day."""

_PART = "|".join(_HOURS)
_CLOCK = (
    rf"(?:(?P<part>{_PART})\s*)?"
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"|\s*[点时]\s*(?:(?P<minutes>\d{1,2})\s*分?|(?P<half>半))?)"
)
_OFFSET = r"(?P<offset>Z|[+-]\d{2}:?\d{2})"
_INSTANT = re.compile(
    rf"{_DATE}(?:(?:\s*T\s*|\s+|(?<=[日号])|(?={_PART})){_CLOCK}\s*{_OFFSET}?)?", re.IGNORECASE
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


def is_day_only(text: str) -> bool:
    """Whether a text that ``parse_instant`` reads names a day and no time of it."""
    match = _INSTANT.fullmatch(half_width(text).strip())
    return match is not None and match["hour"] is None


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
    hour = _hour(match["part"], int(match["hour"] or 0))
    minute = 30 if match["half"] else int(match["minute"] or match["minutes"] or 0)
    second = int(match["second"] or 0)
    whole = (hour * 60 + minute) * 60 + second
    if minute > 59 or second > 59 or whole > DAY:  # noqa: PLR2004  # sixty to the hour, the minute
        raise NotAnInstant(Mistake.NO_SUCH_TIME)
    return whole


def _hour(part: str | None, written: int) -> int:
    """The hour of the 24 that is meant."""
    hour = written if part is None else _HOURS[part].get(written)
    if hour is None:
        raise NotAnInstant(Mistake.NO_SUCH_TIME)
    return hour


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
    try:
        there = wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    except OverflowError:  # at either end of what a date can be, where no clock was changed
        return False
    return there.replace(tzinfo=None) != wall
