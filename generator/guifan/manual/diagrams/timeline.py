"""A clock over real days: a calendar with a row for every week, and bars that run through it.

Days of rest and days worked in their place are marked, so that a reader sees why a limit of three
working days may take twelve. Whoever calls has done the arithmetic; only places are drawn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from math import ceil

from markupsafe import Markup

from guifan.manual.diagrams.svg import (
    Box,
    Caption,
    Drawing,
    line,
    link,
    picture,
    rectangle,
    write,
)
from guifan.manual.diagrams.text import SMALL, clip, measure

WEEK = 7


class Mark(StrEnum):
    """What sort of day it is."""

    WORK = "work"
    REST = "rest"
    MADE_UP = "worked"


@dataclass(frozen=True, slots=True)
class Day:
    """A day.

    Args:
        date: as few words as name it among its neighbours.
        mark: what sort of day it is.
        says: the word for a day that is not as its weekday or not worked; it must be short.
    """

    date: str
    mark: Mark = Mark.WORK
    says: str = ""


class Kind(StrEnum):
    """What a bar is of."""

    START = "start"
    PROMISE = "promise"
    ADDED = "added"
    ROOM = "room"
    STEP = "step"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time.

    Args:
        label: what it is.
        start: days since the beginning of the first day; half a day is 0.5.
        end: days since then, not before ``start``.
        kind: what it is of.
        href: its place in the manual.
        still: the days in it on which its clock stands, counted from the first day.
    """

    label: str
    start: float
    end: float
    kind: Kind
    href: str = ""
    still: frozenset[int] = frozenset()


class Edge(StrEnum):
    """What ends at a line."""

    DUE = "due"
    LAW = "law"


@dataclass(frozen=True, slots=True)
class Flag:
    """A line across the days at which something ends, ``at`` days since the first began."""

    label: str
    at: float
    kind: Edge


