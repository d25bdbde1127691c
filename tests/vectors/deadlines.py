"""Makes `deadlines.json`: due dates for the Python code and the browser's, by neither of the two.

Everything here is worked out by the simulator in `tests/house/clockwork.py`, over holidays copied
from the notices of the State Council; nothing of the package is imported. Run it to write the file:

    python tests/vectors/deadlines.py
"""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parents[1] / "house"))

import clockwork
from clockwork import DAY, Moment, Year

FILE = Path(__file__).with_suffix(".json")
LAST, ARRANGED = date(2027, 12, 31), date(2026, 12, 31)

RESTS: dict[str, tuple[tuple[str, int], ...]] = {
    # 国办发明电〔2023〕7 号、〔2024〕12 号、〔2025〕7 号, the weekend beside a holiday with it;
    # for 2027 全国年节及纪念日放假办法 arts. 2 and 6 alone.
    "元旦": (("2024-01-01", 1), ("2025-01-01", 1), ("2026-01-01", 3), ("2027-01-01", 1)),
    "春节": (("2024-02-10", 8), ("2025-01-28", 8), ("2026-02-15", 9), ("2027-02-05", 6)),
    "清明节": (("2024-04-04", 3), ("2025-04-04", 3), ("2026-04-04", 3), ("2027-04-05", 1)),
    "劳动节": (("2024-05-01", 5), ("2025-05-01", 5), ("2026-05-01", 5), ("2027-05-01", 4)),
    "端午节": (("2024-06-08", 3), ("2025-05-31", 3), ("2026-06-19", 3), ("2027-06-09", 1)),
    "中秋节": (("2024-09-15", 3), ("2026-09-25", 3), ("2027-09-15", 1)),
    "国庆节": (("2024-10-01", 7), ("2025-10-01", 8), ("2026-10-01", 7), ("2027-10-01", 5)),
}
WORKS = (
    *("2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11"),
    *("2024-09-14", "2024-09-29", "2024-10-12"),
    *("2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"),
    *("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"),
)
OFF = frozenset(
    date.fromisoformat(first) + timedelta(days=n)
    for runs in RESTS.values()
    for first, count in runs
    for n in range(count)
)
ON = frozenset(map(date.fromisoformat, WORKS))

Span = tuple[int, int]


def hours(*spans: tuple[float, float]) -> tuple[Span, ...]:
    return tuple((int(start * 3600), int(end * 3600)) for start, end in spans)


CLOSED: tuple[Span, ...] = ()
ALWAYS = (hours((0, 24)),) * 7
WEEKDAYS = (hours((8.5, 17.5)),) * 5 + (CLOSED,) * 2


@dataclass(frozen=True)
class Calendar:
    """A calendar as a manual writes it, and as the simulator walks it."""

    written: dict[str, Any]
    week: tuple[tuple[Span, ...], ...]
    observes: bool = True
    ends: str = "close"
    rest: str = "moves"
    receipt: str = "that-day"
    exceptions: tuple[tuple[str, tuple[Span, ...]], ...] = ()

    def year(self, *, legal: bool = False) -> Year:
        return Year(
            self.week,
            OFF if self.observes else frozenset(),
            ON if self.observes else frozenset(),
            closes_at_midnight=self.ends == "midnight" and not legal,
            late_counts_next_day=self.receipt == "next-working-day" and not legal,
            moves_off_rest=self.rest == "moves" and not legal,
            exceptions={date.fromisoformat(day): spans for day, spans in self.exceptions},
        )


OFFICE = Calendar({"hours": "周一至周五 08:30–17:30；法定节假日除外"}, WEEKDAYS)
CALENDARS: dict[str, Calendar] = {
    "office": OFFICE,
    "duty": Calendar({"hours": "每天 00:00–24:00"}, ALWAYS, observes=False, rest="stays"),
    "noon": Calendar(
        {"hours": "周一至周五 09:00–12:00、13:30–18:00；周六 09:00–12:00；法定节假日除外"},
        (hours((9, 12), (13.5, 18)),) * 5 + (hours((9, 12)), CLOSED),
    ),
    "night": Calendar(
        {"hours": "每天 22:00–次日 06:00"},
        (hours((0, 6), (22, 24)),) * 7,
        observes=False,
        rest="stays",
    ),
    "late": replace(
        OFFICE,
        written={**OFFICE.written, "receipt": "next-working-day"},
        receipt="next-working-day",
    ),
    "midnight": replace(
        OFFICE,
        written={**OFFICE.written, "day_end": "midnight", "rest_day": "stays"},
        ends="midnight",
        rest="stays",
    ),
    "stock": replace(
        OFFICE,
        written={
            **OFFICE.written,
            "exceptions": [
                {"from": "2026-09-24", "why": "盘点"},
                {"from": "2026-10-01", "to": "2026-10-02", "hours": "09:00–12:00", "why": "值班"},
            ],
        },
        exceptions=(
            ("2026-09-24", ()),
            *((day, hours((9, 12))) for day in ("2026-10-01", "2026-10-02")),
        ),
    ),
}
FREE = Year(ALWAYS, OFF, ON, closes_at_midnight=True, exceptions=dict.fromkeys(OFF, ALWAYS[0]))
"""Days that no calendar opens or closes: of rest by law, and each ends at midnight."""

