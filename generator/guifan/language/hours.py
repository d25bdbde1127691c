"""Times of day and weekly opening hours, as a door sign says them."""

import re
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from guifan.language.written import Unreadable, Written, half_width, shown

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

DAY_MINUTES = 24 * 60

_ZH_DAYS = "一二三四五六日"
_EN_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True, order=True)
class ClockTime:
    """A time of day, in minutes after midnight: 0 to 1440, for a day ends at 24:00."""

    minutes: int

    def __post_init__(self) -> None:
        if not 0 <= self.minutes <= DAY_MINUTES:
            raise ValueError(f"a day has {DAY_MINUTES} minutes, not {self.minutes}")

    def __str__(self) -> str:
        return f"{self.minutes // 60:02}:{self.minutes % 60:02}"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        return _CLOCK_TIME.__get_pydantic_core_schema__(source, handler)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: "CoreSchema", handler: "GetJsonSchemaHandler"
    ) -> "JsonSchemaValue":
        return _CLOCK_TIME.__get_pydantic_json_schema__(schema, handler)


@dataclass(frozen=True, slots=True, order=True)
class Opening:
    """A stretch of one day, from ``start`` up to and without ``end``."""

    start: ClockTime
    end: ClockTime

    def __str__(self) -> str:
        return f"{self.start}–{self.end}"


@dataclass(frozen=True, slots=True)
class Hours:
    """Weekly opening hours.

    Args:
        week: for Monday to Sunday the openings of that day, in order, apart from each other.
        closed_on_holidays: whether statutory holidays are excepted.
    """

    week: tuple[tuple[Opening, ...], ...]
    closed_on_holidays: bool = False

    def say(self, locale: str = "zh-Hans") -> str:
        """The hours in Chinese for ``zh…``, in English otherwise."""
        return _say_zh(self) if locale.startswith("zh") else _say_en(self)

    def __str__(self) -> str:
        return self.say()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        return _HOURS.__get_pydantic_core_schema__(source, handler)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: "CoreSchema", handler: "GetJsonSchemaHandler"
    ) -> "JsonSchemaValue":
        return _HOURS.__get_pydantic_json_schema__(schema, handler)


def parse_clock_time(text: str) -> ClockTime:
    """Read a time of day written 08:30, from 00:00 to 24:00.

    Raises:
        Unreadable: not-a-clock-time.
    """
    match = re.fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])|24:00", half_width(text).strip())
    if match is None:
        raise Unreadable("not-a-clock-time", {"text": shown(text)})
    return ClockTime(int(match[1]) * 60 + int(match[2]) if match[1] else DAY_MINUTES)


_HOLIDAYS = re.compile(
    r"[,;\s(]*(?:法定)?节假日(?:除外|休息)\)?|[,;\s(]*except (?:public|statutory) holidays\)?",
    re.IGNORECASE,
)
_ALWAYS = re.compile(r"(?:7\s*[×x*]\s*24(?:\s*小时)?|24\s*[×x*/]\s*7)", re.IGNORECASE)
_PART = re.compile(r"(?P<days>[^0-9]*?)\s*(?P<times>[0-9].*|全天(?:24\s*小时)?|all day)", re.I)


def parse_hours(text: str) -> Hours:
    """Read weekly hours: parts divided by ；, each of days and times.

    ``周一至周五 08:30–17:30；周六、周日 09:00–16:00；法定节假日除外`` or ``7×24 小时``.

    Raises:
        Unreadable: not-hours, unknown-day, not-a-clock-time, ends-before-start, overlap.
    """
    line = half_width(text).strip()
    body, exceptions = _HOLIDAYS.subn("", line)
    body = body.strip(" ;")
    week: list[list[Opening]] = [[] for _ in range(7)]
    if _ALWAYS.fullmatch(body):
        body = "每天 00:00-24:00"
    for part in re.split(r"\s*;\s*", body):
        match = _PART.fullmatch(part)
        if match is None:
            raise Unreadable("not-hours", {"text": shown(part)})
        openings = _openings(match["times"])
        for day in _days(match["days"].strip()):
            week[day] += openings
    return Hours(tuple(_apart(day) for day in week), bool(exceptions))


