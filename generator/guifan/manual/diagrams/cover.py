"""Who is there over a day: promised hours against the people of each post, gaps in red.

Days that are alike share a block. In it every post has a band as high as the people it has at that
hour; somebody on call is hatched, and promised time with nobody there is red.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

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
from guifan.manual.diagrams.text import SMALL, clip, measure

Span = tuple[int, int]
"""Minutes of a day, from the first up to and without the last."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a day at a post.

    Args:
        start, end: minutes of the day.
        people: how many; 0 where somebody is promised and nobody is there.
        on_call: whether they come only when called.
    """

    start: int
    end: int
    people: int
    on_call: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """What one day is like.

    Args:
        name: Monday, or a public holiday that falls on one.
        promised: when somebody is promised.
        unkept: the part of it at which somebody is missing.
        posts: the stretches of each post, in the order of their names.
    """

    name: str
    promised: tuple[Span, ...]
    unkept: tuple[Span, ...]
    posts: tuple[tuple[Stretch, ...], ...]

    @property
    def shape(self) -> object:
        """What it is like, without its name."""
        return self.promised, self.unkept, self.posts


@dataclass(frozen=True, slots=True)
class Cover:
    """A week of a kind of days after the other.

    Args:
        title: what it shows.
        posts: the names of the posts.
        weeks: the days of each kind, in order, and what the kind is called if all are alike.
    """

    title: str
    posts: tuple[str, ...]
    weeks: tuple[tuple[str, tuple[Day, ...]], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The picture's own words.

    Args:
        run: several days that are alike: {first}, {last}.
        promised: the name of the promised hours.
        people: so many people: {count}.
        called: so many people on call: {count}.
        nobody: said of a gap.
        span: {start}, {end}, {who}.
        post: a post's part of a sentence: {name}, {spans}.
        day: a sentence: {day}, {posts}.
        comma, between: what stands between spans, and between posts.
        off: said of a post that is not there that day.
    """

    run: str
    promised: str
    people: str
    called: str
    nobody: str
    span: str
    post: str
    day: str
    comma: str
    between: str
    off: str


_HOUR = 14
"""Px of an hour: a whole day is seen on a phone at its own size."""
_SIDE = 8
_HEAD = 24
_NAME = 24
_LABEL = 17
_PROMISE = 10
_BAND = 30
_LEAST = 16
_HATCH = 6
_GAP = 5


def draw_cover(cover: Cover, words: Words, prefix: str = "cover") -> Markup:
    """Draw who is there as inline SVG; ``prefix`` begins every id."""
    most = [
        max(
            (one.people for _, days in cover.weeks for day in days for one in day.posts[at]),
            default=1,
        )
        for at in range(len(cover.posts))
    ]
    runs = _alike((run for name, days in cover.weeks for run in _runs(name, days, words)), words)
    ground: list[Markup] = []
    shapes: list[Markup] = []
    y = float(_HEAD)
    for name, day in runs:
        top = y
        shapes.append(write((_SIDE + 6, y + 17), name, SMALL, "gf-strong"))
        y += _NAME
        if day.promised:
            shapes += _promise(day, y)
            y += _PROMISE + _GAP
        for at, post in enumerate(cover.posts):
            shapes.append(
                write((_SIDE + 6, y + 12), clip(post, SMALL, _WIDTH - 12), SMALL, "gf-soft")
            )
            y += _LABEL
            for one in day.posts[at]:
                shapes += _band(one, y, max(most[at], 1), words)
            shapes.append(line((_SIDE, y + _BAND), (_SIDE + _WIDTH, y + _BAND), "gf-axis"))
            y += _BAND + _GAP
        y += _GAP
        ground.append(rectangle(Box(_SIDE, top, _WIDTH, y - top), "gf-day"))
    caption = Caption(prefix, "cover", cover.title, tuple(_sentences(cover.posts, runs, words)))
    size = (_WIDTH + 2 * _SIDE, y + 4)
    return picture(caption, Drawing((*ground, *_hours(y), *shapes), (), *size))