UNITS = {
    "秒": ("seconds", 1),
    "分钟": ("seconds", 60),
    "小时": ("seconds", 3600),
    "日": ("days", 1),
    "个月": ("months", 1),
    "年": ("months", 12),
    "工作分钟": ("working-seconds", 60),
    "工作小时": ("working-seconds", 3600),
    "个工作日": ("working-days", 1),
}
Amount = tuple[float, str]


@dataclass(frozen=True)
class Limit:
    """A limit: how long, by which calendar, with what may be granted, and what the law allows."""

    within: Amount
    calendar: str = ""
    extension: tuple[Amount, int] | None = None
    pauses: tuple[Amount, ...] = ()
    law: Amount | None = None


COMMON = [
    *(Limit(within) for within in ((90, "秒"), (15, "分钟"), (1.5, "小时"), (24, "小时"))),
    *(Limit(within) for within in ((1, "日"), (3, "日"), (7, "日"), (15, "日"))),
    *(Limit(within) for within in ((1, "个月"), (2, "个月"), (1, "年"))),
    *(Limit(within, "duty") for within in ((2, "个工作日"), (30, "工作小时"), (5, "日"))),
    *(Limit((n, "个工作日"), "office") for n in (1, 2, 5, 6, 7, 10, 15)),
    Limit((3, "个工作日"), "office", ((1, "个工作日"), 1), law=(15, "日")),
    Limit((5, "个工作日"), "office", ((2, "个工作日"), 3), law=(30, "日")),
    Limit((7, "个工作日"), "office", None, ((5, "个工作日"), (2, "个工作日"))),
    Limit((3, "日"), "office", ((2, "日"), 1), ((1, "日"),), law=(7, "日")),
    Limit((10, "日"), "midnight", ((5, "日"), 1), law=(1, "个月")),
    Limit((2, "工作小时"), "office", ((30, "工作分钟"), 1)),
    Limit((0.5, "工作小时"), "office"),
    Limit((20, "工作小时"), "office", None, ((8, "工作小时"),)),
    Limit((9, "工作小时"), "noon"),
    Limit((3, "个工作日"), "noon"),
    Limit((12, "工作小时"), "night"),
    Limit((3, "个工作日"), "late", law=(5, "日")),
    Limit((4, "工作小时"), "late"),
    Limit((2, "个工作日"), "midnight"),
    Limit((1, "个月"), "midnight"),
    Limit((2, "个工作日"), "stock"),
    Limit((10, "工作小时"), "stock"),
    Limit((8, "日"), "stock"),
]
STARTS = (
    "2025-01-24 18:00:00", "2025-01-26 09:00:00", "2025-09-28 16:45:30", "2025-12-31 23:59:59",
    "2026-01-01 00:00:00", "2026-01-31 12:00:00", "2026-02-13 17:30:00", "2026-02-13 17:30:01",
    "2026-02-14 10:00:00", "2026-02-28 24:00:00", "2026-05-08 08:29:59", "2026-08-31 17:00:00",
    "2026-09-19 13:00:00", "2026-09-23 00:00:00", "2026-09-23 15:30:00", "2026-09-24 24:00:00",
    "2026-09-30 17:29:00", "2026-10-09 22:30:00", "2026-12-18 11:11:11", "2027-01-29 09:00:00",
    "2027-04-30 12:30:00",
)  # fmt: skip
CHANGED = (
    "2026-03-28 02:30:00", "2026-03-28 12:00:00", "2026-03-29 01:59:30", "2026-03-29 03:00:00",
    "2026-10-24 02:30:00", "2026-10-24 12:00:00", "2026-10-25 01:30:00", "2026-10-25 02:30:00",
    "2026-10-25 03:00:00", "2026-07-01 24:00:00",
)  # fmt: skip


LEAPING = (
    "2024-01-31 09:00:00", "2024-02-28 23:30:00", "2024-02-29 00:00:00", "2024-02-29 12:00:00",
    "2024-02-29 24:00:00", "2024-03-31 10:00:00", "2024-02-08 17:00:00",
)  # fmt: skip


