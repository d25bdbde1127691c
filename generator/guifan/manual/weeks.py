"""Hours as a picture of a week."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from guifan.language.catalogues import Translator
from guifan.language.hours import Hours
from guifan.manual.diagrams.week import DAY, Shift, Week, Words, draw_week


def draw_hours(title: str, hours: Mapping[str, Hours], _: Translator) -> Markup:
    """Draw a week.

    Args:
        title: what it shows.
        hours: by name: a shift's, or a channel's own.
        _: the translator.
    """
    shifts = tuple(shift for name, week in hours.items() for shift in _shifts(name, week))
    return draw_week(Week(title, shifts), _words(_))


def _shifts(name: str, hours: Hours) -> Iterator[Shift]:
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
    return (Shift(name, start, end) for start, end in joined)


def _words(_: Translator) -> Words:
    return Words(
        days=(_("周一"), _("周二"), _("周三"), _("周四"), _("周五"), _("周六"), _("周日")),
        shift=_("{name} {start}–{end}"),
        day=_("{day}：{shifts}。"),
        between=_("；"),
        closed=_("不服务"),
    )
