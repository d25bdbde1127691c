"""Days as a question says them, and the little calendar that it prints."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from babel.dates import format_date

from guifan.language.catalogues import Translator
from guifan.quiz.said import Said
from guifan.temporal.calendars import Calendar

_SATURDAY = 5


def day_said(_: Translator, day: date) -> str:
    """A day with its weekday."""
    locale = "en" if _.locale.startswith("en") else "zh"
    # A pattern of Unicode's locale data (CLDR): the weekday in brackets behind the date.
    return format_date(day, _("M 月 d 日（EEE）"), locale)


def span_said(_: Translator, first: date, last: date) -> str:
    """Days from one to another."""
    if first == last:
        return day_said(_, first)
    return _("{first}至 {last}").format(first=day_said(_, first), last=day_said(_, last))


def calendar_said(_: Translator, calendar: Calendar, first: date, last: date) -> Said:
    """The days off and the days made up between two days, as a paper prints them."""
    parts = []
    for off, made_up in ((True, False), (False, True)):
        for begin, end in _stretches(calendar, first, last, made_up=made_up):
            text = _("{days}放假") if off else _("{days}上班")
            parts.append(text.format(days=span_said(_, begin, end)))
    if not parts:
        return Said(_("日历：周一至周五上班，期间没有节假日和调休。"))
    return Said(_("日历：平时周一至周五上班，{parts}。").format(parts=_("，").join(parts)))


def _stretches(
    calendar: Calendar, first: date, last: date, *, made_up: bool
) -> Iterator[tuple[date, date]]:
    """Runs of holidays, or of weekend days that are worked."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    holidays = calendar.holidays
    wanted = holidays.works if made_up else holidays.rests
    for is_wanted, run in groupby(days, lambda day: day in wanted):
        if is_wanted:
            found = list(run)
            yield found[0], found[-1]


def quiet_thursdays(calendar: Calendar, year: int) -> list[date]:
    """Thursdays with no holiday and no made-up day for three weeks around."""
    special = calendar.holidays.rests | calendar.holidays.works
    day = date(year, 1, 8)
    found = []
    while day.year == year and day < date(year, 12, 1):
        around = {day + timedelta(days=n) for n in range(-3, 22)}
        if day.weekday() == _SATURDAY - 2 and not around & special:
            found.append(day)
        day += timedelta(days=1)
    return found


def eves(calendar: Calendar, year: int) -> list[date]:
    """The last two working days before each public holiday of three days or more."""
    rests = calendar.holidays.rests
    found = []
    day = date(year, 1, 10)
    while day < date(year, 12, 15):
        long = all(day + timedelta(days=n) in rests for n in range(3))
        if long and day - timedelta(days=1) not in rests:
            worked = (day - timedelta(days=n) for n in range(1, 12))
            found += [one for one in worked if calendar.works(one)][:2]
        day += timedelta(days=1)
    return found
