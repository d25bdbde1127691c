"""The gauge of a metric: where red ends, where yellow ends and where the target lies on a line.

The scale only orders the thresholds and keeps their distances; its ends have no meaning.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from markupsafe import Markup

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
from guifan.manual.diagrams.text import SMALL, measure


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Mark:
    """A value on the line, and how it is written («85%»)."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Gauge:
    """A metric's thresholds, all in one unit.

    Args:
        title: of the picture, as a rule the metric's name.
        direction: which way is better.
        red: as bad as this or worse is red.
        yellow: as bad as this, but not yet red, is yellow.
        target: what is aimed at.
        actual: the present value, where there is one.
    """

    title: str
    direction: Direction
    red: Mark
    yellow: Mark
    target: Mark
    actual: Mark | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The picture's own words.

    Args:
        red_zone: the name of the red stretch.
        yellow_zone: the name of the yellow stretch.
        green_zone: the name of the good stretch.
        red: {value}.
        yellow: {value}.
        target: {value}.
        actual: {value}.
        better: the sentence for each direction.
    """

    red_zone: str
    yellow_zone: str
    green_zone: str
    red: str
    yellow: str
    target: str
    actual: str
    better: Mapping[Direction, str]


_WIDTH = 640.0
_BAR = 26
_TOP = 30.0
_LABEL_GAP = 14.0
_MARGIN = 0.35


def draw_metric(gauge: Gauge, words: Words, prefix: str = "metric") -> Markup:
    """Draw a metric's thresholds as inline SVG; ``prefix`` begins every id in it."""
    scale = _scale(gauge)
    marks = _marks(gauge, words)
    stops = [scale(value) for _, value, _ in marks]
    shapes = _draw_zones(gauge, words, scale, stops)
    places = _spread(stops, [measure(text, SMALL) for _, _, text in marks])
    for (kind, _, text), x, at in zip(marks, stops, places, strict=True):
        shapes += _draw_mark(kind, text, x, at)
    better = words.better[gauge.direction]
    shapes.append(write((_WIDTH, 16), better, SMALL, "gf-soft", "end"))
    caption = Caption(prefix, "metric", gauge.title, [*(text for _, _, text in marks), better])
    return picture(caption, Drawing(tuple(shapes), (), _WIDTH, _TOP + _BAR + 34))


def _values(gauge: Gauge) -> list[Mark]:
    marks = [gauge.red, gauge.yellow, gauge.target]
    return [*marks, gauge.actual] if gauge.actual else marks


def _scale(gauge: Gauge) -> Callable[[float], float]:
    """From a value to its x; a margin at both ends keeps every mark on the line."""
    values = [mark.value for mark in _values(gauge)]
    low, high = min(values), max(values)
    margin = (high - low) * _MARGIN or 1.0
    unit = _WIDTH / (high - low + 2 * margin)
    return lambda value: (value - low + margin) * unit


def _marks(gauge: Gauge, words: Words) -> list[tuple[str, float, str]]:
    """Class, value and words of every mark, in order along the line."""
    marks = [
        ("red", gauge.red.value, words.red.format(value=gauge.red.label)),
        ("yellow", gauge.yellow.value, words.yellow.format(value=gauge.yellow.label)),
        ("target", gauge.target.value, words.target.format(value=gauge.target.label)),
    ]
    if gauge.actual:
        text = words.actual.format(value=gauge.actual.label)
        marks.append(("actual", gauge.actual.value, text))
    return sorted(marks, key=lambda mark: mark[1])


def _spread(stops: Sequence[float], widths: Sequence[float]) -> list[float]:
    """The middles of labels: each below its mark, from the left, or as near as there is room."""
    places: list[float] = []
    end = -_LABEL_GAP
    for x, width in zip(stops, widths, strict=True):
        places.append(max(x, end + _LABEL_GAP + width / 2))
        end = places[-1] + width / 2
    end = _WIDTH + _LABEL_GAP
    for at in reversed(range(len(places))):
        places[at] = min(places[at], end - _LABEL_GAP - widths[at] / 2)
        end = places[at] - widths[at] / 2
    return places


def _draw_zones(
    gauge: Gauge, words: Words, scale: Callable[[float], float], stops: Sequence[float]
) -> list[Markup]:
    """Red, yellow and green stretches from the bad end to the good one, with their names."""
    bad, good = (0.0, _WIDTH) if gauge.direction is Direction.HIGHER else (_WIDTH, 0.0)
    ends = [bad, scale(gauge.red.value), scale(gauge.yellow.value), good]
    names = [("red", words.red_zone), ("yellow", words.yellow_zone), ("green", words.green_zone)]
    shapes = []
    for (kind, name), one, other in zip(names, ends, ends[1:], strict=False):
        left, right = sorted((one, other))
        shapes.append(rectangle(Box(left, _TOP, right - left, _BAR), f"gf-zone-{kind}"))
        start, end = _widest_gap([left, *(x for x in stops if left < x < right), right])
        if measure(name, SMALL) + 8 <= end - start:
            at = ((start + end) / 2, _TOP + 17)
            shapes.append(write(at, name, SMALL, f"gf-strong gf-zone-text-{kind}", "middle"))
    return shapes


def _widest_gap(stops: Sequence[float]) -> tuple[float, float]:
    return max(pairwise(stops), key=lambda gap: gap[1] - gap[0])


def _draw_mark(kind: str, text: str, x: float, label: float) -> list[Markup]:
    """A mark across the line at ``x``, its words below with their middle at ``label``."""
    foot, base = _TOP + _BAR + 4, _TOP + _BAR + 28
    colour = f"gf-mark-line gf-mark-{kind}"
    shapes = [
        line((x, _TOP - (16 if kind == "target" else 4)), (x, foot), colour),
        line((x, foot), (label, base - 13), colour),
    ]
    if kind == "target":
        shapes.append(element("path", class_="gf-flag", d=f"M{x:.1f},{_TOP - 16:.1f}l12,5l-12,5z"))
    if kind == "actual":
        points = f"{x:.1f},{_TOP:.1f} {x - 6:.1f},{_TOP - 9:.1f} {x + 6:.1f},{_TOP - 9:.1f}"
        shapes.append(element("polygon", class_="gf-pointer", points=points))
    return [*shapes, write((label, base), text, SMALL, f"gf-strong gf-mark-text-{kind}", "middle")]