@dataclass(frozen=True)
class World:
    """A zone seen from a day, with the year before as its first."""

    zone: str
    day: date
    limits: tuple[Limit, ...]
    starts: tuple[str, ...]

    @property
    def first(self) -> date:
        return date(self.day.year - 1, 1, 1)


LEAP = [
    *(Limit(within) for within in ((36, "小时"), (1, "日"), (1, "个月"), (1, "年"), (2, "年"))),
    Limit((29, "日"), "midnight"),
    Limit((3, "个工作日"), "office", ((1, "个工作日"), 1), law=(15, "日")),
]
WORLDS = {
    "china": World("Asia/Shanghai", date(2026, 6, 1), tuple(COMMON), STARTS),
    "berlin": World("Europe/Berlin", date(2026, 6, 1), tuple(COMMON[:5]), CHANGED),
    "leap": World("Asia/Shanghai", date(2025, 6, 1), tuple(LEAP), LEAPING),
}


def read(text: str) -> Moment:
    day, _, clock = text.partition(" ")
    hour, minute, second = map(int, clock.split(":"))
    return date.fromisoformat(day), (hour * 60 + minute) * 60 + second


def write(moment: Moment) -> str:
    day, second = moment
    return f"{day} {second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"


def elapsed(start: Moment, seconds: int, zone: ZoneInfo) -> Moment:
    """Seconds by a clock that is changed; an hour that comes twice is over when it came twice."""
    wall = datetime.combine(start[0], datetime.min.time()) + timedelta(seconds=start[1])
    end = wall.replace(tzinfo=zone).astimezone(UTC) + timedelta(seconds=seconds)
    here = end.astimezone(zone)
    while here.fold:
        end += timedelta(seconds=1)
        here = end.astimezone(zone)
    second = (here.hour * 60 + here.minute) * 60 + here.second
    return (here.date(), second) if second else (here.date() - timedelta(days=1), DAY)


def later(start: Moment, amount: Amount, year: Year, zone: ZoneInfo) -> Moment:
    dimension, scale = UNITS[amount[1]]
    many = int(amount[0] * scale)
    if dimension == "seconds":
        return elapsed(start, many, zone)
    walk = {
        "days": clockwork.days_later,
        "months": clockwork.months_later,
        "working-seconds": clockwork.working_seconds_later,
        "working-days": clockwork.working_days_later,
    }[dimension]
    return walk(start, many, year)


def in_turn(start: Moment, amounts: list[Amount], year: Year, zone: ZoneInfo) -> Moment:
    for amount in amounts:
        start = later(start, amount, year, zone)
    return start


def paused(
    start: Moment, limit: Limit, pauses: tuple[Amount, ...], year: Year, zone: ZoneInfo
) -> Moment:
    """The latest end, whichever whole unit of the limit the pauses come before or after."""
    number, unit = limit.within
    if not pauses:
        return later(start, limit.within, year, zone)
    ends = []
    for done in range(int(number) + 1):
        before: list[Amount] = [(done, unit)] if done else []
        after: list[Amount] = [(number - done, unit)] if done < number else []
        ends.append(in_turn(start, [*before, *pauses, *after], year, zone))
    return max(ends)


def counted(start: Moment, end: Moment, limit: Limit, year: Year) -> list[str]:
    """The working days of a limit, from the end backwards."""
    days: list[str] = []
    day = end[0]
    while len(days) < limit.within[0]:
        days += [str(day)] if year.open_on(day) else []
        day -= timedelta(days=1)
    return days[::-1]


def cases(name: str, world: World) -> Iterator[dict[str, Any]]:
    zone = ZoneInfo(world.zone)
    for at, limit in enumerate(world.limits):
        calendar = CALENDARS.get(limit.calendar)
        year = calendar.year() if calendar else FREE
        legal = calendar.year(legal=True) if calendar else replace(FREE, moves_off_rest=False)
        times = range(limit.extension[1] + 1) if limit.extension else range(1)
        grants = (limit.pauses[:n] for n in range(len(limit.pauses) + 1))
        for text, extended, granted in itertools.product(world.starts, times, tuple(grants)):
            start = read(text)
            base = paused(start, limit, granted, year, zone)
            extra = [limit.extension[0]] * extended if limit.extension else []
            end = in_turn(base, extra, year, zone)
            if end[0] > LAST:
                continue
            case: dict[str, Any] = {"world": name, "limit": at, "start": text, "due": write(end)}
            case |= {"extended": extended} if extended else {}
            case |= {"pauses": len(granted)} if granted else {}
            if limit.law:
                case["law"] = write(later(start, limit.law, legal, zone))
            if end[0] > ARRANGED and rests_matter(limit, calendar):
                case["provisional"] = True
            if limit.within[1] == "个工作日" and not granted and not extended:
                case["days"] = counted(start, end, limit, year)
            yield case


