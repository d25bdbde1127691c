"""T01: a time that no clock can count."""

from collections.abc import Iterator
from typing import NamedTuple

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.language.kinds.escalation import Escalation
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.procedure import Procedure
from guifan.language.model import Item
from guifan.language.nodes import Path
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.countable import Uncountable, uncountable
from guifan.proof.procedures.kept import counting
from guifan.proof.told import how_much
from guifan.temporal.duration import Duration


class Time(NamedTuple):
    """A time that an item names, where, and the calendar that counts it."""

    item: Item
    path: Path
    duration: Duration
    calendar: str | None

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.item.id, self.path)


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Look at every time that something is held to."""
    if clocks is None:
        return
    unopened: dict[str, list[Time]] = {}
    for times in _held(corpus):
        uncounted: list[Time] = []
        for time in times:
            match uncountable(clocks, time.duration, time.calendar):
                case Uncountable.NOTHING:
                    yield Match(time.place, "nothing", {"value": how_much(time.duration)})
                case Uncountable.NO_CALENDAR:
                    uncounted.append(time)
                case Uncountable.NEVER_OPEN:
                    unopened.setdefault(str(time.calendar), []).append(time)
                case _:
                    yield None
        if uncounted:
            yield _without_calendar(uncounted)
    for at, calendar in enumerate(clocks.manual.calendars):
        if calendar.id in unopened:
            facts = {"title": calendar.title, "value": how_much(unopened[calendar.id][0].duration)}
            places = tuple(time.place for time in unopened[calendar.id])
            hours = Place(clocks.manual.id, ("calendars", at, "hours"))
            yield Match(hours, "never-open", facts, places)


def _without_calendar(times: list[Time]) -> Match:
    """One finding for all the times of an item: one calendar counts them all."""
    first, *others = times
    facts = {"title": first.item.title, "value": how_much(first.duration)}
    key = "no-calendar" if "calendar" in type(first.item).model_fields else "working-time"
    return Match(first.place, key, facts, tuple(time.place for time in others))


def _held(corpus: Corpus) -> Iterator[list[Time]]:
    """The times of every item that holds somebody to one."""
    for item in corpus.each(Limit, Procedure, Escalation, Playbook):
        match item:
            case Limit():
                yield [Time(item, path, value, item.calendar) for path, value in _of_limit(item)]
            case Procedure():
                # Where the promise is not to be found, R01 says so.
                if not item.promise or corpus.one(Limit, item.promise) or item.calendar:
                    calendar = counting(corpus, item)
                    yield [Time(item, path, value, calendar) for path, value in _of_steps(item)]
            case Escalation():
                yield [Time(item, path, value, item.calendar) for path, value in _of_rungs(item)]
            case Playbook():
                yield [Time(item, path, value, None) for path, value in _of_playbook(item)]


def _of_limit(limit: Limit) -> Iterator[tuple[Path, Duration]]:
    if limit.within is not None:
        yield ("within",), limit.within
    if limit.extension is not None and limit.extension.add is not None:
        yield ("extension", "add"), limit.extension.add
    for at, pause in enumerate(limit.pauses):
        yield ("pauses", at, "cap"), pause.cap


def _of_steps(procedure: Procedure) -> Iterator[tuple[Path, Duration]]:
    for at, step in enumerate(procedure.steps):
        for name in ("handover", "wait", "cap", "within"):
            duration: Duration | None = getattr(step, name)
            if duration is not None:
                yield ("steps", at, name), duration


def _of_rungs(ladder: Escalation) -> Iterator[tuple[Path, Duration]]:
    for at, rung in enumerate(ladder.rungs):
        if rung.after is not None:
            yield ("rungs", at, "after"), rung.after


def _of_playbook(playbook: Playbook) -> Iterator[tuple[Path, Duration]]:
    for at, contact in enumerate(playbook.contacts):
        yield ("contacts", at, "wait"), contact.wait
    for name in ("first_hour", "later"):
        for at, action in enumerate(getattr(playbook, name)):
            if action.at is not None:
                yield (name, at, "at"), action.at
    for at, report in enumerate(playbook.reports):
        yield ("reports", at, "within"), report.within


RULE = Rule(
    code="T01",
    name="limit-cannot-be-counted",
    severity=Severity.ERROR,
    finds=Wording(
        zh="写出来的时间数不出到期时刻：不足一秒、没有日历，或者日历从不开放。",
        en="A time without an end: less than a second, without a calendar, or by one never open.",
    ),
    why=Wording(
        zh="数不出哪一刻到期的时间，员工不知道何时算超时，客户无法据以要求，也没有办法检查。",
        en=(
            "Where nobody can say when a time is up, staff cannot know when they are late and "
            "customers cannot hold us to it; nor can it be checked."
        ),
    ),
    messages={
        "nothing": Wording(
            zh="“{value}”不足一秒，等于没有时间。请写成一秒或更长。",
            en="“{value}” is less than a second, which is no time. Write a second or more.",
        ),
        "no-calendar": Wording(
            zh=(
                "“{title}”里的“{value}”按工作时间计算，却没有日历可用。请在“{title}”里写 "
                "calendar（日历）。"
            ),
            en=(
                "“{value}” in “{title}” is counted in working time, but there is no calendar to "
                "count it by. Write “calendar” in “{title}”."
            ),
        ),
        "working-time": Wording(
            zh=(
                "“{title}”里的“{value}”按工作时间计算，而这里随时都要做，没有日历。"
                "请改成小时、日等不停走的时间。"
            ),
            en=(
                "“{value}” in “{title}” is counted in working time, but this is done at any hour "
                "and has no calendar. Write hours or days, which always run."
            ),
        ),
        "never-open": Wording(
            zh="日历“{title}”没有一天开放，按它计算的时间（如“{value}”）永远到不了期。请写上开放的时间。",
            en=(
                "The calendar “{title}” is open on no day: a time counted by it (such as "
                "“{value}”) never ends. Write when it is open."
            ),
        ),
    },
    bad=Example("""\
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
steps:
  - id: investigate
    title: 调查核实
    do: 查清事实
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    within: 3 个工作日
            ^^^^^^
"""),
    mended=Example("""\
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
calendar: office
steps:
  - id: investigate
    title: 调查核实
    do: 查清事实
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    within: 3 个工作日
"""),
    check=check,
    apart=always,
)
