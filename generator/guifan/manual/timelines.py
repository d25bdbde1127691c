"""Worst starts as pictures: of a limit up to the law's end, of a procedure's steps up to theirs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from markupsafe import Markup

from guifan.corpus.references import plain_text, value_text
from guifan.language.catalogues import Translator
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.procedure import Procedure
from guifan.manual.book import Book
from guifan.manual.diagrams.text import SMALL, measure
from guifan.manual.diagrams.timeline import (
    Bar,
    Day,
    Edge,
    Flag,
    Kind,
    Mark,
    Timeline,
    Words,
    draw_timeline,
)
from guifan.manual.outlook import begins, day_words, is_steady, later_day, spare
from guifan.manual.weeks import weekdays
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case
from guifan.proof.calendar.promises import granted
from guifan.proof.law.floors import bounded_by
from guifan.proof.limits.due import Due, Leg, Part, Sort, due
from guifan.proof.limits.slack import Outlook
from guifan.proof.procedures.kept import counting
from guifan.proof.procedures.schedule import Schedule, Slot
from guifan.temporal.calendars import Calendar
from guifan.temporal.duration import Dimension, Duration
from guifan.temporal.moments import DAY, Moment

LONGEST = 70
"""More days than these are no picture any more."""

PILL = 36
"""Px that a day has for the name of what begins on it."""

_WORKING = (Dimension.WORKING_DAYS, Dimension.WORKING_SECONDS)
_NEXT_DAY = (Dimension.DAYS, Dimension.MONTHS, Dimension.WORKING_DAYS)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with what it is of."""

    name: str
    drawing: Markup


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of a picture, each as the limit's calendar has it."""

    clocks: Clocks
    limit: Limit
    first: date
    last: date

    @property
    def all(self) -> Iterator[date]:
        """All of them, in order."""
        for at in range((self.last - self.first).days + 1):
            yield self.first + timedelta(days=at)

    @property
    def calendar(self) -> Calendar:
        """By which they count."""
        return self.clocks.calendar(self.limit.calendar)

    def at(self, moment: Moment) -> float:
        """Days from the beginning of the first to a moment."""
        return (moment.day - self.first).days + moment.second / DAY

    def mark(self, day: date) -> Mark:
        """What sort of day it is."""
        calendar, within = self.calendar, self.limit.within
        working = within is not None and within.dimension in _WORKING
        if not calendar.works(day) if working else calendar.rests(day):
            return Mark.REST
        return Mark.MADE_UP if day in calendar.holidays.works else Mark.WORK

    def uncounted(self, leg: Leg) -> frozenset[int]:
        """The days that a stretch in working time does not count, counted from the first."""
        if leg.duration.dimension not in _WORKING:
            return frozenset()
        counted = {step.day for step in leg.steps if step.sort is Sort.COUNTED}
        return frozenset(at for at, day in enumerate(self.all) if day not in counted)

    def still(self, duration: Duration | None, name: str | None) -> frozenset[int]:
        """The days on which a clock in the named working time stands, counted from the first."""
        if duration is None or duration.dimension not in _WORKING:
            return frozenset()
        calendar = self.clocks.calendar(name)
        return frozenset(at for at, day in enumerate(self.all) if not calendar.works(day))

    def drawn(self, _: Translator) -> Iterator[Day]:
        """The days as they are drawn; the first of a month says which month it is."""
        says = {Mark.WORK: "", Mark.REST: _("休"), Mark.MADE_UP: _("班")}
        for day in self.all:
            named = day == self.first or day.day == 1
            date = _("{month}/{day}").format(month=day.month, day=day.day)
            yield Day(date if named else str(day.day), self.mark(day), says[self.mark(day)])

    def runs(self, mark: Mark, _: Translator) -> str:
        """The days of a sort in words, those in a row as from the first to the last."""
        told = []
        for same, group in groupby(self.all, key=lambda day: self.mark(day) is mark):
            days = list(group)
            if same:
                first, last = (later_day(day, self.first, _) for day in (days[0], days[-1]))
                several = _("{first}至 {last}").format(first=first, last=last)
                told.append(several if len(days) > 1 else first)
        return _("、").join(told)


