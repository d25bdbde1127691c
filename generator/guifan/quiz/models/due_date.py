"""By which day a case is due, over the real calendar; the wrong days are slips in counting."""

from collections.abc import Iterator
from datetime import date, timedelta

from guifan.proof.calendar.clocks import Clocks
from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option, digest
from guifan.quiz.models._days import calendar_said, day_said, eves, quiet_thursdays
from guifan.quiz.models._due import bound, is_in_days, narrowed
from guifan.quiz.said import Said, say
from guifan.temporal.calendars import Calendar
from guifan.temporal.duration import Dimension
from guifan.temporal.moments import Moment

_TEN = 10 * 3600
_FRIDAY = 4


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    clocks = base.ground.clocks
    known: dict[str | None, dict[str, list[date]]] = {}
    for fact in base.of("due"):
        if clocks is None or not is_in_days(fact.source.within):
            continue
        calendar = clocks.calendar(fact.source.calendar)
        if fact.source.calendar not in known:
            known[fact.source.calendar] = _starts(base, clocks, calendar)
        for variant, some in known[fact.source.calendar].items():
            if some:
                at = int(digest(fact.name, variant), 16) % len(some)
                yield _draft(base, fact, variant, calendar, Moment(some[at], _TEN))


def _starts(base: Base, clocks: Clocks, calendar: Calendar) -> dict[str, list[date]]:
    """The days on which cases begin, by what makes them worth counting."""
    year = base.ground.day.year
    found = {"weekend": quiet_thursdays(calendar, year)}
    if not clocks.horizon.is_provisional(date(year, 12, 31)):
        found["holiday"] = eves(calendar, year)
    return found


def _draft(base: Base, fact: Fact, variant: str, calendar: Calendar, start: Moment) -> Draft | Gap:
    _ = base.ground.words
    due = base.value(fact, start)
    if not isinstance(due, Moment):
        return Gap(fact, "beyond-calendars")

    def option(day: date, right: bool, why: Said) -> Option:
        claim = Claim("due", fact.name, Moment(day, due.second), start)
        return Option(Said(day_said(_, day)), claim, right, why, fact.clause)

    counted = _("{said}从次日数起，数到 {day}。")
    if fact.source.within.dimension is Dimension.WORKING_DAYS:
        counted = _("{said}从次日起只数工作日，数到 {day}。")
    why = say(counted, said=fact.said, day=day_said(_, due.day))
    key = option(due.day, True, why)
    slips = [option(day, False, Said(why)) for day, why in _slips(base, fact, calendar, start, due)]
    before = [one for one in slips if _day(one) < due.day]
    after = [one for one in slips if _day(one) > due.day]
    # How many wrong days come after the right one is left to the hash: no place is the likelier.
    late = int(digest(fact.name, variant, "late"), 16) % 4
    last = chosen(key, (after,), max(late, 3 - len(before)), fact.name).options
    first = chosen(key, (before,), 3 - len(last), fact.name).options
    options = tuple(sorted((*first, key, *last), key=_day))
    strip = calendar_said(_, calendar, start.day, max(_day(one) for one in options))
    stem = say(
        _("{year} 年 {day}10:00「{start}」。{bound}最晚是哪一天？{calendar}"),
        bound=bound(base, fact),
        year=start.day.year,
        day=day_said(_, start.day),
        start=base.ground.title(fact.source.from_),
        calendar=strip,
    )
    return Draft(fact, stem, options, variant, sorted=True, names=narrowed(base, fact))


def _day(option: Option) -> date:
    assert isinstance(option.claim.value, Moment)
    return option.claim.value.day


def _slips(
    base: Base, fact: Fact, calendar: Calendar, start: Moment, due: Moment
) -> Iterator[tuple[date, str]]:
    """The days that people come to who count wrongly, with the slip."""
    _ = base.ground.words
    count = int(fact.source.within.magnitude)
    begin = start.day
    if fact.source.within.dimension is Dimension.WORKING_DAYS:
        yield begin + timedelta(days=count), _("把工作日当成了自然日来数。")
        yield _worked(calendar, begin, count - 1), _("把起算当天算成了第一天，应从次日起数。")
        yield _weekdays(begin, count), _("没有看节假日和调休，只扣了周末。")
        yield _worked(calendar, begin, count + 1), _("多数了一个工作日。")
        yield _worked(calendar, begin, count + 2), _("多数了两个工作日。")
        yield _worked(calendar, begin, count + 3), _("多数了三个工作日。")
        for less, why in ((2, _("少数了两个工作日。")), (3, _("少数了三个工作日。"))):
            if count > less:
                yield _worked(calendar, begin, count - less), why
        yield _rested(calendar, begin, count), _("调休上班的日子是工作日，要数进去。")
        return
    yield begin + timedelta(days=count - 1), _("把起算当天算成了第一天，应从次日起数。")
    yield begin + timedelta(days=count), _("最后一天是休息日的，顺延到休息日以后的第一天。")
    for less, why in ((2, _("少数了两天。")), (3, _("少数了三天。"))):
        if count > less:
            yield due.day - timedelta(days=less), why
    yield due.day + timedelta(days=1), _("多数了一天。")
    yield due.day + timedelta(days=2), _("多数了两天。")
    yield due.day + timedelta(days=3), _("多数了三天。")
    yield _worked(calendar, begin, count), _("规定的是自然日，节假日和周末也数在里面。")


def _worked(calendar: Calendar, day: date, count: int) -> date:
    """So many working days on."""
    while count > 0:
        day += timedelta(days=1)
        count -= calendar.works(day)
    return day


def _weekdays(day: date, count: int) -> date:
    """So many days from Monday to Friday on."""
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() <= _FRIDAY
    return day


def _rested(calendar: Calendar, day: date, count: int) -> date:
    """So many working days on, were those made up at weekends no working days."""
    while count > 0:
        day += timedelta(days=1)
        count -= calendar.works(day) and day.weekday() <= _FRIDAY
    return day


MODEL = Model("due-date", "due", Level.APPLY, Form.SINGLE, 60, _drafts)
