"""Whether a case that is done was done in time."""

from collections.abc import Iterator
from datetime import date, timedelta

from guifan.quiz.base import Base
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option, digest
from guifan.quiz.models._days import calendar_said, day_said, eves
from guifan.quiz.models._due import scoped
from guifan.quiz.said import Said, say
from guifan.temporal.duration import Dimension
from guifan.temporal.moments import Moment

_TEN, _FIFTEEN = 10 * 3600, 15 * 3600
_LONGEST = 10


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    clocks = base.ground.clocks
    known: dict[str | None, list[date]] = {}
    for fact in base.of("in-time"):
        within = fact.source.within
        days = within.dimension is Dimension.WORKING_DAYS and within.magnitude <= _LONGEST
        if clocks is None or not days:
            continue
        year = base.ground.day.year
        if clocks.horizon.is_provisional(date(year, 12, 31)):
            continue
        name = fact.source.calendar
        calendar = clocks.calendar(name)
        if name not in known:
            known[name] = eves(calendar, year)
        some = known[name]
        if not some:
            continue
        chance = int(digest(fact.name, "on-time"), 16)
        start = Moment(some[chance % len(some)], _TEN)
        end = _end(base, fact, start, late=chance // len(some) % 2 == 1)
        if end is not None:
            strip = calendar_said(base.ground.words, calendar, start.day, end.day)
            yield _draft(base, fact, start, end, strip)


def _end(base: Base, fact: Fact, start: Moment, *, late: bool) -> Moment | None:
    """A working hour on the last day, or on the first working day after it."""
    clocks = base.ground.clocks
    due = base.value(base.get("due", fact.name) or fact, start)
    if clocks is None or not isinstance(due, Moment):
        return None
    day = due.day
    if late:
        day += timedelta(days=1)
        while not clocks.calendar(fact.source.calendar).works(day):
            day += timedelta(days=1)
    return Moment(day, _FIFTEEN)


def _draft(base: Base, fact: Fact, start: Moment, end: Moment, strip: Said) -> Draft:
    _ = base.ground.words
    in_time = bool(base.value(fact, (start, end)))
    limit, end_title = base.ground.title(fact.name), base.ground.title(fact.source.to)
    template = _(
        "{year} 年 {begin_day}10:00「{start}」，{end_day}15:00「{end}」，"
        "照「{limit}」{scope}的时限没有超时。{calendar}"
    )
    if limit.text == end_title.text:
        template = _(
            "{year} 年 {begin_day}10:00「{start}」，{end_day}15:00「{end}」，"
            "照它{scope}的时限没有超时。{calendar}"
        )
    stem = say(
        template,
        limit=limit,
        year=start.day.year,
        begin_day=day_said(_, start.day),
        start=base.ground.title(fact.source.from_),
        scope=scoped(base, fact),
        end_day=day_said(_, end.day),
        end=end_title,
        calendar=strip,
    )
    why = fact.said
    due = base.value(base.get("due", fact.name) or fact, start)
    if isinstance(due, Moment):
        last = day_said(_, due.day)
        why = say(_("{said}从次日起只数工作日，数到 {day}。"), said=fact.said, day=last)
    options = tuple(
        Option(
            Said(text),
            Claim("in-time", fact.name, value, (start, end)),
            value is in_time,
            why,
            fact.clause,
        )
        for text, value in ((_("对"), True), (_("错"), False))
    )
    return Draft(fact, stem, options, "", sorted=True, names=base.ground.scope(fact.source.applies))


MODEL = Model("on-time", "due", Level.APPLY, Form.TRUE_FALSE, 45, _drafts)
