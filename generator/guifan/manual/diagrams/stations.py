"""Stations in a column and what leads from one to another: a cycle, or gaps between two sides."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from guifan.manual.diagrams.svg import (
    Box,
    Caption,
    Drawing,
    Point,
    elbows,
    element,
    link,
    picture,
    rectangle,
    write,
    write_lines,
)
from guifan.manual.diagrams.text import BODY, LEADING, SMALL, measure, wrap


@dataclass(frozen=True, slots=True)
class Station:
    """A box, and its place in the manual."""

    name: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """What leads from one station to another, as indexes; its name and its place in the manual.

    A way back is one to a station that stands higher.
    """

    start: int
    end: int
    name: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The picture's own words.

    Args:
        way: a way's sentence: {start}, {end}, {name}.
        plain: the sentence of a way without a name: {start}, {end}.
    """

    way: str
    plain: str


_WIDTH = 216
_PAD = 12
_LINES = 2
_BETWEEN = 46
_PLAIN = 26
_BESIDE = 14
_TRACK = 30


def draw_stations(
    title: str,
    stations: Sequence[Station],
    ways: Sequence[Way],
    words: Words,
    prefix: str = "stations",
) -> Markup:
    """Draw stations from the top down as inline SVG; ``prefix`` begins every id in it.

    A way to the next station runs straight down, its name beside it; any other runs along the
    right, each on a track of its own.
    """
    boxes = _boxes(stations, ways)
    far = [way for way in ways if way.end != way.start + 1]
    labels = [
        _BESIDE + measure(way.name, SMALL) + _WIDTH / 2 for way in ways if way.end == way.start + 1
    ]
    side = max([_WIDTH, *labels]) + _TRACK
    shapes = [_draw_station(one, box) for one, box in zip(stations, boxes, strict=True)]
    links = [link(one.href, one.name, box) for one, box in zip(stations, boxes, strict=True)]
    width: float = _WIDTH
    for way in ways:
        drawn, label = (
            _beside(way, boxes, side + far.index(way) * _TRACK)
            if way in far
            else _straight(way, boxes)
        )
        shapes.append(drawn)
        links.append(link(way.href, way.name, label))
        width = max(width, label.right)
    told = [_sentence(way, stations, words) for way in ways]
    return picture(
        Caption(prefix, "stations", title, told),
        Drawing(tuple(shapes), tuple(links), width, boxes[-1].bottom),
    )


def _boxes(stations: Sequence[Station], ways: Sequence[Way]) -> list[Box]:
    """The stations' boxes; where a named way leads to the next, there is room for its name."""
    named = {way.start for way in ways if way.name and way.end == way.start + 1}
    boxes, y = [], 0.0
    for index, station in enumerate(stations):
        lines = wrap(station.name, BODY, _WIDTH - 2 * _PAD, _LINES)
        boxes.append(Box(0, y, _WIDTH, max(1, len(lines)) * LEADING + 16))
        y = boxes[-1].bottom + (_BETWEEN if index in named else _PLAIN)
    return boxes


def _draw_station(station: Station, box: Box) -> Markup:
    lines = wrap(station.name, BODY, _WIDTH - 2 * _PAD, _LINES)
    at = (box.centre[0], box.y + 8 + BODY)
    return rectangle(box, "gf-node gf-node-1", radius=4) + write_lines(
        at, lines, BODY, "gf-strong", "middle"
    )


def _straight(way: Way, boxes: Sequence[Box]) -> tuple[Markup, Box]:
    """A way straight down to the next station."""
    x, top = boxes[way.start].centre[0], boxes[way.start].bottom
    bottom = boxes[way.end].y
    shapes = elbows([(x, top), (x, bottom)], "gf-wire") + _head((x, bottom), down=True)
    baseline = (top + bottom) / 2 + SMALL / 3
    return _named(shapes, way.name, (x + _BESIDE, baseline))


def _beside(way: Way, boxes: Sequence[Box], x: float) -> tuple[Markup, Box]:
    """A way along the right, at ``x``."""
    start, end = boxes[way.start], boxes[way.end]
    points = [
        (start.right, start.centre[1]),
        (x, start.centre[1]),
        (x, end.centre[1]),
        (end.right, end.centre[1]),
    ]
    shapes = elbows(points, "gf-wire gf-wire-back") + _head(points[-1], down=False)
    middle = (start.centre[1] + end.centre[1]) / 2
    return _named(shapes, way.name, (x + _BESIDE / 2, middle))


def _named(shapes: Markup, name: str, at: Point) -> tuple[Markup, Box]:
    """A way with its name from ``at`` on, and the box that the name takes."""
    x, baseline = at
    box = Box(x - 3, baseline - SMALL - 2, measure(name, SMALL) + 6, LEADING + 2)
    return shapes + write(at, name, SMALL, "gf-wire-label"), box


def _head(tip: Point, *, down: bool) -> Markup:
    """A small triangle at the end of a way, that points down, or left at a station's side."""
    x, y = tip
    corners = (
        [(x, y), (x - 4, y - 8), (x + 4, y - 8)]
        if down
        else [(x, y), (x + 8, y - 4), (x + 8, y + 4)]
    )
    points = " ".join(f"{round(one, 1)},{round(other, 1)}" for one, other in corners)
    return element("polygon", class_="gf-arrowhead", points=points)


def _sentence(way: Way, stations: Sequence[Station], words: Words) -> str:
    start, end = stations[way.start].name, stations[way.end].name
    return (words.way if way.name else words.plain).format(start=start, end=end, name=way.name)
