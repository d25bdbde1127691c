"""The escalation ladder: when a case is still open, whom it rises to, as stairs.

The lowest step is the first rung. Read from the bottom, each stair is later and higher in rank.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from guifan.manual.diagrams.svg import Box, Caption, Drawing, link, picture, rectangle, write
from guifan.manual.diagrams.text import BODY, SMALL, clip, measure, wrap


@dataclass(frozen=True, slots=True)
class Rung:
    """One level.

    Args:
        after: time since the start, as words («30 分钟»).
        post: whom the case rises to.
        action: what that post does.
        channel: how it is told.
        href: the rung's place in the manual.
    """

    after: str
    post: str
    action: str
    channel: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Ladder:
    """Rungs from the first to the last; what starts the clock and what it must stay under."""

    title: str
    rungs: tuple[Rung, ...]
    start: str = ""
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The picture's own words.

    Args:
        start: {start}, what starts the clock.
        rung: a level's sentence: {level}, {after}, {facts}.
        fact: what stands between a rung's facts.
        deadline: {deadline}, the limit that the last level stays under.
    """

    start: str
    rung: str
    fact: str
    deadline: str


_TREAD = 44
_BODY = 320
_PAD = 14
_STAIR = 78
_FOOT = 30


def draw_ladder(ladder: Ladder, words: Words, prefix: str = "ladder") -> Markup:
    """Draw an escalation ladder as inline SVG; ``prefix`` begins every id in it."""
    count = len(ladder.rungs)
    time = max((measure(rung.after, BODY) for rung in ladder.rungs), default=0) + _PAD
    width = _TREAD * max(0, count - 1) + time + _BODY + 2 * _PAD
    top = _FOOT if ladder.deadline else 4
    shapes, links = [], []
    for level, rung in enumerate(ladder.rungs):
        left = _TREAD * level
        box = Box(left, top + _STAIR * (count - 1 - level), width - left, _STAIR)
        shapes += _draw_rung(rung, min(level, 5), box, time)
        links.append(link(rung.href, f"{rung.after} {rung.post}", box))
    ground = top + _STAIR * count
    if ladder.start:
        text = words.start.format(start=ladder.start)
        shapes.append(write((0, ground + 20), text, SMALL, "gf-soft"))
    if ladder.deadline:
        text = words.deadline.format(deadline=ladder.deadline)
        shapes.append(write((width, 18), text, SMALL, "gf-strong gf-limit-text", "end"))
    caption = Caption(prefix, "ladder", ladder.title, _sentences(ladder, words))
    height = ground + (_FOOT if ladder.start else 4)
    return picture(caption, Drawing(tuple(shapes), tuple(links), width, height))


def _draw_rung(rung: Rung, depth: int, box: Box, time: float) -> list[Markup]:
    """One stair: the time at its foot, then the post, the action and the channel."""
    x, top = box.x + time + _PAD, box.y
    room = box.right - x - _PAD
    shapes = [
        rectangle(box, f"gf-stair gf-stair-{depth}"),
        rectangle(Box(box.x, top, 4, box.height), "gf-stair-edge"),
        write((box.x + _PAD, top + 24), rung.after, BODY, "gf-strong gf-time"),
        write((x, top + 24), clip(rung.post, BODY, room), BODY, "gf-strong"),
    ]
    lines = wrap(rung.action, SMALL, room, 1 if rung.channel else 2)
    lines += (clip(rung.channel, SMALL, room),) if rung.channel else ()
    for row, text in enumerate(lines):
        kind = "gf-soft" if rung.channel and row == len(lines) - 1 else "gf-plain"
        shapes.append(write((x, top + 45 + 20 * row), text, SMALL, kind))
    return shapes


def _sentences(ladder: Ladder, words: Words) -> Sequence[str]:
    sentences = [words.start.format(start=ladder.start)] if ladder.start else []
    for level, rung in enumerate(ladder.rungs, 1):
        facts = words.fact.join(filter(None, (rung.post, rung.action, rung.channel)))
        sentences.append(words.rung.format(level=level, after=rung.after, facts=facts))
    if ladder.deadline:
        sentences.append(words.deadline.format(deadline=ladder.deadline))
    return sentences