def pictures(book: Book, limit: Limit, _: Translator) -> tuple[Picture, ...]:
    """The worst start of a limit by itself, then with all that may lengthen it used up."""
    found = book.worst(limit)
    if found is None or limit.within is None or limit.within.dimension is Dimension.SECONDS:
        return ()
    if is_steady(limit, found):
        return ()
    outlooks = [(_("最不利情形"), found.plain, False)]
    if found.extended:
        name = _("最不利情形，{used}").format(used=_what_is_used(limit, _))
        outlooks.append((name, found.extended, True))
    drawn = (
        (name, _drawn(book, limit, case, name, stretched, _))
        for name, outlook, stretched in outlooks
        if (case := _case(outlook))
    )
    return tuple(Picture(name, drawing) for name, drawing in drawn if drawing)


def _what_is_used(limit: Limit, _: Translator) -> str:
    if granted(limit) and limit.pauses:
        return _("延期和暂停都用足")
    return _("用足延期") if granted(limit) else _("用足暂停")


def _case(outlook: Outlook) -> Case | None:
    """The longest case that is proven."""
    return outlook.proven.longest if outlook.proven else None


def _drawn(
    book: Book, limit: Limit, case: Case, title: str, stretched: bool, _: Translator
) -> Markup | None:
    assert book.clocks
    plain = limit if stretched else limit.model_copy(update={"extension": None, "pauses": ()})
    floor = bounded_by(book.corpus, limit)
    found = due(book.clocks, plain, case.start, floor, plain.pauses)
    end = max(found.extended, found.law or found.extended)
    if (end.day - case.start.day).days >= LONGEST:
        return None
    days = _Days(book.clocks, limit, case.start.day, end.day)
    event = begins(book, limit)
    short = event if measure(event, SMALL) <= PILL else _("起算")
    bars = tuple(_bars(found, days, short, _))
    timeline = Timeline(
        title=_("{limit}：{name}").format(limit=limit.title, name=title),
        weekday=case.start.day.weekday(),
        days=tuple(days.drawn(_)),
        rows=(bars,),
        flags=tuple(_flags(found, days, _)),
        sentences=tuple(_sentences(found, days, event, _)),
    )
    return draw_timeline(timeline, Words(weekdays(_)), "extended" if stretched else "worst")


def steps_picture(book: Book, procedure: Procedure, _: Translator) -> Markup | None:
    """When each step ends at worst, against the promise; nothing where no holiday can matter."""
    promise = book.corpus.one(Limit, procedure.promise)
    if promise is None or promise.within is None or not book.clocks:
        return None
    found = book.schedule(procedure) if promise.within.dimension is not Dimension.SECONDS else None
    if found is None:
        return None
    case = found.case
    last = max(case.end, case.other)
    if (last.day - case.start.day).days >= LONGEST:
        return None
    days = _Days(book.clocks, promise, case.start.day, last.day)
    timeline = Timeline(
        title=_("{title}：各步用足时限时的最不利情形").format(title=procedure.title),
        weekday=case.start.day.weekday(),
        days=tuple(days.drawn(_)),
        rows=(
            (_promised(book.clocks, promise, case, days, _),),
            *(
                (_step(book, procedure, number, slot, case, days, _),)
                for number, slot in _numbered(found)
            ),
        ),
        flags=(Flag(_end(_("承诺到期"), case.other, _), days.at(case.other), Edge.DUE),),
        sentences=tuple(_step_sentences(book, found, days, promise, _)),
    )
    return draw_timeline(timeline, Words(weekdays(_)), "steps")


def _numbered(found: Schedule) -> Iterator[tuple[int, Slot]]:
    return enumerate(found.slots, 1)


def _promise(promise: Limit, _: Translator) -> str:
    return _("承诺 {promise}").format(promise=value_text(promise.within, _.locale))


def _promised(clocks: Clocks, promise: Limit, case: Case, days: _Days, _: Translator) -> Bar:
    still = days.uncounted(due(clocks, promise, case.start).legs[0])
    since, until = days.at(case.start), days.at(case.other)
    return Bar(_promise(promise, _), since, until, Kind.PROMISE, still=still)


