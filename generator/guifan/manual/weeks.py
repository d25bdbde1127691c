"""Hours and who is there in them, as pictures of a week."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from markupsafe import Markup

from guifan.language.catalogues import Translator
from guifan.language.hours import DAY_MINUTES, Hours
from guifan.language.kinds.role import Role
from guifan.language.kinds.rota import Rota
from guifan.language.kinds.rota import Shift as RotaShift
from guifan.manual.diagrams.cover import Cover, Day, Span, Stretch, draw_cover
from guifan.manual.diagrams.cover import Words as CoverWords
from guifan.manual.diagrams.week import Shift, Week, Words, draw_week
from guifan.proof.people.cover import DAYS, NEVER, SATURDAY, WEEK, DayKind, Times, times, turns

_NAMED = 2
"""So many shifts of the same hours are named in their bar; of more the first and their number."""


def draw_hours(title: str, hours: Sequence[tuple[str, Hours]], _: Translator) -> Markup:
    """Draw a week.

    Args:
        title: what it shows.
        hours: each with its name: a shift's, or a channel's own. Those alike share a bar.
        _: the translator.
    """
    alike: dict[Hours, list[str]] = {}
    for name, week in hours:
        alike.setdefault(week, []).append(name)
    shifts = tuple(
        shift
        for week, names in alike.items()
        for shift in _shifts(_("、").join(names), _label(names, _), week)
    )
    return draw_week(Week(title, shifts), _words(_))


def _label(names: list[str], _: Translator) -> str:
    if len(names) <= _NAMED:
        return _("、").join(names)
    return _("{name}等 {count} 个班次").format(name=names[0], count=len(names))


def _shifts(name: str, label: str, hours: Hours) -> Iterator[Shift]:
    """The stretches that are worked at one go."""
    return (Shift(name, start, end, label) for start, end in turns(hours))


@dataclass(frozen=True, slots=True)
class Seat:
    """A post, or several that are there alike.

    Args:
        name: of the post.
        shifts: its shifts, of any rota.
        missing: when it should be at work and is not.
    """

    name: str
    shifts: tuple[RotaShift, ...]
    missing: Times = NEVER


def seats(roles: Sequence[Role], rotas: Iterable[Rota], _: Translator) -> list[Seat]:
    """Posts by some rotas; those with as many people at the same hours share a band."""
    alike: dict[object, list[tuple[Role, tuple[RotaShift, ...]]]] = {}
    shifts = [shift for rota in rotas for shift in rota.shifts]
    for role in roles:
        own = tuple(one for one in shifts if one.role == role.id)
        there = Counter((one.hours, one.headcount, one.on_call) for one in own)
        alike.setdefault(frozenset(there.items()), []).append((role, own))
    return [
        Seat(_together([role.title for role, __ in one], _), one[0][1]) for one in alike.values()
    ]


def _together(names: Sequence[str], _: Translator) -> str:
    if len(names) <= _NAMED:
        return _("、").join(names)
    return _("{name}等 {count} 个岗位，各").format(name=names[0], count=len(names))


def draw_seats(
    title: str,
    there: Sequence[Seat],
    _: Translator,
    promised: Times = NEVER,
    unkept: Times = NEVER,
) -> Markup:
    """Draw who is there, on ordinary days and on holidays.

    Args:
        title: what it shows.
        there: the posts.
        _: the translator.
        promised: when somebody is promised.
        unkept: the part of it at which somebody is missing.
    """
    names = weekdays(_)
    weeks = {
        kind: tuple(
            _day(names[day], kind, day, there, promised, unkept)
            for day in range(SATURDAY if kind is DayKind.MADE_UP else 0, DAYS)
        )
        for kind in DayKind
    }
    ordinary, holiday, made_up = (weeks[kind] for kind in DayKind)
    shown = [(_("每天，法定节假日也一样"), ordinary)]
    if len({one.shape for one in (*ordinary, *holiday)}) > 1:
        off = tuple(_named(one, _("法定节假日（{day}）").format(day=one.name)) for one in holiday)
        shown = [(_("每天，法定节假日除外"), ordinary), (_("法定节假日"), off)]
    if [one.shape for one in made_up] != [one.shape for one in ordinary[SATURDAY:]]:
        worked = tuple(_named(one, _("调休上班的{day}").format(day=one.name)) for one in made_up)
        shown.append((_("调休上班的周六、周日"), worked))
    return draw_cover(Cover(title, tuple(one.name for one in there), tuple(shown)), _cover_words(_))


def _named(day: Day, name: str) -> Day:
    return Day(name, day.promised, day.unkept, day.posts)


def _day(
    name: str, kind: DayKind, day: int, there: Sequence[Seat], promised: Times, unkept: Times
) -> Day:
    posts = tuple(tuple(_stretches(seat, kind, day)) for seat in there)
    return Day(name, _of(promised, kind, day), _of(unkept, kind, day), posts)


def _stretches(seat: Seat, kind: DayKind, day: int) -> Iterator[Stretch]:
    """How many are there from one change to the next; on call only when nobody is at work."""
    shifts = [
        (start, end, ceil(one.headcount.magnitude), one.on_call)
        for one in seat.shifts
        for start, end in _of(times(one.hours), kind, day)
    ]
    missing = _of(seat.missing, kind, day)
    edges = sorted({edge for start, end, *_ in (*shifts, *missing) for edge in (start, end)})
    for start, end in pairwise(edges):
        there = [(people, called) for a, b, people, called in shifts if a <= start < b]
        working = sum(people for people, called in there if not called)
        if any(a <= start < b for a, b in missing):
            yield Stretch(start, end, 0)
        elif there:
            yield Stretch(start, end, working or sum(one for one, _ in there), not working)


def _of(found: Times, kind: DayKind, day: int) -> tuple[Span, ...]:
    """What lies in one day, in minutes of it."""
    base = kind * WEEK + day * DAY_MINUTES
    part = found & Times(((base, base + DAY_MINUTES),))
    return tuple((start - base, end - base) for start, end in part.spans)


def _cover_words(_: Translator) -> CoverWords:
    return CoverWords(
        run=_("{first}至{last}"),
        promised=_("服务时间"),
        people=_("{count} 人"),
        called=_("{count} 人听班"),
        nobody=_("无人"),
        span=_("{start}–{end} {who}"),
        post=_("{name} {spans}"),
        day=_("{day}：{posts}。"),
        comma=_("、"),
        between=_("；"),
        off=_("不当班"),
    )


def weekdays(_: Translator) -> tuple[str, str, str, str, str, str, str]:
    """The short names of the days from Monday."""
    return _("周一"), _("周二"), _("周三"), _("周四"), _("周五"), _("周六"), _("周日")


def _words(_: Translator) -> Words:
    return Words(
        days=weekdays(_),
        daily=_("每天"),
        run=_("{first}至{last}"),
        shift=_("{name} {start}–{end}"),
        day=_("{day}：{shifts}。"),
        between=_("；"),
        closed=_("不服务"),
    )
