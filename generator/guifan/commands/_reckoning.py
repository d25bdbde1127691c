"""A due date told to a person: the answer first, then the days that lead to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import groupby

from guifan.language.catalogues import Translator
from guifan.language.kinds.event import Event
from guifan.language.kinds.limit import Bound, Limit, Population
from guifan.language.quantities import say
from guifan.manual.deadlines import named
from guifan.manual.outlook import day_of_year, day_words, later_day
from guifan.proof.calendar.promises import granted
from guifan.proof.law.floors import Bounded, allowed
from guifan.proof.limits.due import Due, Leg, Part, Sort, Step
from guifan.proof.limits.slack import Reach, Worst
from guifan.temporal.duration import Dimension
from guifan.temporal.moments import DAY, Moment

_MINUTE, _HOUR = 60, 3600


class Start(Enum):
    """How the start of a case was given."""

    TIMED = "timed"
    ANY_TIME = "any-time"
    MIDNIGHT = "midnight"


@dataclass(frozen=True, slots=True)
class Law:
    """The law's own end for a case.

    Args:
        floor: what the law asks.
        end: when its time ends.
        due: when the case is due, with what was granted.
        extended: when it is due with every extension.
    """

    floor: Bounded
    end: Moment
    due: Moment
    extended: Moment

    @property
    def spare(self) -> int:
        """The seconds that are left until its end; negative where the case is due after it."""
        return seconds(self.end, self.due)


def answer(
    found: Due, start: Start, end: Moment, at_most: Moment | None, _: Translator
) -> Iterator[str]:
    """The limit, since when, and until when.

    Args:
        found: the case.
        start: how its start was given.
        end: when it is due, with what was granted.
        at_most: when it may be due at the latest; None where all holidays are arranged.
        _: the reader's language.
    """
    limit = found.limit
    assert limit.within is not None
    within = say(limit.within, _.locale)
    is_latest = limit.bound is Bound.AT_MOST
    text = (
        _("{title}（{id}）：不超过 {within}")
        if is_latest
        else _("{title}（{id}）：不少于 {within}")
    )
    yield text.format(title=limit.title, id=limit.id, within=within) + _population(limit, _)
    yield _since(found.start, start, _)
    if at_most is None:
        text = _("最迟 {moment}") if is_latest else _("最早 {moment}")
        yield text.format(moment=moment(end, _))
        return
    text = _("预计最迟 {moment}") if is_latest else _("预计最早 {moment}")
    yield text.format(moment=span(end, at_most, _))
    if at_most == end:
        yield _(
            "那时的节假日安排还没有公布，放假按最少算、按最多算都是这一天；公布以后请再算一次。"
        )
        return
    unsure = _("那时的节假日安排还没有公布：放假最少、没有调休，是 {first}；放假最多，是 {last}。")
    keep = (
        _("公布以前按早的一天办，公布以后请再算一次。")
        if is_latest
        else _("公布以前按晚的一天办，公布以后请再算一次。")
    )
    yield unsure.format(first=moment(end, _), last=moment(at_most, _)) + keep


def _since(one: Moment, start: Start, _: Translator) -> str:
    match start:
        case Start.TIMED:
            return _("{moment}起算").format(moment=moment(one, _))
        case Start.ANY_TIME:
            day = _("{day}（{weekday}）").format(
                day=day_words(one.day, _), weekday=_weekday(one.day, _)
            )
            return _("{day}起算，当日不计，几点都一样").format(day=day)
    text = _("{moment}起算；没有写几点，按零点算")
    return text.format(moment=moment(one, _))


def span(first: Moment, last: Moment, _: Translator) -> str:
    """From one moment to another that it may be instead: in days, where they are of two."""
    if first == last:
        return moment(first, _)
    if first.day == last.day:
        return _("{first}至 {last}").format(first=moment(first, _), last=last.clock)
    until = later_day(last.day, first.day, _)
    return _("{first}至 {last}").format(first=day_words(first.day, _), last=until)


def _population(limit: Limit, _: Translator) -> str:
    if limit.population is Population.EVERY:
        return ""
    if limit.population is Population.MEAN or limit.share is None:
        return _("（平均）")
    return _("（{share} 的要做到）").format(share=say(limit.share, _.locale))


def days(legs: tuple[Leg, ...], _: Translator) -> Iterator[str]:
    """The days of a count, those alike together; a new stretch begins with what it is."""
    for at, leg in enumerate(legs):
        if leg.part is not Part.BASE:
            yield _stretch(leg, _)
        elif at:
            yield _("继续计时：")
        own = leg.steps[1:] if at and leg.steps[0].sort is Sort.START else leg.steps
        for _alike, group in groupby(own, key=lambda one: (one.sort, one.festival, one.made_up)):
            steps = list(group)
            yield "  " + _span(steps[0].day, steps[-1].day, _) + _("：") + _what(leg, steps, _)


def _stretch(leg: Leg, _: Translator) -> str:
    length = say(leg.duration, _.locale)
    if leg.pause is not None:
        return _("暂停 {length}（{reason}）：").format(length=length, reason=leg.pause.reason)
    return _("延期 {length}：").format(length=length)


def _what(leg: Leg, steps: list[Step], _: Translator) -> str:
    """What days alike are to a count."""
    first, last = steps[0], steps[-1]
    match first.sort:
        case Sort.HOLIDAY:
            assert first.festival is not None
            return _("{festival}放假").format(festival=named(first.festival, _))
        case Sort.WEEKEND:
            return _("周末")
        case Sort.CLOSED:
            return _("不营业")
        case Sort.START if leg.duration.dimension is Dimension.SECONDS:
            return _("开始计时")
        case Sort.START if leg.duration.dimension is Dimension.WORKING_SECONDS:
            return _("起算，不在工作时间")
        case Sort.START:
            return _("起算，当日不计")
    return _counted(leg, first, last, sum(one.seconds or 0 for one in steps), _) + (
        _("（调休上班）") if first.made_up else ""
    )


def _counted(leg: Leg, first: Step, last: Step, seconds: int, _: Translator) -> str:
    match leg.duration.dimension:
        case Dimension.SECONDS:
            return _("到 {time}").format(time=leg.end.clock)
        case Dimension.WORKING_SECONDS:
            return _("计 {length}").format(length=length(seconds, _))
        case Dimension.MONTHS:
            return _("满 {number} 个月").format(number=last.number)
        case Dimension.DAYS if first is last:
            return _("第 {number} 日").format(number=first.number)
        case Dimension.DAYS:
            return _("第 {first} 至 {last} 日").format(first=first.number, last=last.number)
    if first is last:
        return _("第 {number} 个工作日").format(number=first.number)
    return _("第 {first} 至 {last} 个工作日").format(first=first.number, last=last.number)


def extension(found: Due, at_most: Moment | None, _: Translator) -> str:
    """What an extension would come to; ``at_most`` as of ``answer``."""
    grant = granted(found.limit)
    assert grant is not None
    text = (
        _("可以延期 {times} 次，每次 {add}；用足最迟 {moment}")
        if at_most is None
        else _("可以延期 {times} 次，每次 {add}；用足预计最迟 {moment}")
    )
    return text.format(
        times=grant.times,
        add=say(grant.add, _.locale),
        moment=span(found.extended, at_most or found.extended, _),
    )


def law(one: Law, _: Translator) -> str:
    """The law's own end, and what is left until it."""
    left = _("余 {length}") if one.spare >= 0 else _("已超过 {length}")
    text = _("法定：《{law}》{value}，到 {moment}，{left}")
    return text.format(
        law=one.floor.regulation.short,
        value=say(allowed(one.floor.floor), _.locale),
        moment=moment(one.end, _),
        left=left.format(length=length(abs(one.spare), _)),
    )


