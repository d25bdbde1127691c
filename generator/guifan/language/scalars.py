"""Plain values that an editor writes: dates, whole numbers, yes and no, times of day, hours."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated

from guifan.language.hours import ClockTime, Hours
from guifan.language.numerals import ARABIC
from guifan.language.written import Unreadable, Written, half_width, shown
from guifan.temporal.clock import zone_named

__all__ = ["ClockTime", "Day", "Hours", "Number", "Phone", "Whole", "YesNo", "Zone"]

_YES_NO = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}


def parse_day(text: str) -> date:
    """Read a date written YYYY-MM-DD.

    Raises:
        Unreadable: not-a-date, or no-such-date (2026-02-30).
    """
    line = half_width(text).strip()
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", line)
    if match is None:
        raise Unreadable("not-a-date", {"text": shown(text)}, _likely_dates(line))
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise Unreadable("no-such-date", {"text": shown(text)}) from None


def _likely_dates(line: str) -> tuple[str, ...]:
    """2026/9/1, 2026.9.1 and 2026年9月1日 can only mean one day."""
    match = re.fullmatch(r"([0-9]{4})[-/.年]\s*([0-9]{1,2})[-/.月]\s*([0-9]{1,2})日?", line)
    if match is None:
        return ()
    try:
        return (date(int(match[1]), int(match[2]), int(match[3])).isoformat(),)
    except ValueError:
        return ()


def parse_whole(text: str) -> int:
    """Read a positive whole number of at most nine digits.

    Raises:
        Unreadable: not-a-whole-number.
    """
    line = half_width(text).strip()
    if not re.fullmatch(r"[1-9][0-9]{0,8}", line):
        raise Unreadable("not-a-whole-number", {"text": shown(text)})
    return int(line)


def parse_number(text: str) -> Decimal:
    """Read a number without a unit, not negative, with its decimals as written.

    Raises:
        Unreadable: not-a-number.
    """
    line = half_width(text).strip()
    if not re.fullmatch(ARABIC, line) or len(line) > 18:  # noqa: PLR2004  # enough for any weight
        raise Unreadable("not-a-number", {"text": shown(text)})
    return Decimal(line.replace(",", ""))


def parse_yes_no(text: str) -> bool:
    """Read true, false, 是, 否, yes or no.

    Raises:
        Unreadable: not-yes-no.
    """
    value = _YES_NO.get(half_width(text).strip().lower())
    if value is None:
        raise Unreadable("not-yes-no", {"text": shown(text)}, ("是", "否"))
    return value


def parse_phone(text: str) -> str:
    """Read a telephone number: digits in groups, a country code before, an extension behind.

    Raises:
        Unreadable: not-a-phone.
    """
    line = half_width(text).strip()
    if not re.fullmatch(r"\+?[0-9](?:[ -]?[0-9]){2,19}(?: *转 *[0-9]{1,6})?", line):
        raise Unreadable("not-a-phone", {"text": shown(text)})
    return line


def parse_zone(text: str) -> str:
    """Read the name of a time zone in the IANA database.

    Raises:
        Unreadable: no-such-zone.
    """
    name = half_width(text).strip()
    if zone_named(name) is None:
        raise Unreadable("no-such-zone", {"text": shown(text)})
    return name


def _as_it_is(value: object) -> object:
    return value


Day = Annotated[
    date, Written((date,), parse_day, date.isoformat, "日期，写成 年-月-日。", ("2026-01-01",))
]
"""A field that holds a date."""

Phone = Annotated[
    str, Written((), parse_phone, _as_it_is, "电话号码，分机写在「转」后面。", ("021-5550-0100",))
]
"""A field that holds a telephone number, as it is read aloud."""

Whole = Annotated[int, Written((), parse_whole, _as_it_is, "正整数。", ("3",))]
"""A field that holds a positive whole number."""

Number = Annotated[Decimal, Written((Decimal,), parse_number, str, "不带单位的数。", ("0.4",))]
"""A field that holds a bare number: a weight, a coordinate."""

YesNo = Annotated[bool, Written((bool,), parse_yes_no, _as_it_is, "是或否。", ("是",))]
"""A field that holds yes or no."""

Zone = Annotated[
    str,
    Written((), parse_zone, _as_it_is, "时区，写时区数据库里的名称。", ("Asia/Shanghai",)),
]
"""A field that holds the name of a time zone."""
