"""Times of day and weekly opening hours, as a door sign says them."""

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from guifan.language.written import Unreadable, Written, half_width, shown

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

DAY_MINUTES = 24 * 60


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
    """A stretch of one day, from ``start`` up to and without ``end``, which is later."""

    start: ClockTime
    end: ClockTime


@dataclass(frozen=True, slots=True)
class Hours:
    """Weekly opening hours.

    Args:
        week: for Monday to Sunday the openings of that day, in order, none touching the next. What
            goes on past midnight is an opening up to 24:00 and one from 00:00 of the next day.
        closed_on_holidays: whether statutory holidays are excepted.
    """

    week: tuple[tuple[Opening, ...], ...]
    closed_on_holidays: bool = False

    def say(self, locale: str = "zh-Hans") -> str:
        """The hours in Chinese for ``zh…``, in English otherwise."""
        words = _ZH if locale.startswith("zh") else _EN
        parts = [words.line(days, spans) for days, spans in _alike(self)]
        if self.closed_on_holidays:
            parts.append(words.except_holidays)
        return words.semicolon.join(parts)

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


_Span = tuple[int, int]
"""Minutes after a day's midnight; the end is over 1440 where it is on the next day."""

_EXCEPT_HOLIDAYS = re.compile(
    r"(?P<mark>[;,(\s]*)(?:法定)?节假日(?:除外|休息)\)?"
    r"|(?P<sign>[;,(\s]*)except (?:public|statutory) holidays\)?",
    re.IGNORECASE,
)
_ALWAYS = re.compile(r"(?:7\s*[×x*]\s*24|24\s*[×x*/]\s*7)(?:\s*小时)?", re.IGNORECASE)
_ALL_DAY = re.compile(r"全天(?:24\s*小时)?|all day|24\s*小时", re.IGNORECASE)
_PART = re.compile(rf"(?P<days>[^0-9]*?)\s*(?P<times>{_ALL_DAY.pattern}|[0-9].*)", re.IGNORECASE)
_DASH = re.compile(r"\s*(?:–|—|-|~|至|到|\bto\b)\s*")
_AND = re.compile(r"\s*(?:[,、和及]|\band\b)\s*")
_NEXT_DAY = re.compile(r"次日\s*|\s*\(?next day\)?")


def parse_hours(text: str) -> Hours:
    """Read weekly hours: parts divided by ；, each of days and times.

    ``周一至周五 08:30–17:30；周六、周日 09:00–16:00；法定节假日除外``, ``7×24 小时``, and through
    the night ``每天 22:00–次日 08:00`` (where 次日 goes without saying).

    Raises:
        Unreadable: not-hours, unknown-day, not-a-clock-time, ends-before-start, overlap.
    """
    body, closed_on_holidays = _without_exception(half_width(text).strip())
    if _ALWAYS.fullmatch(body):
        body = "每天 00:00-24:00"
    week: list[list[_Span]] = [[] for _ in range(7)]
    for part in body.split(";"):
        match = _PART.fullmatch(part.strip())
        if match is None:
            raise Unreadable("not-hours", {"text": shown(part or text)})
        spans = _spans(match["times"])
        for day in _days(match["days"].lower()):
            for start, end in spans:
                week[day].append((start, min(end, DAY_MINUTES)))
                if end > DAY_MINUTES:
                    week[(day + 1) % 7].append((0, end - DAY_MINUTES))
    return Hours(tuple(_in_order(day) for day in week), closed_on_holidays)


def _without_exception(line: str) -> tuple[str, bool]:
    """The hours before «法定节假日除外», and whether that stands at the end.

    After several parts it must be a part of its own, or it could be meant for the last alone.
    """
    match = next((one for one in _EXCEPT_HOLIDAYS.finditer(line) if one.end() == len(line)), None)
    if match is None:
        return line, False
    body = line[: match.start()]
    if ";" in body and ";" not in (match["mark"] or match["sign"] or ""):
        raise Unreadable("not-hours", {"text": shown(match[0])}, (f"{body}；法定节假日除外",))
    return body, True


def _spans(text: str) -> list[_Span]:
    if _ALL_DAY.fullmatch(text):
        return [(0, DAY_MINUTES)]
    spans = []
    for stretch in _AND.split(text):
        ends = _DASH.split(_NEXT_DAY.sub("", stretch))
        if len(ends) != 2:  # noqa: PLR2004  # a start and an end
            raise Unreadable("not-hours", {"text": shown(stretch)})
        start, end = (parse_clock_time(clock).minutes for clock in ends)
        if start in (end, DAY_MINUTES):
            raise Unreadable("ends-before-start", {"start": ends[0], "end": ends[1]})
        spans.append((start, end if start < end else end + DAY_MINUTES))
    return spans


