"""Pictures of an analysis: questions by difficulty and discrimination, and intervals in rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from guifan.language.catalogues import Translator
from guifan.manual.diagrams.svg import (
    Box,
    Caption,
    Drawing,
    element,
    line,
    picture,
    rectangle,
    write,
)
from guifan.quiz.results.analysis import Analysis, OptionResult, Remark
from guifan.quiz.results.statistics import Interval

_WIDTH, _HEIGHT = 640.0, 360.0
_LEFT, _BOTTOM, _TOP = 56.0, 44.0, 12.0
_LOW, _HIGH = -0.5, 1.0
_SIZE = 13.0


def scatter(told: Analysis, _: Translator) -> Markup | None:
    """Every question that enough people answered, by difficulty and discrimination."""
    points = [
        (one.difficulty.value, one.discrimination.value, one.remarks)
        for one in told.items
        if one.is_judged and one.discrimination is not None
    ]
    if not points:
        return None
    shapes = [*_axes(_)]
    for easy, apart, remarks in points:
        at = _across(easy), _up(apart)
        shapes.append(_cross(at) if Remark.MISKEYED in remarks else _dot(at, bool(remarks)))
    amiss = sum(1 for *_at, remarks in points if remarks)
    caption = Caption(
        "scatter",
        "scatter",
        _("题目的难度和区分度"),
        [
            _("共 {count} 题，其中 {amiss} 题要看一看。").format(count=len(points), amiss=amiss),
            _("越靠右答对的人越多；越靠上，越是别的题也答得好的人才答对。"),
        ],
    )
    return picture(caption, Drawing(tuple(shapes), (), _WIDTH, _HEIGHT))


def _across(value: float) -> float:
    return _LEFT + value * (_WIDTH - _LEFT - 16)


def _up(value: float) -> float:
    part = (min(max(value, _LOW), _HIGH) - _LOW) / (_HIGH - _LOW)
    return _HEIGHT - _BOTTOM - part * (_HEIGHT - _BOTTOM - _TOP)


def _axes(_: Translator) -> list[Markup]:
    shapes = []
    for percent in range(0, 101, 20):
        x = _across(percent / 100)
        shapes.append(line((x, _up(_LOW)), (x, _up(_HIGH)), "gf-grid"))
        shapes.append(write((x, _up(_LOW) + 18), f"{percent}%", _SIZE, "gf-soft", "middle"))
    for tenth in range(-4, 11, 2):
        y = _up(tenth / 10)
        shapes.append(
            line((_across(0), y), (_across(1), y), "gf-axis" if tenth == 0 else "gf-grid")
        )
        text = f"{tenth / 10:.1f}".replace("-", "−")
        shapes.append(write((_LEFT - 8, y + 4), text, _SIZE, "gf-soft", "end"))
    shapes.append(write((_across(1), _HEIGHT - 6), _("答对的比例 →"), _SIZE, "gf-strong", "end"))
    shapes.append(write((_LEFT + 6, _TOP + 8), _("↑ 区分度"), _SIZE, "gf-strong"))
    return shapes


def _dot(at: tuple[float, float], is_amiss: bool) -> Markup:
    """A question; one that is amiss is a hollow ring."""
    return element(
        "circle",
        class_="gf-amiss" if is_amiss else "gf-dot",
        cx=at[0],
        cy=at[1],
        r=5 if is_amiss else 3.5,
    )


def _cross(at: tuple[float, float]) -> Markup:
    x, y = at
    return line((x - 5, y - 5), (x + 5, y + 5), "gf-alarm") + line(
        (x - 5, y + 5), (x + 5, y - 5), "gf-alarm"
    )


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a picture of intervals.

    Args:
        name: what it is of.
        interval: between what the share lies.
        class_: how it is painted.
        spread: the least and the most of what it is made of, drawn as a thin line.
    """

    name: str
    interval: Interval
    class_: str
    spread: tuple[float, float] | None = None


_ROW = 40.0
_FIRST, _LAST = 8.0, 560.0


def intervals(bars: Sequence[Bar], caption: Caption, target: float | None = None) -> Markup:
    """Shares in rows, each under its name: the dot is what was found, the bar what it may be.

    Args:
        bars: the rows.
        caption: what the picture says.
        target: the share to be reached, as a line through all rows.
    """
    shapes: list[Markup] = []
    bottom = len(bars) * _ROW + 4
    for percent in range(0, 101, 20):
        x = _place(percent / 100)
        shapes.append(line((x, 0), (x, bottom), "gf-grid"))
        shapes.append(write((x, bottom + 16), f"{percent}%", _SIZE, "gf-soft", _anchor(percent)))
    if target is not None:
        x = _place(target)
        shapes.append(line((x, 0), (x, bottom), "gf-target"))
    for at, bar in enumerate(bars):
        y = at * _ROW + 30
        shapes.append(write((_FIRST, y - 13), bar.name, _SIZE, ""))
        if bar.spread:
            low, high = map(_place, bar.spread)
            shapes.append(line((low, y), (high, y), "gf-spread"))
        start, end = _place(bar.interval.low), _place(bar.interval.high)
        shapes.append(rectangle(Box(start, y - 4, max(end - start, 1), 8), bar.class_, radius=3))
        shapes.append(
            element("circle", class_="gf-found", cx=_place(bar.interval.value), cy=y, r=4)
        )
        text = f"{bar.interval.value:.0%}"
        shapes.append(write((_WIDTH - 4, y + 4), text, _SIZE, "gf-strong", "end"))
    return picture(caption, Drawing(tuple(shapes), (), _WIDTH, bottom + 22))


def _place(value: float) -> float:
    return _FIRST + value * (_LAST - _FIRST)


def _anchor(percent: int) -> str:
    return {0: "start", 100: "end"}.get(percent, "middle")


def used(option: OptionResult, prefix: str, name: str) -> Markup | None:
    """How many chose an option, with the interval; None where nobody's choice is known."""
    if option.share is None:
        return None
    width, share = 160.0, option.share
    shapes = (
        rectangle(Box(0, 3, width, 10), "gf-rail", radius=3),
        rectangle(Box(0, 3, share.value * width, 10), "gf-key" if option.right else "gf-wrong", 3),
        line((share.low * width, 8), (share.high * width, 8), "gf-spread"),
    )
    return picture(Caption(prefix, "used", name, ()), Drawing(shapes, (), width, 16))
