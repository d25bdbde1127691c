"""Moments and lengths of time in words, for findings and pages."""

from guifan.findings import Wording
from guifan.language.quantities import Value, say
from guifan.temporal.moments import Moment


def when(moment: Moment) -> Wording:
    """A moment to the minute, or to the second where that says more."""
    day, clock = moment.day, str(moment).partition(" ")[2].removesuffix(":00")
    return Wording(
        zh=f"{day.year} 年 {day.month} 月 {day.day} 日 {clock}", en=f"{day.isoformat()} {clock}"
    )


def day_of(moment: Moment) -> Wording:
    """The day of a moment."""
    day = moment.day
    return Wording(zh=f"{day.year} 年 {day.month} 月 {day.day} 日", en=day.isoformat())


def how_much(value: Value) -> Wording:
    """A quantity as each language says it."""
    return Wording(zh=say(value, "zh-Hans"), en=say(value, "en"))
