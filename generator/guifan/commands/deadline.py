"""``guifan deadline``: when a case is due, and the days that lead to it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

import click

from guifan.commands import _reckoning as told
from guifan.commands._command import LANGUAGE, LOCALES, CannotRunError, Command, MisusedError, _
from guifan.commands._manual import judged_day, opened
from guifan.corpus.graph import Corpus
from guifan.findings import listed
from guifan.language.catalogues import Translator, translator
from guifan.language.instants import Mistake, NotAnInstant, is_day_only, parse_instant
from guifan.language.kinds.event import Event
from guifan.language.kinds.limit import Limit, Pause
from guifan.language.quantities import say
from guifan.manual.deadlines import named
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.countable import is_countable
from guifan.proof.calendar.promises import granted as granted_by
from guifan.proof.law.floors import Bounded, allowed, bounded_by
from guifan.proof.limits.due import Due, Leg, clocks_around, due, starts
from guifan.proof.limits.slack import Reach, Worst, worst
from guifan.proof.limits.special import beside, binding, divides
from guifan.publish.day import ZONE
from guifan.temporal.arrangements import Bound
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.clock import zone_named
from guifan.temporal.duration import Dimension, Duration
from guifan.temporal.moments import DAY, Moment

_AXES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "class": ("complaints", "customers"),
        "area": ("area",),
        "channel": ("channels",),
        "service": ("services",),
        "grade": ("grade",),
    }
)
"""The fields of a limit's scope that each option may say something of."""

_TAXONOMIES: Mapping[str, str] = MappingProxyType(
    {
        "complaints": "complaint-class",
        "customers": "customer-class",
        "area": "area",
        "grade": "event-grade",
    }
)
"""Where the words of these fields stand; those of the others are items."""

_DAILY = (Dimension.DAYS, Dimension.MONTHS, Dimension.WORKING_DAYS)
"""What is counted in days, so that its worst case says something."""


@click.command(
    "deadline",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("推算一件事最迟哪天办到"),
    help=_(
        "按时限的日历逐日推算，一件事从某个时刻起最迟什么时候办到。"
        "\n\nLIMIT 写时限的编号或名称。INSTANT 写 2026-09-23、2026-09-23T15:30 或"
        " “2026年9月23日 下午3点半”；只写日期，就是那天零点。"
        "\n\n投诉分类、地域、渠道等写了，而手册对这种情形另有时限的，按那一条推算。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan deadline complaint-answer --from 2026-09-23T15:30\n"
        '  guifan deadline 投诉答复 --from "2026年9月23日 15:30" --extended\n'
        "  guifan deadline complaint-answer --from 2026-09-23 --class escalated --format json"
    ),
)
@click.argument("name", metavar="LIMIT")
@click.option("--from", "start", required=True, metavar="INSTANT", help=_("从什么时刻起算"))
@click.option("--class", metavar="ID", help=_("投诉分类或客户分类"))
@click.option("--area", metavar="ID", help=_("地域"))
@click.option("--channel", metavar="ID", help=_("渠道"))
@click.option("--service", metavar="ID", help=_("业务"))
@click.option("--grade", metavar="ID", help=_("事件分级"))
@click.option("--extended", is_flag=True, help=_("已经批准延期，按用足推算"))
@click.option(
    "--pause",
    "paused",
    multiple=True,
    metavar="ID",
    help=_("已经批准的暂停，按用足推算；可以写几次"),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help=_("输出形式：text 文字（不写就是它），json"),
)
@click.option("--lang", type=click.Choice(["zh", "en"]), default=LANGUAGE, help=_("说明的语言"))
@click.option("--date", "written", metavar="YYYY-MM-DD", help=_("按哪一天判断，不写为今天"))
@click.option("--dir", "folder", default=".", metavar="DIR", help=_("手册的文件夹"))
def COMMAND(  # noqa: N802  # found by this name
    name: str,
    start: str,
    written: str | None,
    folder: str,
    form: str,
    lang: str,
    **facts: Any,
) -> None:
    """Tell when a case is due; ``facts`` holds what the other options say of it."""
    corpus = opened(folder).corpus
    day = judged_day(written, corpus)
    asked = _limit(corpus, name)
    known = dict(_facts(corpus, asked, facts))
    limit = _binding(corpus, asked, known)
    grants = _granted(limit, facts["paused"], extended=facts["extended"])
    case = _reckoned(corpus, limit, start, grants, day)
    also: _Also = tuple((one, corpus.one(Event, one.from_)) for one in beside(corpus, limit, known))
    words = translator(LOCALES[lang])
    if form == "json":
        data = {"asked": asked.id, **_data(case, words), "also": _also(also, words)}
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    if limit is not asked:
        text = words("这种情形另有时限，不按“{title}”（{id}）。")
        click.echo(text.format(title=asked.title, id=asked.id))
    click.echo("\n".join(_lines(case, also, words)))


