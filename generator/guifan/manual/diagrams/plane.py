"""From a band's cells and tracks to px: where cards, lanes and arrows lie."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from guifan.manual.diagrams.grid import Band, Cell
from guifan.manual.diagrams.svg import Box, Point
from guifan.manual.diagrams.text import SMALL, measure
from guifan.manual.diagrams.wires import BACK_ENTRY, ENTRY, Route, Tracks

CARD = 138
MARK = 30

_TRACK = 8
_CHANNEL_TRACK = 18
_HEAD = 16
_LANE_PAD = 20
_LANE_FOOT = 14
_EMPTY_LANE = 44


def mark_width(text: str) -> float:
    """Width of the ring around the number of a card in another band, in px."""
    return max(20.0, measure(text, SMALL) + 10)


@dataclass(frozen=True, slots=True)
class Plane:
    """A band in px.

    Args:
        cards: the box of every cell that holds a card.
        lanes: the box of every lane, from the top.
        gutters: x of the first track of each gutter.
        channels: y of the first track of each channel.
        margins: x where arrows from and to other bands begin and end.
        width: of the whole band.
        height: of the whole band.
    """

    cards: Mapping[Cell, Box]
    lanes: tuple[Box, ...]
    gutters: tuple[float, ...]
    channels: tuple[float, ...]
    margins: tuple[float, float]
    width: float
    height: float


def lay(
    band: Band,
    heights: Mapping[Cell, float],
    routes: Sequence[Route],
    tracks: Tracks,
    names: float,
) -> Plane:
    """Measure a band.

    Args:
        band: the cells.
        heights: of every card, in px.
        routes: the arrows' ways.
        tracks: the arrows' tracks.
        names: the width of the lanes' names at the left, in px.
    """
    gutters, columns, width = _across(band, routes, tracks, names)
    rows, lanes, channels, height = _down(band, heights, tracks, width)
    cards = {
        cell: Box(columns[cell.column], rows[cell.row], CARD, heights[cell])
        for cell in band.cells.values()
    }
    return Plane(
        cards, lanes, gutters, channels, (names + _left_margin(routes), width - MARK), width, height
    )


def trace(index: int, way: Route, plane: Plane, tracks: Tracks) -> list[Point]:
    """The corners of one arrow, from its start to its tip."""
    points = [_start(index, way, plane, tracks)]
    if way.leaves is not None:
        points.append((_gutter(plane, way.leaves, tracks.leaving[index]), points[-1][1]))
    if way.channel is not None:
        points.append((points[-1][0], _channel(plane, way.channel, tracks.running[index])))
    if way.enters is not None:
        points.append((_gutter(plane, way.enters, tracks.entering[index]), points[-1][1]))
    tip = _tip(way, plane, points[-1][1])
    points += [(points[-1][0], tip[1]), tip]
    return [point for at, point in enumerate(points) if at == 0 or point != points[at - 1]]


def _start(index: int, way: Route, plane: Plane, tracks: Tracks) -> Point:
    wire = way.wire
    if wire.source:
        card = plane.cards[wire.source]
        if wire.back:
            return card.centre[0] + way.port, card.bottom
        return card.right, card.y + way.port
    if way.channel is not None:
        return plane.margins[0], _channel(plane, way.channel, tracks.running[index])
    return plane.margins[0], _tip(way, plane, 0)[1]


def _tip(way: Route, plane: Plane, level: float) -> Point:
    wire = way.wire
    if wire.target:
        card = plane.cards[wire.target]
        return card.x, card.y + (BACK_ENTRY if wire.back else ENTRY)
    return plane.margins[0 if wire.back else 1], level


def _gutter(plane: Plane, gutter: int, track: int) -> float:
    return plane.gutters[gutter] + track * _TRACK


def _channel(plane: Plane, row: int, track: int) -> float:
    return plane.channels[row] + track * _CHANNEL_TRACK


def _across(
    band: Band, routes: Sequence[Route], tracks: Tracks, names: float
) -> tuple[tuple[float, ...], tuple[float, ...], float]:
    """First tracks of the gutters, left sides of the columns, and the whole width."""
    before = _before(band, routes)
    gutters, columns, x = [], [], names
    for gutter in range(band.columns + 1):
        gutters.append(x + before[gutter] + 6)
        x = gutters[-1] + tracks.gutters.get(gutter, 0) * _TRACK
        if gutter < band.columns:
            columns.append(x + _HEAD)
            x += _HEAD + CARD
    leaving = any(way.wire.target is None and not way.wire.back for way in routes)
    return tuple(gutters), tuple(columns), x + (MARK + _HEAD if leaving else 6)


def _before(band: Band, routes: Sequence[Route]) -> list[float]:
    """Room at the left of each gutter for the words on arrows that leave there, in px."""
    room = [0.0] * (band.columns + 1)
    for way in routes:
        if way.wire.source and not way.wire.back and way.wire.label:
            gutter = way.wire.source.column + 1
            room[gutter] = max(room[gutter], measure(way.wire.label, SMALL) + 6)
    room[0] = _left_margin(routes)
    return room


def _left_margin(routes: Sequence[Route]) -> float:
    """Room for the numbers of arrows that come from, or go back to, another band."""
    marks = [way.wire for way in routes if way.wire.source is None]
    marks += [way.wire for way in routes if way.wire.target is None and way.wire.back]
    return max((mark_width(wire.mark) + 10 for wire in marks), default=0.0)


def _down(
    band: Band, heights: Mapping[Cell, float], tracks: Tracks, width: float
) -> tuple[tuple[float, ...], tuple[Box, ...], tuple[float, ...], float]:
    """Tops of the rows, boxes of the lanes, first tracks of the channels, the whole height."""
    tops, lanes, channels, y = [], [], [], 0.0
    starts = [0, *accumulate(band.lanes)]
    for lane, rows in enumerate(band.lanes):
        top = y
        y += _LANE_PAD if rows else _EMPTY_LANE
        for row in range(starts[lane], starts[lane] + rows):
            tops.append(y)
            y += max(heights[cell] for cell in band.cells.values() if cell.row == row)
            channels.append(y + _CHANNEL_TRACK)
            used = tracks.channels.get(row, 0)
            y += _LANE_FOOT + (used * _CHANNEL_TRACK if used else 0)
        lanes.append(Box(0, top, width, y - top))
    return tuple(tops), tuple(lanes), tuple(channels), y
