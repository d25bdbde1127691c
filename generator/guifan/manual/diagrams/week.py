"""The 168 hours of a week: opening hours or shifts as bars, a row for days that are alike."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from markupsafe import Markup

from guifan.manual.diagrams.svg import Box, Caption, Drawing, line, picture, rectangle, write
from guifan.manual.diagrams.text import SMALL, clip, measure, wrap

DAY = 24 * 60
WEEK = 7 * DAY


@dataclass(frozen=True, slots=True)
class Shift:
    """A stretch of hours with a name.

    Args:
        name: shown in the bar; shifts of one name share a colour.
        start: minutes since Monday 00:00.
        end: minutes since Monday 00:00, after ``start``; past Sunday it goes on on Monday.
        label: a shorter name for the bar; empty for its name.
    """

    name: str
    start: int
    end: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """The shifts of a week, in any order."""

    title: str
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The picture's own words.

    Args:
        days: the names of the seven days from Monday.
        daily: said of a week whose days are all alike.
        run: several days that are alike: {first}, {last}.
        shift: {name}, {start}, {end}.
        day: a day's sentence: {day}, {shifts}.
        between: what stands between a day's shifts.
        closed: said of a day with no shift.
    """

    days: tuple[str, str, str, str, str, str, str]
    daily: str
    run: str
    shift: str
    day: str
    between: str
    closed: str


@dataclass(frozen=True, slots=True)
class _Bar:
    """A shift's part of one day, in minutes of that day."""

    name: str
    label: str
    start: int
    end: int


_HOUR = 14
"""Px of an hour: a whole day is seen on a phone at its own size."""
_SIDE = 8
_HEAD = 24
_NAME = 22
_BAR = 38
_LINE = 15
_LINES = 2
_GAP = 4
_COLOURS = 6


def draw_week(week: Week, words: Words, prefix: str = "week") -> Markup:
    """Draw a week of shifts as inline SVG, days alike in one row; ``prefix`` begins every id."""
    colours = {name: at for at, name in enumerate(dict.fromkeys(s.name for s in week.shifts))}
    runs = _runs([_bars(week.shifts, day) for day in range(7)], words)
    ground: list[Markup] = []
    shapes: list[Markup] = []
    y = float(_HEAD)
    for name, bars in runs:
        rows = _stacked(bars)
        height = _NAME + max(1, len(rows)) * (_BAR + _GAP)
        ground.append(rectangle(Box(_SIDE, y, 24 * _HOUR, height), "gf-day"))
        shapes.append(write((_SIDE + 6, y + 16), name, SMALL, "gf-strong"))
        for row, stack in enumerate(rows):
            top = y + _NAME + row * (_BAR + _GAP)
            shapes += [_draw_bar(bar, top, colours[bar.name] % _COLOURS) for bar in stack]
        y += height
    caption = Caption(prefix, "week", week.title, _sentences(runs, words))
    size = (24 * _HOUR + 2 * _SIDE, y + 4)
    return picture(caption, Drawing((*ground, *_draw_hours(y), *shapes), (), *size))


def _runs(days: Sequence[list[_Bar]], words: Words) -> list[tuple[str, list[_Bar]]]:
    """Days that follow one another and are alike, named by the first and the last."""
    named = zip(words.days, days, strict=True)
    runs = []
    for bars, group in groupby(named, key=itemgetter(1)):
        names = [name for name, _ in group]
        runs.append((_run(names, words), bars))
    return runs


def _run(names: Sequence[str], words: Words) -> str:
    if len(names) == len(words.days):
        return words.daily
    return words.run.format(first=names[0], last=names[-1]) if len(names) > 1 else names[0]


def _bars(shifts: Iterable[Shift], day: int) -> list[_Bar]:
    """What each shift covers of a day, in order of time; also what comes over from Sunday."""
    bars = []
    for shift in shifts:
        for turn in (0, WEEK):
            start = max(shift.start - turn, day * DAY) - day * DAY
            end = min(shift.end - turn, (day + 1) * DAY) - day * DAY
            if start < end:
                bars.append(_Bar(shift.name, shift.label or shift.name, start, end))
    return sorted(bars, key=lambda bar: (bar.start, bar.end, bar.name))


def _stacked(bars: Iterable[_Bar]) -> list[list[_Bar]]:
    """Bars that overlap stand in rows of their own."""
    rows: list[list[_Bar]] = []
    for bar in bars:
        free = next((row for row in rows if row[-1].end <= bar.start), None)
        if free is None:
            rows.append([bar])
        else:
            free.append(bar)
    return rows


def _draw_bar(bar: _Bar, top: float, colour: int) -> Markup:
    """A bar with its name, and under it from when to when where there is room."""
    left, width = _SIDE + bar.start * _HOUR / 60, (bar.end - bar.start) * _HOUR / 60
    box = Box(left + 1, top, width - 2, _BAR)
    shape = rectangle(box, f"gf-bar-{colour}", 4)
    room = box.width - 4
    if room < SMALL:
        return shape
    x = box.centre[0]
    hours = _hours(bar)
    told = (
        [clip(bar.label, SMALL, room), hours]
        if measure(hours, SMALL) <= room
        else wrap(bar.label, SMALL, room, _LINES)
    )
    first = top + (_BAR - (len(told) - 1) * _LINE) / 2 + SMALL / 3
    return shape + Markup("").join(
        write((x, first + row * _LINE), text, SMALL, "gf-bar-text", "middle")
        for row, text in enumerate(told)
    )


def _draw_hours(bottom: float) -> list[Markup]:
    shapes = []
    for hour in range(0, 25, 3):
        x = _SIDE + hour * _HOUR
        shapes.append(line((x, _HEAD), (x, bottom), "gf-grid"))
        shapes.append(write((x, _HEAD - 8), str(hour), SMALL, "gf-soft", "middle"))
    return shapes


def _words(bar: _Bar, words: Words) -> str:
    return words.shift.format(name=bar.name, start=_clock(bar.start), end=_clock(bar.end))


def _hours(bar: _Bar) -> str:
    return f"{_clock(bar.start)}–{_clock(bar.end)}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _sentences(runs: Iterable[tuple[str, Sequence[_Bar]]], words: Words) -> list[str]:
    return [
        words.day.format(
            day=name,
            shifts=words.between.join(_words(bar, words) for bar in bars) or words.closed,
        )
        for name, bars in runs
    ]