def _step(
    book: Book,
    procedure: Procedure,
    number: int,
    slot: Slot,
    case: Case,
    days: _Days,
    _: Translator,
) -> Bar:
    title = plain_text(book.corpus, slot.step.title, _.locale)
    kind = Kind.LATE if slot.end > case.other else Kind.STEP
    label = _("{number} {title}").format(number=number, title=title)
    limit = book.corpus.one(Limit, slot.step.limit)
    still = (
        days.still(limit.within, limit.calendar)
        if limit
        else days.still(slot.step.within, counting(book.corpus, procedure))
    )
    since, until = days.at(slot.begin), days.at(slot.end)
    return Bar(label, since, until, kind, f"#{slot.step.id}", still)


def _step_sentences(
    book: Book, found: Schedule, days: _Days, promise: Limit, _: Translator
) -> Iterator[str]:
    start = _moment(found.case.start, days.first, _)
    yield _("{start}{event}。").format(start=start, event=begins(book, promise))
    yield from _days_off(days, _)
    for number, slot in _numbered(found):
        title = plain_text(book.corpus, slot.step.title, _.locale)
        part = _("{number} {title}").format(number=number, title=title)
        yield _("{part}，到 {end}。").format(part=part, end=_moment(slot.end, days.first, _))
    end = _moment(found.case.other, days.first, _)
    yield _("{part}，到 {end}。").format(part=_promise(promise, _), end=end)


def _bars(found: Due, days: _Days, event: str, _: Translator) -> Iterator[Bar]:
    """The start, then each stretch of the case's time, then what is left of the law's."""
    within = found.limit.within
    next_day = within is not None and within.dimension in _NEXT_DAY
    begin = max(1.0, days.at(found.start)) if next_day else days.at(found.start)
    yield Bar(event, 0.0, min(1.0, begin), Kind.START)
    for leg in (*found.legs, *found.extensions):
        end = days.at(leg.end)
        kind = Kind.PROMISE if leg.part is Part.BASE else Kind.ADDED
        still = days.uncounted(leg)
        yield Bar(_leg(leg, _), min(begin, end), end, kind, still=still)
        begin = end
    if found.law and found.law > found.extended:
        label = _("余量 {room}").format(room=_room(found, _))
        yield Bar(label, begin, days.at(found.law), Kind.ROOM)


def _leg(leg: Leg, _: Translator) -> str:
    amount = value_text(leg.duration, _.locale)
    names = {
        Part.BASE: "{amount}",
        Part.PAUSE: _("暂停 {amount}"),
        Part.EXTENSION: _("延期 {amount}"),
    }
    return names[leg.part].format(amount=amount)


def _room(found: Due, _: Translator) -> str:
    assert found.law
    return spare(Case(found.start, found.extended, found.law).spare, _)


def _flags(found: Due, days: _Days, _: Translator) -> Iterator[Flag]:
    yield Flag(_end(_("到期"), found.base, _), days.at(found.base), Edge.DUE)
    if found.extensions:
        name = _end(_("延期后到期"), found.extended, _)
        yield Flag(name, days.at(found.extended), Edge.DUE)
    if found.law:
        yield Flag(_end(_("法定底线"), found.law, _), days.at(found.law), Edge.LAW)


def _end(name: str, moment: Moment, _: Translator) -> str:
    return _("{name} {clock}").format(name=name, clock=moment.clock)


def _sentences(found: Due, days: _Days, event: str, _: Translator) -> Iterator[str]:
    """What the picture shows, in the order of the days."""
    yield _("{start}{event}。").format(start=day_words(found.start.day, _), event=event)
    yield from _days_off(days, _)
    for leg in (*found.legs, *found.extensions):
        until = _moment(leg.end, days.first, _)
        yield _("{part}，到 {end}。").format(part=_leg(leg, _), end=until)
    if found.law:
        yield _("法定底线：{end}，{room}。").format(
            end=_moment(found.law, days.first, _),
            room=_("余量 {room}").format(room=_room(found, _)),
        )


def _days_off(days: _Days, _: Translator) -> Iterator[str]:
    for mark, told in ((Mark.REST, _("休息：{days}。")), (Mark.MADE_UP, _("补班：{days}。"))):
        if runs := days.runs(mark, _):
            yield told.format(days=runs)


def _moment(moment: Moment, since: date, _: Translator) -> str:
    day = later_day(moment.day, since, _)
    return _("{day} {clock}").format(day=day, clock=moment.clock)