def rests_matter(limit: Limit, calendar: Calendar | None) -> bool:
    """Whether a holiday can change when the limit ends: hours that pass know none."""
    dimension = UNITS[limit.within[1]][0]
    if dimension == "seconds":
        return False
    if calendar is None:
        return True
    if dimension in ("days", "months"):
        return calendar.rest == "moves" or (calendar.observes and calendar.ends == "close")
    return calendar.observes


def runs(days: set[date]) -> list[list[Any]]:
    found: list[list[Any]] = []
    for day in sorted(days):
        last = date.fromisoformat(found[-1][0]) + timedelta(days=found[-1][1]) if found else None
        if day == last:
            found[-1][1] += 1
        else:
            found.append([str(day), 1])
    return found


def almanac(world: World) -> dict[str, Any]:
    """The calendars as a site publishes them, from what is written above."""
    first = world.first
    days = [first + timedelta(days=n) for n in range((LAST - first).days + 1)]
    calendars: dict[str, Any] = {
        "": {
            "week": ALWAYS,
            "days": [],
            "observes": False,
            "ends": "midnight",
            "rest": "moves",
            "receipt": "that-day",
        }
    }
    for name, one in CALENDARS.items():
        year = one.year()
        differing: dict[tuple[Span, ...], set[date]] = {}
        for day in days:
            if year.open_on(day) != one.week[day.weekday()]:
                differing.setdefault(year.open_on(day), set()).add(day)
        calendars[name] = {
            "week": one.week,
            "days": [[spans, runs(own)] for spans, own in differing.items()],
            "observes": one.observes,
            "ends": one.ends,
            "rest": one.rest,
            "receipt": one.receipt,
        }
    rests = [[name, *run] for name, own in RESTS.items() for run in own]
    bounded = {"rests": rests, "calendars": calendars}
    return {
        "zone": world.zone,
        "first": str(first),
        "starts": str(LAST),
        "last": str(LAST),
        "arranged": str(ARRANGED),
        "clock": clock(ZoneInfo(world.zone)),
        "works": runs(set(ON)),
        "fewest": bounded,
        "most": bounded,
    }


def clock(zone: ZoneInfo) -> dict[str, Any] | None:
    """Every change of a zone's clock, hour by hour."""
    at, last = datetime(2023, 12, 30, tzinfo=UTC), datetime(2028, 1, 2, tzinfo=UTC)
    ahead = held = seconds_ahead(zone, at)
    changes = []
    while at < last:
        at += timedelta(hours=1)
        if seconds_ahead(zone, at) != held:
            changes.append([int(at.timestamp()), held, seconds_ahead(zone, at)])
            held = changes[-1][2]
    return {"ahead": ahead, "changes": changes} if changes else None


def seconds_ahead(zone: ZoneInfo, at: datetime) -> int:
    shift = at.astimezone(zone).utcoffset()
    assert shift is not None
    return int(shift.total_seconds())


def duration(amount: Amount) -> dict[str, Any]:
    dimension, scale = UNITS[amount[1]]
    number, unit = amount
    return {
        "written": f"{number} {unit}",
        "dimension": dimension,
        "amount": number,
        "scale": scale,
        "magnitude": int(number * scale),
    }


def limit(one: Limit) -> dict[str, Any]:
    return {
        "within": duration(one.within),
        "calendar": one.calendar,
        "extension": one.extension and {**duration(one.extension[0]), "times": one.extension[1]},
        "pauses": [duration(pause) for pause in one.pauses],
        "law": one.law and duration(one.law),
    }


def whole() -> dict[str, Any]:
    return {
        "calendars": {name: one.written for name, one in CALENDARS.items()},
        "worlds": {
            name: {
                "day": str(world.day),
                "almanac": almanac(world),
                "limits": [limit(one) for one in world.limits],
            }
            for name, world in WORLDS.items()
        },
        "cases": [case for name, world in WORLDS.items() for case in cases(name, world)],
    }


def text() -> str:
    """The file: one line a case, so that a change of it can be read."""
    made = whole()
    lines = [json.dumps(case, ensure_ascii=False) for case in made["cases"]]
    head = {name: made[name] for name in ("calendars", "worlds")}
    opening = json.dumps(head, ensure_ascii=False)[:-1]
    return opening + ', "cases": [\n' + ",\n".join(lines) + "\n]}\n"


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")
