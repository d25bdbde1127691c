"""The 168 hours of a week: opening hours or shifts as bars, a row a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from guifan.manual.diagrams.svg import Box, Caption, Drawing, line, picture, rectangle, write
from guifan.manual.diagrams.text import BODY, SMALL, clip, measure

DAY = 24 * 60
WEEK = 7 * DAY


@dataclass(frozen=True, slots=True)
class Shift:
    """A stretch of hours with a name.

    Args:
        name: shown in the bar; shifts of one name share a colour.
        start: minutes since Monday 00:00.
        end: minutes since Monday 00:00, after ``start``; past Sunday it goes on on Monday.
    """

    name: str
    start: int
    end: int


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
        shift: {name}, {start}, {end}.
        day: a day's sentence: {day}, {shifts}.
        between: what stands between a day's shifts.
        closed: said of a day with no shift.
    """

    days: tuple[str, str, str, str, str, str, str]
    shift: str
    day: str
    between: str
    closed: str


@dataclass(frozen=True, slots=True)
class _Bar:
    """A shift's part of one day, in minutes of that day."""

    name: str
    start: int
    end: int


_HOUR = 24
_HEAD = 24
_BAR = 22
_GAP = 4
_COLOURS = 6


def draw_week(week: Week, words: Words, prefix: str = "week") -> Markup:
    """Draw a week of shifts as inline SVG; ``prefix`` begins every id in it."""
    names = max(measure(day, BODY) for day in words.days) + 16
    colours = {name: at for at, name in enumerate(dict.fromkeys(s.name for s in week.shifts))}
    days = [_bars(week.shifts, day) for day in range(7)]
    ground: list[Markup] = []
    shapes: list[Markup] = []
    y = float(_HEAD)
    for name, bars in zip(words.days, days, strict=True):
        rows = _stacked(bars)
        height = max(1, len(rows)) * (_BAR + _GAP) + _GAP
        ground.append(rectangle(Box(names, y, 24 * _HOUR, height), "gf-day"))
        shapes.append(write((names - 10, y + height / 2 + 5), name, BODY, "gf-strong", "end"))
        for row, stack in enumerate(rows):
            at = (names, y + _GAP + row * (_BAR + _GAP))
            shapes += [_draw_bar(bar, at, colours[bar.name] % _COLOURS, words) for bar in stack]
        y += height
    caption = Caption(prefix, "week", week.title, _sentences(days, words))
    size = (names + 24 * _HOUR + 20, y + 4)
    return picture(caption, Drawing((*ground, *_draw_hours(names, y), *shapes), (), *size))


def _bars(shifts: Iterable[Shift], day: int) -> list[_Bar]:
    """What each shift covers of a day, in order of time; also what comes over from Sunday."""
    bars = []
    for shift in shifts:
        for turn in (0, WEEK):
            start = max(shift.start - turn, day * DAY) - day * DAY
            end = min(shift.end - turn, (day + 1) * DAY) - day * DAY
            if start < end:
                bars.append(_Bar(shift.name, start, end))
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


def _draw_bar(bar: _Bar, at: tuple[float, float], colour: int, words: Words) -> Markup:
    box = Box(at[0] + bar.start * _HOUR / 60, at[1], (bar.end - bar.start) * _HOUR / 60, _BAR)
    shape = rectangle(Box(box.x + 1, box.y, box.width - 2, box.height), f"gf-bar-{colour}", 4)
    full = _words(bar, words)
    room = box.width - 10
    text = full if measure(full, SMALL) <= room else clip(bar.name, SMALL, room)
    if room < SMALL:
        return shape
    return shape + write((box.centre[0], box.y + 15), text, SMALL, "gf-bar-text", "middle")


def _draw_hours(left: float, bottom: float) -> list[Markup]:
    shapes = []
    for hour in range(0, 25, 3):
        x = left + hour * _HOUR
        shapes.append(line((x, _HEAD), (x, bottom), "gf-grid"))
        shapes.append(write((x, _HEAD - 8), str(hour), SMALL, "gf-soft", "middle"))
    return shapes


def _words(bar: _Bar, words: Words) -> str:
    return words.shift.format(name=bar.name, start=_clock(bar.start), end=_clock(bar.end))


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _sentences(days: Sequence[Sequence[_Bar]], words: Words) -> list[str]:
    return [
        words.day.format(
            day=name,
            shifts=words.between.join(_words(bar, words) for bar in bars) or words.closed,
        )
        for name, bars in zip(words.days, days, strict=True)
    ]