_Also = tuple[tuple[Limit, Event | None], ...]
"""Limits that bind a case too, each with the event from which it counts."""


@dataclass(frozen=True)
class _Granted:
    """What was granted in a case.

    Args:
        pauses: of the limit.
        extended: whether the limit was extended.
    """

    pauses: tuple[Pause, ...]
    extended: bool


@dataclass(frozen=True)
class _Case:
    """One case of a limit.

    Args:
        found: when the case is due.
        later: the same if holidays that are not arranged yet are as many as they may be.
        start: how its start was given.
        floor: what the law asks.
        worst: the limit's worst cases.
        granted: what was granted.
        zone: of all moments.
    """

    found: Due
    later: Due
    start: told.Start
    floor: Bounded | None
    worst: Worst | None
    granted: _Granted
    zone: str

    @property
    def end(self) -> Moment:
        """When it is due, with what was granted."""
        return self._end(self.found)

    @property
    def provisional(self) -> bool:
        """Whether that rests on holidays that are not arranged yet."""
        return self.found.is_provisional(extended=self.granted.extended)

    @property
    def at_most(self) -> Moment | None:
        """When it is due at the latest; None where all holidays are arranged."""
        return self._end(self.later) if self.provisional else None

    @property
    def law(self) -> told.Law | None:
        """The law's own end where it leaves least, however holidays will be arranged."""
        ends = [
            told.Law(self.floor, one.law, self._end(one), one.extended)
            for one in (self.found, self.later)
            if self.floor is not None and one.law is not None
        ]
        return min(ends, key=lambda one: one.spare, default=None)

    def _end(self, one: Due) -> Moment:
        return one.extended if self.granted.extended else one.base

    @property
    def legs(self) -> tuple[Leg, ...]:
        """The stretches that lead to its end."""
        return self.found.legs + (self.found.extensions if self.granted.extended else ())


def _limit(corpus: Corpus, name: str) -> Limit:
    """The limit in time of an id, a former one, or a title.

    Raises:
        CannotRunError: there is none.
    """
    limits = {one.id: one for one in corpus.of(Limit)}
    ids = tuple(one for one in corpus.called.get(name, ()) if one in limits)
    if len(ids) > 1:
        text = _("叫“{title}”的不止一个，请写编号：{ids}。")
        raise CannotRunError(text.format(title=name, ids=listed(ids).say(_.locale)))
    item = corpus.get(ids[0] if ids else name)
    if item is None:
        raise CannotRunError(_unknown(corpus, name, limits.values()))
    if not isinstance(item, Limit):
        text = _("“{title}”（{id}）是{kind}，不是时限，算不出到期日。")
        raise CannotRunError(text.format(title=item.title, id=item.id, kind=_(item.kind_name)))
    if item.within is None:
        text = (
            _("“{title}”（{id}）是 {value}，没有起止事件，算不出到期日。")
            if isinstance(item.amount, Duration)
            else _("“{title}”（{id}）是限额（{value}），不是时间，算不出到期日。")
        )
        value = say(item.amount, LOCALES[LANGUAGE])
        raise CannotRunError(text.format(title=item.title, id=item.id, value=value))
    return item


def _unknown(corpus: Corpus, name: str, limits: Iterable[Limit]) -> str:
    if name in corpus.broken:
        return _("条目“{name}”写得有错，读不进来；请先运行 guifan check。").format(name=name)
    by_word = {word: one.id for one in limits if one.within for word in (one.id, one.title)}
    near = get_close_matches(name, by_word, n=3, cutoff=0.5)
    text = _("没有编号或名称为“{name}”的时限。").format(name=name)
    ids = listed(dict.fromkeys(by_word[word] for word in near)).say(_.locale)
    return text + (_("是不是 {near}？").format(near=ids) if near else "")


def _facts(
    corpus: Corpus, asked: Limit, options: Mapping[str, str | None]
) -> Iterator[tuple[str, str]]:
    """What the options say of the case, by the field of a limit's scope.

    Raises:
        MisusedError: one of them names nothing that there is, or nothing that matters to the limit.
    """
    for option, axes in _AXES.items():
        written = options[option]
        if written is None:
            continue
        known = {axis: _members(corpus, axis) for axis in axes}
        found = [(axis, words[written]) for axis, words in known.items() if written in words]
        if not found:
            words = sorted({word for one in known.values() for word in one.values()})
            text = _("--{option} 没有“{value}”这一项。").format(option=option, value=written)
            shown = listed(words).say(_.locale)
            raise MisusedError(text + _("可以写：{words}。").format(words=shown))
        if not divides(corpus, asked, [axis for axis, _id in found]):
            text = _("“{title}”（{id}）不因 --{option} 而不同，请去掉这一项。")
            raise MisusedError(text.format(title=asked.title, id=asked.id, option=option))
        yield from found


