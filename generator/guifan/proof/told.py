"""Moments, lengths of time and hours of the week in words, for findings and pages."""

from datetime import date

from guifan.findings import Wording
from guifan.language.hours import DAY_MINUTES, ClockTime
from guifan.language.quantities import Value, say
from guifan.proof.people.cover import WEEK, DayKind, Times
from guifan.temporal.moments import Moment


def when(moment: Moment) -> Wording:
    """A moment to the minute, or to the second where that says more."""
    day = a_day(moment.day)
    return Wording(zh=f"{day.zh} {moment.clock}", en=f"{day.en} {moment.clock}")


def day_of(moment: Moment) -> Wording:
    """The day of a moment."""
    return a_day(moment.day)


def a_day(day: date) -> Wording:
    """A day."""
    return Wording(zh=f"{day.year} 年 {day.month} 月 {day.day} 日", en=day.isoformat())


def how_much(value: Value) -> Wording:
    """A quantity as each language says it."""
    return Wording(zh=say(value, "zh-Hans"), en=say(value, "en"))


def how_often(value: Value) -> Wording:
    """What comes between two turns, as it stands behind “every”: of one month, just the month."""
    said = how_much(value)
    return Wording(zh=said.zh, en=said.en.removeprefix("1 "))


def how_long(seconds: int) -> Wording:
    """A length of time on the wall: days, hours, minutes and seconds, as far as there are any."""
    parts = []
    for size, zh, en in _SPANS:
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(Wording(zh=f"{count} {zh}", en=f"{count} {en}{'s' * (count > 1)}"))
    return Wording(zh=" ".join(one.zh for one in parts), en=" ".join(one.en for one in parts))


_SPANS = (
    (86_400, "日", "day"),
    (3_600, "小时", "hour"),
    (60, "分钟", "minute"),
    (1, "秒", "second"),
)

_DAYS = (
    ("周一", "Monday"),
    ("周二", "Tuesday"),
    ("周三", "Wednesday"),
    ("周四", "Thursday"),
    ("周五", "Friday"),
    ("周六", "Saturday"),
    ("周日", "Sunday"),
)
_KINDS = {
    DayKind.ORDINARY: ("", ""),
    DayKind.HOLIDAY: ("法定节假日 ", "public holidays, "),
    DayKind.MADE_UP: ("调休上班的 ", "made-up working days, "),
}


def weekly(times: Times) -> Wording:
    """The hours of the first kind of day on which there are any."""
    kind = DayKind(times.first // WEEK)
    hours = times.hours(kind)
    zh, en = _KINDS[kind]
    return Wording(zh=zh + hours.say("zh-Hans"), en=en + hours.say("en"))


def in_week(minute: int) -> Wording:
    """A minute of the week, on a kind of day."""
    zh, en = _KINDS[DayKind(minute // WEEK)]
    day_zh, day_en = _DAYS[minute % WEEK // DAY_MINUTES]
    clock = ClockTime(minute % DAY_MINUTES)
    return Wording(zh=f"{zh}{day_zh} {clock}", en=f"{en}{day_en} {clock}")