_WIDTH = 24 * _HOUR


def _runs(kind: str, days: Sequence[Day], words: Words) -> Iterator[tuple[str, Day]]:
    """Days that follow one another and are alike; those of a kind that all are, by its name."""
    groups = [list(group) for _, group in groupby(days, key=lambda day: day.shape)]
    for group in groups:
        first, last = group[0].name, group[-1].name
        name = words.run.format(first=first, last=last) if len(group) > 1 else first
        yield (kind if len(groups) == 1 else name), group[0]


def _alike(runs: Iterable[tuple[str, Day]], words: Words) -> list[tuple[str, Day]]:
    """Those that are alike together, whatever days lie between them."""
    found: dict[object, list[tuple[str, Day]]] = {}
    for run in runs:
        found.setdefault(run[1].shape, []).append(run)
    return [(words.comma.join(name for name, _ in one), one[0][1]) for one in found.values()]


def _promise(day: Day, top: float) -> list[Markup]:
    """The promised hours as one bar, red where somebody is missing."""
    shapes = [rectangle(_box(span, top, _PROMISE), "gf-open", 3) for span in day.promised]
    return shapes + [rectangle(_box(span, top, _PROMISE), "gf-missing", 3) for span in day.unkept]


def _band(one: Stretch, top: float, most: int, words: Words) -> list[Markup]:
    """A band as high as its share of the most people that the post ever has."""
    high = _BAND if not one.people else _LEAST + (_BAND - _LEAST) * one.people / most
    box = _box((one.start, one.end), top + _BAND - high, high)
    if not one.people:
        shapes, said = [rectangle(box, "gf-missing", 2)], words.nobody
    elif one.on_call:
        shapes, said = [rectangle(box, "gf-called"), _hatched(box)], ""
    else:
        shapes, said = [rectangle(box, "gf-staffed")], str(one.people)
    if said and measure(said, SMALL) <= box.width - 4:
        at = (box.centre[0], top + _BAND - 5)
        shapes.append(write(at, said, SMALL, "gf-bar-text", "middle"))
    return shapes


def _hatched(box: Box) -> Markup:
    """Slanting lines over a box, cut at its sides."""
    path = []
    start = box.x - box.height
    while start < box.right:
        left, right = max(start, box.x), min(start + box.height, box.right)
        low, high = box.bottom - (left - start), box.bottom - (right - start)
        path.append(f"M{left:.1f},{low:.1f}L{right:.1f},{high:.1f}")
        start += _HATCH
    return element("path", class_="gf-hatch", d="".join(path))


def _box(span: Span, top: float, height: float) -> Box:
    start, end = span
    return Box(_SIDE + start * _HOUR / 60, top, (end - start) * _HOUR / 60, height)


def _hours(bottom: float) -> list[Markup]:
    shapes = []
    for hour in range(0, 25, 3):
        x = _SIDE + hour * _HOUR
        shapes.append(line((x, _HEAD), (x, bottom), "gf-grid"))
        shapes.append(write((x, _HEAD - 8), str(hour), SMALL, "gf-soft", "middle"))
    return shapes


def _sentences(
    names: Sequence[str], runs: Iterable[tuple[str, Day]], words: Words
) -> Iterator[str]:
    for name, day in runs:
        parts = []
        if day.promised:
            hours = (
                words.span.format(start=_clock(a), end=_clock(b), who="") for a, b in day.promised
            )
            spans = words.comma.join(one.rstrip() for one in hours)
            parts.append(words.post.format(name=words.promised, spans=spans))
        for post, stretches in zip(names, day.posts, strict=True):
            spans = words.comma.join(_told(one, words) for one in stretches) or words.off
            parts.append(words.post.format(name=post, spans=spans))
        yield words.day.format(day=name, posts=words.between.join(parts))


def _told(one: Stretch, words: Words) -> str:
    who = words.called if one.on_call else words.people
    said = who.format(count=one.people) if one.people else words.nobody
    return words.span.format(start=_clock(one.start), end=_clock(one.end), who=said)


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