@dataclass(frozen=True, slots=True)
class Timeline:
    """Days one after the other, and what runs over them.

    Args:
        title: of the picture.
        weekday: of the first day; 0 is Monday.
        days: all of them, in order.
        rows: bars that stand side by side, the uppermost row first.
        flags: the ends.
        sentences: what the picture shows, for who does not see it.
    """

    title: str
    weekday: int
    days: tuple[Day, ...]
    rows: tuple[tuple[Bar, ...], ...]
    flags: tuple[Flag, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The picture's own words: the seven days from Monday, each as short as a column is wide."""

    days: tuple[str, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A bar's part of one week, in px from the week's left side; ``label`` where it is named.

    ``runs`` are the stretches of it in which the clock runs.
    """

    bar: Bar
    left: float
    right: float
    runs: tuple[tuple[float, float], ...]
    label: str

    @property
    def widest(self) -> tuple[float, float]:
        """The longest stretch in which the clock runs; where it never does, no more than a line."""
        runs = self.runs or ((self.left, self.left),)
        return max(runs, key=lambda run: run[1] - run[0])


_DAY = 44
"""Px of a day: a week is seen on a phone at its own size, and two pictures beside each other."""
_SIDE = 8
_HEAD = 22
_CELL = 38
_ROW = 22
_BAR = 18
_PAD = 5
_LEAST = 3


def draw_timeline(timeline: Timeline, words: Words, prefix: str = "timeline") -> Markup:
    """Draw a stretch of days as inline SVG; ``prefix`` begins every id in it."""
    shapes = [
        write((_SIDE + (at + 0.5) * _DAY, _HEAD - 7), name, SMALL, "gf-soft", "middle")
        for at, name in enumerate(words.days)
    ]
    links: list[Markup] = []
    y = float(_HEAD)
    for week in range(ceil((timeline.weekday + len(timeline.days)) / WEEK)):
        drawn, over, y = _draw_week(timeline, week, y)
        shapes += drawn
        links += over
    caption = Caption(prefix, "timeline", timeline.title, timeline.sentences)
    return picture(caption, Drawing(tuple(shapes), tuple(links), WEEK * _DAY + 2 * _SIDE, y))


def _draw_week(
    timeline: Timeline, week: int, top: float
) -> tuple[list[Markup], list[Markup], float]:
    """A week's days, then its bars and flags below them, and where the next week begins."""
    rows = [row for row in _pieces(timeline, week) if row]
    ending = sorted(timeline.flags, key=lambda one: one.at)
    flags = [flag for flag in ending if _week_of(timeline, flag.at) == week]
    bottom = top + _CELL + (len(rows) + len(flags)) * _ROW + _PAD
    shapes = list(_draw_days(timeline, week, top, bottom))
    y = top + _CELL + 3
    ends = [
        (flag, _x(timeline, flag.at, week), y + (len(rows) + at) * _ROW)
        for at, flag in enumerate(flags)
    ]
    shapes += [line((x, y), (x, low + _BAR), f"gf-end gf-end-{flag.kind}") for flag, x, low in ends]
    links: list[Markup] = []
    for row in rows:
        for piece, following in pairwise((*row, None)):
            assert piece is not None
            room = following.left if following else float(WEEK * _DAY)
            shapes += _draw_piece(piece, y, room)
            box = Box(_SIDE + piece.left, y, max(piece.right - piece.left, _DAY / 2), _BAR)
            links.append(link(piece.bar.href, piece.bar.label, box) if piece.label else Markup(""))
        y += _ROW
    shapes += [_draw_flag(flag, x, low) for flag, x, low in ends]
    return shapes, links, bottom + _PAD


def _draw_days(timeline: Timeline, week: int, top: float, bottom: float) -> Iterator[Markup]:
    for column in range(WEEK):
        at = week * WEEK + column - timeline.weekday
        if not 0 <= at < len(timeline.days):
            continue
        day = timeline.days[at]
        x = float(_SIDE + column * _DAY)
        yield rectangle(Box(x, top, _DAY, bottom - top), f"gf-date gf-date-{day.mark}")
        middle = x + _DAY / 2
        yield write((middle, top + 16), day.date, SMALL, "gf-strong", "middle")
        if day.says:
            kind = f"gf-date-says gf-date-says-{day.mark}"
            yield write((middle, top + 32), day.says, SMALL, kind, "middle")


def _pieces(timeline: Timeline, week: int) -> Iterator[list[_Piece]]:
    """The bars of each row as far as they stand in a week."""
    for row in timeline.rows:
        found = []
        for bar in row:
            parts = {at: _piece(timeline, bar, at, *span) for at, span in _parts(timeline, bar)}
            named = max(parts, key=lambda at: parts[at].widest[1] - parts[at].widest[0])
            if week in parts:
                label = bar.label if week == named else ""
                found.append(replace(parts[week], label=label))
        yield found


def _piece(timeline: Timeline, bar: Bar, week: int, left: float, right: float) -> _Piece:
    """A bar's part of a week, without its name."""
    first = week * WEEK - timeline.weekday
    edges = [left]
    for column in range(WEEK):
        if first + column in bar.still:
            edges += [column * _DAY, (column + 1) * _DAY]
    edges = [min(max(one, left), right) for one in (*edges, right)]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    runs = tuple((since, until) for since, until in pairs if since < until)
    return _Piece(bar, left, right, runs if bar.still else ((left, right),), "")


def _parts(timeline: Timeline, bar: Bar) -> Iterator[tuple[int, tuple[float, float]]]:
    """By week, from where to where a bar stands in it."""
    first, last = _week_from(timeline, bar.start, bar.end), _week_of(timeline, bar.end)
    for week in range(first, last + 1):
        left = max(0.0, _x(timeline, bar.start, week) - _SIDE)
        yield week, (left, min(float(WEEK * _DAY), _x(timeline, bar.end, week) - _SIDE))


def _week_from(timeline: Timeline, at: float, end: float) -> int:
    """The week in which what starts at a moment is first seen."""
    return min(int((timeline.weekday + at) // WEEK), _week_of(timeline, end))


def _week_of(timeline: Timeline, at: float) -> int:
    """The week of what ends at a moment: 24:00 of a Sunday is of that Sunday."""
    return max(0, ceil((timeline.weekday + at) / WEEK) - 1)


def _x(timeline: Timeline, at: float, week: int) -> float:
    return _SIDE + (timeline.weekday + at - week * WEEK) * _DAY


def _draw_piece(piece: _Piece, y: float, room: float) -> Sequence[Markup]:
    """A bar with its label in it, or beside it where it is too short; ``room`` ends at the next."""
    shapes = list(_draw_runs(piece, y))
    if not piece.label:
        return shapes
    long = measure(piece.label, SMALL)
    since, until = _seen(*piece.widest)
    middle, base, kind = _SIDE + (since + until) / 2, y + 13, "gf-plain"
    if long + 2 * _PAD <= until - since:
        return [*shapes, write((middle, base), piece.label, SMALL, kind, "middle")]
    left, right = _seen(piece.left, piece.right)
    if right + _PAD + long <= room:
        return [*shapes, write((_SIDE + right + _PAD, base), piece.label, SMALL, "gf-beside")]
    if piece.bar.kind is Kind.STEP and left - _PAD >= long:
        at = (_SIDE + left - _PAD, base)
        return [*shapes, write(at, piece.label, SMALL, "gf-beside", "end")]
    shown = clip(piece.label, SMALL, until - since - 4)
    if measure(shown, SMALL) > until - since:
        return shapes
    return [*shapes, write((middle, base), shown, SMALL, kind, "middle")]


def _draw_runs(piece: _Piece, y: float) -> Iterator[Markup]:
    """The stretches in which the clock runs, on a line through the days on which it stands."""
    kind = f"gf-run gf-run-{piece.bar.kind}"
    if piece.runs != ((piece.left, piece.right),):
        ends = (_SIDE + piece.left, y + _BAR / 2), (_SIDE + piece.right, y + _BAR / 2)
        yield line(*ends, f"gf-still gf-still-{piece.bar.kind}")
    for run in piece.runs:
        since, until = _seen(*run)
        yield rectangle(Box(_SIDE + since, y, until - since, _BAR), kind, 3)


def _seen(since: float, until: float) -> tuple[float, float]:
    """A stretch as wide as it must be to be seen, within its week."""
    width = max(_LEAST, until - since)
    left = min(since, WEEK * _DAY - width)
    return left, left + width


def _draw_flag(flag: Flag, x: float, y: float) -> Markup:
    """What ends at a line, at its foot."""
    turned = measure(flag.label, SMALL) + _PAD > x - _SIDE
    at = (x + _PAD if turned else x - _PAD, y + 13)
    kind = f"gf-strong gf-end-text-{flag.kind}"
    return write(at, flag.label, SMALL, kind, "start" if turned else "end")