def _members(corpus: Corpus, axis: str) -> Mapping[str, str]:
    """The ids that a field of a limit's scope may hold, by themselves and by their titles."""
    if axis in _TAXONOMIES:
        members = corpus.members(_TAXONOMIES[axis])
        return {word: one.id for one in members.values() for word in (one.title, one.id)}
    items = corpus.of_kind(axis.removesuffix("s"))
    return {word: one.id for one in items for word in (one.title, one.id)}


def _binding(corpus: Corpus, asked: Limit, facts: Mapping[str, str]) -> Limit:
    """The limit for the case.

    Raises:
        CannotRunError: there is none, or more than one.
    """
    if not facts:
        return asked
    found = binding(corpus, asked, facts)
    if len(found) == 1:
        return found[0]
    if not found:
        text = _("“{title}”（{id}）和与它同起点、同终点的时限，都不适用于这种情形。")
        raise CannotRunError(text.format(title=asked.title, id=asked.id))
    text = _("这种情形有几条时限都适用，请写明是哪一条：{ids}。")
    raise CannotRunError(text.format(ids=listed(one.id for one in found).say(_.locale)))


def _granted(limit: Limit, pauses: tuple[str, ...], *, extended: bool) -> _Granted:
    """What was granted.

    Raises:
        MisusedError: the limit does not allow it.
    """
    if extended and granted_by(limit) is None:
        text = _("“{title}”（{id}）不能延期，请去掉 --extended。")
        raise MisusedError(text.format(title=limit.title, id=limit.id))
    return _Granted(_pauses(limit, pauses), extended)


def _pauses(limit: Limit, names: tuple[str, ...]) -> tuple[Pause, ...]:
    known = {one.id: one for one in limit.pauses}
    for name in names:
        if name not in known:
            text = _("“{title}”（{id}）没有编号为“{name}”的暂停。")
            said = text.format(title=limit.title, id=limit.id, name=name)
            ids = listed(known).say(_.locale)
            raise MisusedError(said + (_("可以写：{words}。").format(words=ids) if ids else ""))
    return tuple(known[name] for name in dict.fromkeys(names))


def _reckoned(corpus: Corpus, limit: Limit, text: str, granted: _Granted, day: date) -> _Case:
    """Work a case out.

    Raises:
        CannotRunError: it has no day on which it is due, or none that the calendars know.
        MisusedError: what it starts from is no moment.
    """
    manual = corpus.manual
    if manual is None:
        raise CannotRunError(_("手册里没有 kind: manual 的条目，不知道日历。"))
    clocks = clocks_around(manual, day)
    if not is_countable(clocks, limit):
        said = _("“{title}”（{id}）算不出到期日：没有日历“{calendar}”，它从不开放，或者时长是零。")
        raise CannotRunError(
            said.format(title=limit.title, id=limit.id, calendar=limit.calendar or "")
            + _("请先运行 guifan check。")
        )
    start = _start(text, manual.zone, clocks, day)
    floor = bounded_by(corpus, limit)
    most = clocks_around(manual, day, Bound.MOST)
    try:
        found = due(clocks, limit, start, floor, granted.pauses)
        later = due(most, limit, start, floor, granted.pauses)
    except OutOfHorizonError:
        said = _("到期日在 {day} 以后，日历只推算到那一天。")
        raise CannotRunError(said.format(day=clocks.calendar(limit.calendar).last)) from None
    reach = worst(Clocks(manual, day, Bound.MOST), limit, floor)
    given = _given(clocks, found, granted, text)
    return _Case(found, later, given, floor, reach, granted, manual.zone)


def _given(clocks: Clocks, found: Due, granted: _Granted, text: str) -> told.Start:
    """How the start was given, and whether its time of day matters."""
    if not is_day_only(text):
        return told.Start.TIMED
    last = due(clocks, found.limit, Moment(found.start.day, DAY - 1), None, granted.pauses)
    alike = (last.base, last.extended) == (found.base, found.extended)
    return told.Start.ANY_TIME if alike else told.Start.MIDNIGHT


def _start(text: str, zone: str, clocks: Clocks, day: date) -> Moment:
    """The moment from which a case counts.

    Raises:
        MisusedError: the text is none, or the calendars do not know the day.
    """
    try:
        start = parse_instant(text, zone_named(zone) or ZoneInfo(ZONE))
    except NotAnInstant as fault:
        raise MisusedError(_mistaken(fault.mistake, text, zone)) from None
    first, last = starts(clocks, day)
    if not first <= start.day <= last:
        said = _("起算的日子要在 {first} 到 {last} 之间：别的日子没有日历。")
        raise MisusedError(said.format(first=first, last=last))
    return start