def seconds(late: Moment, early: Moment) -> int:
    """The seconds from one moment to another."""
    return (late.day - early.day).days * DAY + late.second - early.second


def also(limits: Iterable[tuple[Limit, Event | None]], _: Translator) -> Iterator[str]:
    """The limits that bind the case too, each with the event from which it counts."""
    text = _("另有「{title}」（{id}），从“{event}”起算，不超过 {within}；两个时刻取早的一个。")
    for one, event in limits:
        yield text.format(
            title=one.title,
            id=one.id,
            event=event.title if event else one.from_,
            within=say(one.within, _.locale) if one.within else "",
        )


def at_worst(limit: Limit, worst: Worst, _: Translator) -> Iterator[str]:
    """The start from which a limit takes longest, first in the years with arranged holidays."""
    for outlook, what in ((worst.plain, ""), (worst.extended, _used_up(limit, _))):
        known = outlook.proven if outlook else None
        if known is not None:
            yield what + _worst(known, _("最不利：{start}起算，{end}到期，历时 {days} 日"), _)
        expected = outlook.provisional if outlook else None
        if expected is not None and (known is None or expected.longest.days > known.longest.days):
            text = _("预计最不利（放假最多）：{start}起算，{end}到期，历时 {days} 日")
            yield what + _worst(expected, text, _)


def _used_up(limit: Limit, _: Translator) -> str:
    if limit.pauses and limit.extension:
        return _("暂停和延期都用足，")
    return _("暂停用足，") if limit.pauses else _("延期用足，")


def _worst(reach: Reach, text: str, _: Translator) -> str:
    case = reach.longest
    start, end = day_words(case.start.day, _), moment(case.end, _)
    return text.format(start=start, end=end, days=case.days)


def moment(one: Moment, _: Translator) -> str:
    """A moment with its weekday."""
    text = _("{day} {time}（{weekday}）")
    return text.format(day=day_words(one.day, _), time=one.clock, weekday=_weekday(one.day, _))


def _span(first: date, last: date, _: Translator) -> str:
    since, until = day_of_year(first, _), day_of_year(last, _)
    return since if first == last else _("{first}至 {last}").format(first=since, last=until)


def _weekday(day: date, _: Translator) -> str:
    names = (_("周一"), _("周二"), _("周三"), _("周四"), _("周五"), _("周六"), _("周日"))
    return names[day.weekday()]


def length(seconds: int, _: Translator) -> str:
    """A length of time in days, hours and minutes, without those that are none."""
    units = (
        (seconds // DAY, _("{number} 日")),
        (seconds % DAY // _HOUR, _("{number} 小时")),
        (seconds % _HOUR // _MINUTE, _("{number} 分钟")),
        (seconds % _MINUTE, _("{number} 秒")),
    )
    said = [text.format(number=number) for number, text in units if number]
    return " ".join(said) or _("{number} 分钟").format(number=0)
