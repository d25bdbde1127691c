"""A due date told to a person: the answer first, then the days that lead to it."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from guifan.language.catalogues import Translator
from guifan.language.kinds.limit import Bound, Limit, Population
from guifan.language.quantities import say
from guifan.manual.deadlines import named
from guifan.proof.due import Due, Leg, Part, Sort, Step
from guifan.proof.floors import Bounded, allowed
from guifan.proof.promises import granted
from guifan.proof.slack import Worst
from guifan.temporal.duration import Dimension
from guifan.temporal.moments import DAY, Moment

_MINUTE, _HOUR = 60, 3600


def answer(found: Due, end: Moment, at_most: Moment | None, _: Translator) -> Iterator[str]:
    """The limit, since when, and until when.

    Args:
        found: the case.
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
    yield _("{moment}起算").format(moment=moment(found.start, _))
    if at_most is None:
        text = _("最迟 {moment}") if is_latest else _("最早 {moment}")
        yield text.format(moment=moment(end, _))
        return
    text = _("预计最迟 {moment}") if is_latest else _("预计最早 {moment}")
    yield text.format(moment=moment(end, _))
    yield _("那时的节假日安排还没有公布，按放假最少、没有调休推算；公布以后请再算一次。")
    if at_most != end:
        yield _("按放假最多推算，是 {moment}。").format(moment=moment(at_most, _))


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
            return _("到 {time}").format(time=clock(leg.end))
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


def extension(found: Due, _: Translator) -> str:
    """What an extension would come to."""
    grant = granted(found.limit)
    assert grant is not None
    text = _("可以延期 {times} 次，每次 {add}；用足最迟 {moment}")
    return text.format(
        times=grant.times, add=say(grant.add, _.locale), moment=moment(found.extended, _)
    )


def law(floor: Bounded, end: Moment, due: Moment, _: Translator) -> str:
    """The law's own end, and what is left until it."""
    spare = (end.day - due.day).days * DAY + end.second - due.second
    left = _("余 {length}") if spare >= 0 else _("已超过 {length}")
    text = _("法定：《{law}》{value}，到 {moment}，{left}")
    return text.format(
        law=floor.regulation.short,
        value=say(allowed(floor.floor), _.locale),
        moment=moment(end, _),
        left=left.format(length=length(abs(spare), _)),
    )


def at_worst(limit: Limit, worst: Worst, _: Translator) -> Iterator[str]:
    """The start from which a limit takes longest, in the years whose holidays are arranged."""
    if limit.pauses and limit.extension:
        longest = _("暂停和延期都用足，最不利：{start}起算，{end}到期，历时 {days} 日")
    elif limit.pauses:
        longest = _("暂停用足，最不利：{start}起算，{end}到期，历时 {days} 日")
    else:
        longest = _("延期用足，最不利：{start}起算，{end}到期，历时 {days} 日")
    plain = _("最不利：{start}起算，{end}到期，历时 {days} 日")
    for outlook, text in ((worst.plain, plain), (worst.extended, longest)):
        reach = outlook.proven if outlook else None
        if reach is not None:
            case = reach.longest
            start, end = whole_day(case.start.day, _), moment(case.end, _)
            yield text.format(start=start, end=end, days=case.days)


def moment(one: Moment, _: Translator) -> str:
    """A moment with its weekday."""
    text = _("{day} {time}（{weekday}）")
    return text.format(day=whole_day(one.day, _), time=clock(one), weekday=_weekday(one.day, _))


def whole_day(day: date, _: Translator) -> str:
    """A day with its year."""
    return _("{year} 年 {month} 月 {day} 日").format(year=day.year, month=day.month, day=day.day)


def clock(one: Moment) -> str:
    """The time of day, to the second where that says more."""
    return str(one).partition(" ")[2].removesuffix(":00")


def _span(first: date, last: date, _: Translator) -> str:
    since, until = _short(first, _), _short(last, _)
    return since if first == last else _("{first}至 {last}").format(first=since, last=until)


def _short(day: date, _: Translator) -> str:
    return _("{month} 月 {day} 日").format(year=day.year, month=day.month, day=day.day)


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
