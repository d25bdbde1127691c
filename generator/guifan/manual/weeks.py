"""Hours as a picture of a week."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from guifan.language.catalogues import Translator
from guifan.language.hours import Hours
from guifan.manual.diagrams.week import DAY, Shift, Week, Words, draw_week

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
    """The openings of a week; one that goes on past midnight is one shift."""
    spans = [
        (day * DAY + opening.start.minutes, day * DAY + opening.end.minutes)
        for day, openings in enumerate(hours.week)
        for opening in openings
    ]
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and joined[-1][1] == start and start % DAY == 0 and end - start < DAY:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return (Shift(name, start, end, label) for start, end in joined)


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