def _mistaken(mistake: Mistake, text: str, zone: str) -> str:
    return {
        Mistake.NO_INSTANT: _(
            "看不懂时刻“{text}”，请写成 2026-09-23、2026-09-23T15:30 或 2026年9月23日 下午3点半。"
        ),
        Mistake.NO_SUCH_DAY: _("没有“{text}”这一天。"),
        Mistake.NO_SUCH_TIME: _("没有“{text}”这个时刻，请按 24 小时制写，例如 15:30。"),
        Mistake.SKIPPED: _(
            "{zone} 没有“{text}”这个时刻：那天换夏令时，钟拨快了。请写拨快以前或以后的时刻。"
        ),
    }[mistake].format(text=text, zone=zone)


def _lines(case: _Case, also: _Also, _: Translator) -> Iterator[str]:
    found = case.found
    yield from told.answer(found, case.start, case.end, case.at_most, _)
    yield from told.also(also, _)
    yield ""
    if case.at_most not in (None, case.end):
        yield _("按放假最少推算，逐日是：")
    yield from told.days(case.legs, _)
    yield ""
    if found.extensions and not case.granted.extended:
        maybe = found.is_provisional(extended=True)
        yield told.extension(found, case.later.extended if maybe else None, _)
    if case.law is not None:
        yield told.law(case.law, _)
    if case.worst is not None and found.limit.within and found.limit.within.dimension in _DAILY:
        yield from told.at_worst(found.limit, case.worst, _)


def _data(case: _Case, _: Translator) -> Mapping[str, Any]:
    limit, found = case.found.limit, case.found
    assert limit.within is not None
    grant = granted_by(limit)
    return {
        "limit": {
            "id": limit.id,
            "title": limit.title,
            "version": limit.version,
            "within": say(limit.within, _.locale),
            "bound": limit.bound.value,
            "calendar": limit.calendar,
            "population": limit.population.value,
            "share": say(limit.share, _.locale) if limit.share else None,
        },
        "from": _moment(found.start, case.zone),
        "due": _moment(case.end, case.zone),
        "provisional": case.provisional,
        "due_at_most": _moment(case.at_most, case.zone) if case.at_most else None,
        "base": _moment(found.base, case.zone),
        "pauses": [
            {"id": one.id, "cap": say(one.cap, _.locale), "reason": one.reason}
            for one in case.granted.pauses
        ],
        "extended": case.granted.extended,
        "extensions": [
            {"add": say(grant.add, _.locale), "due": _moment(leg.end, case.zone)}
            for leg in found.extensions
            if grant
        ],
        "law": _law(case, _),
        "worst": _worst(case),
        "steps": [step for leg in case.legs for step in _steps(leg, _)],
    }


def _moment(one: Moment, zone: str) -> Mapping[str, str]:
    day, time = str(one).split(" ")
    return {"date": day, "time": time, "zone": zone}


def _law(case: _Case, _: Translator) -> Mapping[str, Any] | None:
    law = case.law
    if law is None:
        return None
    return {
        "floor": f"{law.floor.regulation.id}.{law.floor.floor.id}",
        "within": say(allowed(law.floor.floor), _.locale),
        "end": _moment(law.end, case.zone),
        "slack_seconds": law.spare,
        "extended_slack_seconds": told.seconds(law.end, law.extended),
    }


def _also(limits: _Also, _: Translator) -> list[Mapping[str, str | None]]:
    """The limits that bind the case too, from another event."""
    return [
        {
            "id": one.id,
            "title": one.title,
            "within": say(one.within, _.locale) if one.within else None,
            "from": one.from_,
            "from_title": event.title if event else None,
        }
        for one, event in limits
    ]


def _worst(case: _Case) -> Mapping[str, Any] | None:
    """The limit's worst cases: in the years whose holidays are arranged, and the expected ones."""
    if case.worst is None:
        return None
    outlooks = {"plain": case.worst.plain, "extended": case.worst.extended}
    reaches = {name: (one.proven, one.provisional) for name, one in outlooks.items() if one}
    return {
        name: {
            **_longest(proven or expected, case.zone),
            "provisional": proven is None,
            "expected": _longest(expected, case.zone) if proven and expected else None,
        }
        for name, (proven, expected) in reaches.items()
        if proven or expected
    }


def _longest(reach: Reach | None, zone: str) -> Mapping[str, Any]:
    assert reach is not None
    one = reach.longest
    return {"from": _moment(one.start, zone), "due": _moment(one.end, zone), "days": one.days}


def _steps(leg: Leg, _: Translator) -> Iterator[Mapping[str, Any]]:
    for step in leg.steps:
        yield {
            "part": leg.part.value,
            "date": str(step.day),
            "is": step.sort.value,
            "number": step.number,
            "seconds": step.seconds,
            "made_up": step.made_up,
            "holiday": named(step.festival, _) if step.festival else None,
        }