def _openings(text: str) -> list[Opening]:
    if not text[0].isdigit():
        text = "00:00-24:00"
    openings = []
    for stretch in re.split(r"\s*[,、]\s*|\s+and\s+", text):
        ends = re.split(r"\s*(?:–|—|-|~|至|到|\bto\b)\s*", stretch)
        if len(ends) != 2:  # noqa: PLR2004  # a start and an end
            raise Unreadable("not-hours", {"text": shown(stretch)})
        start, end = (parse_clock_time(clock) for clock in ends)
        if not start < end:
            raise Unreadable("ends-before-start", {"start": str(start), "end": str(end)})
        openings.append(Opening(start, end))
    return openings


def _apart(openings: list[Opening]) -> tuple[Opening, ...]:
    """The openings of a day in order."""
    ordered = sorted(openings)
    for one, other in pairwise(ordered):
        if other.start < one.end:
            raise Unreadable("overlap", {"one": str(one), "other": str(other)})
    return tuple(ordered)


_DAY_NAMES = (
    {f"{week}{day}": number for week in ("周", "星期") for number, day in enumerate(_ZH_DAYS)}
    | {"周天": 6, "星期天": 6}
    | {day.lower(): number for number, day in enumerate(_EN_DAYS)}
    | {
        day: number
        for number, day in enumerate(
            ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        )
    }
)
_EVERY_DAY = ("每天", "每日", "", "daily", "every day")
_GROUPS = {"工作日": range(5), "周末": range(5, 7), "weekdays": range(5), "weekends": range(5, 7)}


def _days(text: str) -> list[int]:
    """The weekdays that a part names, Monday being 0."""
    name = text.lower()
    if name in _EVERY_DAY:
        return list(range(7))
    days: list[int] = []
    for stretch in re.split(r"\s*[,、和及]\s*|\s+and\s+", name):
        ends = [_day(end) for end in re.split(r"\s*(?:–|—|-|~|至|到|\bto\b)\s*", stretch)]
        days += range(ends[0], ends[-1] + 1)
        if ends[0] > ends[-1]:
            days += [*range(ends[0], 7), *range(ends[-1] + 1)]
    return sorted(set(days))


def _day(name: str) -> int:
    if name not in _DAY_NAMES:
        raise Unreadable("unknown-day", {"text": shown(name)})
    return _DAY_NAMES[name]


def _runs(hours: Hours) -> list[tuple[list[tuple[int, int]], tuple[Opening, ...]]]:
    """Days with the same openings together, as stretches of weekdays, in order of the week."""
    alike: dict[tuple[Opening, ...], list[int]] = {}
    for day, openings in enumerate(hours.week):
        if openings:
            alike.setdefault(openings, []).append(day)
    runs = []
    for openings, days in alike.items():
        stretches = []
        for _, group in groupby(enumerate(days), lambda pair: pair[1] - pair[0]):
            members = [day for _, day in group]
            stretches.append((members[0], members[-1]))
        runs.append((stretches, openings))
    return runs


def _say_zh(hours: Hours) -> str:
    parts = []
    for stretches, openings in _runs(hours):
        days = "、".join(
            f"周{_ZH_DAYS[first]}" if first == last else f"周{_ZH_DAYS[first]}至周{_ZH_DAYS[last]}"
            for first, last in stretches
        )
        parts.append(f"{days} {'、'.join(map(str, openings))}".replace("周一至周日", "每天"))
    parts += ["法定节假日除外"] if hours.closed_on_holidays else []
    return "；".join(parts)


def _say_en(hours: Hours) -> str:
    parts = []
    for stretches, openings in _runs(hours):
        days = ", ".join(
            _EN_DAYS[first] if first == last else f"{_EN_DAYS[first]}–{_EN_DAYS[last]}"
            for first, last in stretches
        )
        parts.append(f"{days} {', '.join(map(str, openings))}".replace("Mon–Sun", "Daily"))
    parts += ["except public holidays"] if hours.closed_on_holidays else []
    return "; ".join(parts)


_CLOCK_TIME = Written((ClockTime,), parse_clock_time, str, "时刻，24 小时制。", ("08:30",))
_HOURS = Written(
    (Hours,),
    parse_hours,
    str,
    "每周的营业时间：哪几天，几点到几点；各段之间用分号，法定节假日不营业的写「法定节假日除外」。",
    ("每天 08:00–20:00", "周一至周五 08:30–17:30；法定节假日除外", "7×24"),
)