def _in_order(spans: list[_Span]) -> tuple[Opening, ...]:
    """The openings of a day; those that touch become one."""
    joined: list[_Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if joined and start < joined[-1][1]:
            one, other = _say_span(*joined[-1]), _say_span(start, end)
            raise Unreadable("overlap", {"one": one, "other": other})
        if joined and start == joined[-1][1]:
            start = joined.pop()[0]  # noqa: PLW2901  # the two are one opening
        joined.append((start, end))
    return tuple(Opening(ClockTime(start), ClockTime(end)) for start, end in joined)


_ZH_DAYS = tuple(f"周{day}" for day in "一二三四五六日")
_EN_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_EN_LONG = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY_NUMBERS = {
    name: number
    for names in (
        _ZH_DAYS,
        "一二三四五六日",
        [f"星期{day[1]}" for day in _ZH_DAYS],
        [day.lower() for day in _EN_DAYS],
        _EN_LONG,
    )
    for number, name in enumerate(names)
} | {"周天": 6, "星期天": 6, "天": 6}
_EVERY_DAY = ("每天", "每日", "", "daily", "every day")


def _days(text: str) -> list[int]:
    """The weekdays that a part names, Monday being 0."""
    if text in _EVERY_DAY:
        return list(range(7))
    days: set[int] = set()
    for stretch in _AND.split(text.replace("周末", "周六至周日")):
        ends = [_day(end) for end in _DASH.split(stretch)]
        if len(ends) > 2:  # noqa: PLR2004  # a first and a last day
            raise Unreadable("not-hours", {"text": shown(text)})
        length = (ends[-1] - ends[0]) % 7
        days |= {(ends[0] + step) % 7 for step in range(length + 1)}
    return sorted(days)


def _day(name: str) -> int:
    if name not in _DAY_NUMBERS:
        suggestions = ("周一至周五",) if name == "工作日" else ()
        raise Unreadable("unknown-day", {"text": shown(name)}, suggestions)
    return _DAY_NUMBERS[name]


@dataclass(frozen=True, slots=True)
class _Words:
    """What a language needs to say hours."""

    days: tuple[str, ...]
    every_day: str
    to: str
    comma: str
    semicolon: str
    next_day: str
    except_holidays: str

    def line(self, days: list[int], spans: tuple[_Span, ...]) -> str:
        """Days and their hours: ``周一至周五 08:30–17:30``."""
        hours = self.comma.join(_say_span(*span, self.next_day) for span in spans)
        return f"{self._days(days)} {hours}"

    def _days(self, days: list[int]) -> str:
        if len(days) == len(self.days):
            return self.every_day
        stretches = []
        for _, group in groupby(enumerate(days), lambda pair: pair[1] - pair[0]):
            members = [self.days[day] for _, day in group]
            stretches.append(members[0] + (self.to + members[-1] if members[1:] else ""))
        return self.comma.join(stretches)


_ZH = _Words(_ZH_DAYS, "每天", "至", "、", "；", "{}–次日 {}", "法定节假日除外")
_EN = _Words(_EN_DAYS, "Daily", "–", ", ", "; ", "{}–{} (next day)", "except public holidays")


def _alike(hours: Hours) -> list[tuple[list[int], tuple[_Span, ...]]]:
    """Days with the same hours together, in order of the week."""
    alike: dict[tuple[_Span, ...], list[int]] = {}
    for day, spans in enumerate(_nights_whole(hours)):
        if spans:
            alike.setdefault(spans, []).append(day)
    return [(days, spans) for spans, days in alike.items()]


def _nights_whole(hours: Hours) -> list[tuple[_Span, ...]]:
    """The spans of each day, those that go on past midnight (for under 24 hours) in one piece."""
    week = [[(one.start.minutes, one.end.minutes) for one in day] for day in hours.week]
    nights = []
    for day, spans in enumerate(week):
        following = week[(day + 1) % 7]
        if spans and following and spans[-1][1] == DAY_MINUTES and following[0][0] == 0:
            nights.append(following[0][1] < spans[-1][0])
        else:
            nights.append(False)
    whole = []
    for day, spans in enumerate(week):
        kept = spans[1:] if nights[day - 1] else list(spans)
        if nights[day]:
            kept[-1] = (kept[-1][0], DAY_MINUTES + week[(day + 1) % 7][0][1])
        whole.append(tuple(kept))
    return whole


def _say_span(start: int, end: int, next_day: str = "") -> str:
    if end > DAY_MINUTES:
        return next_day.format(ClockTime(start), ClockTime(end - DAY_MINUTES))
    return f"{ClockTime(start)}–{ClockTime(end)}"


_CLOCK_TIME = Written((ClockTime,), parse_clock_time, str, "时刻，24 小时制。", ("08:30",))
_HOURS = Written(
    (Hours,),
    parse_hours,
    str,
    "每周的营业时间：哪几天，几点到几点；各段之间用分号，法定节假日不营业的写「法定节假日除外」。",
    ("每天 08:00–20:00", "周一至周五 08:30–17:30；法定节假日除外", "每天 22:00–次日 08:00", "7×24"),
)
