"""How the limits of steps add up against the promise they must keep.

Only shares are drawn: whoever calls has done the arithmetic over the calendar.
"""

from collections.abc import Sequence
from dataclasses import dataclass

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
from guifan.manual.diagrams.text import BODY, SMALL, clip, measure


@dataclass(frozen=True, slots=True)
class Part:
    """One step's budget.

    Args:
        label: the step.
        amount: its limit, as words.
        start: when it may begin, as a share of the promise (0 at the start, 1 at its end).
        share: how much of the promise it may take.
        href: the step's place in the manual.
    """

    label: str
    amount: str
    start: float
    share: float
    href: str = ""


@dataclass(frozen=True, slots=True)
class Timebar:
    """The steps of a promise in order.

    Args:
        title: of the picture.
        parts: the steps.
        promise: the promise, as words («3 个工作日»).
        total: what the steps add up to at worst, as words.
        rest: the slack or the excess, as words; empty when there is none.
    """

    title: str
    parts: tuple[Part, ...]
    promise: str
    total: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The picture's own words.

    Args:
        part: a step's sentence: {label}, {amount}.
        promise: {promise}.
        total: the label of the sum.
        sum: the sum's sentence: {total}.
        slack: {rest}, what is left of the promise.
        excess: {rest}, what the steps take beyond it.
    """

    part: str
    promise: str
    total: str
    sum: str
    slack: str
    excess: str


_LABELS = 190
_SCALE = 400
_ROW = 30
_HEAD = 30
_BAR = 16
_LEAST = 3
_MOST = 2.5


def draw_timebar(timebar: Timebar, words: Words, prefix: str = "timebar") -> Markup:
    """Draw budgets against a promise as inline SVG; ``prefix`` begins every id in it."""
    finish = max((part.start + part.share for part in timebar.parts), default=0.0)
    unit = _SCALE / max(1.0, min(finish, _MOST))
    amounts = [part.amount for part in timebar.parts] + [timebar.total, _rest(timebar, words)]
    width = _LABELS + _SCALE + max(measure(text, SMALL) for text in amounts) + 16
    foot = _HEAD + len(timebar.parts) * _ROW + 8
    shapes = _draw_promise(timebar, words, _LABELS + unit, foot + _ROW * 2 - 4)
    links = []
    for row, part in enumerate(timebar.parts):
        y = _HEAD + row * _ROW
        shapes += _draw_part(part, y, unit)
        links.append(link(part.href, f"{part.label} {part.amount}", Box(0, y, width, _ROW)))
    shapes += _draw_total(timebar, words, foot, unit)
    caption = Caption(prefix, "timebar", timebar.title, _sentences(timebar, words))
    return picture(caption, Drawing(tuple(shapes), tuple(links), width, foot + _ROW * 2))


def _draw_part(part: Part, y: float, unit: float) -> list[Markup]:
    label = clip(part.label, BODY, _LABELS - 16)
    end = part.start + part.share
    shapes = [write((_LABELS - 12, y + 20), label, BODY, "gf-plain", "end")]
    shapes += _draw_bar(part.start, end, y, unit, "gf-bar-within")
    at = (_LABELS + _edge(end, unit) + 8, y + 20)
    return [*shapes, write(at, part.amount, SMALL, "gf-soft")]


def _draw_bar(start: float, end: float, y: float, unit: float, kind: str) -> list[Markup]:
    """A bar; what lies beyond the promise has a class of its own."""
    left, right = _edge(start, unit), _edge(end, unit)
    within = min(right, unit)
    shapes = []
    if left < unit:
        width = max(_LEAST, within - left)
        shapes.append(rectangle(Box(_LABELS + left, y + 7, width, _BAR), kind, radius=2))
    if right > unit:
        over = Box(_LABELS + max(left, unit), y + 7, max(_LEAST, right - max(left, unit)), _BAR)
        shapes.append(rectangle(over, "gf-bar-over", radius=2))
    return shapes


def _draw_total(timebar: Timebar, words: Words, y: float, unit: float) -> list[Markup]:
    finish = max((part.start + part.share for part in timebar.parts), default=0.0)
    shapes = [
        line((0, y), (_LABELS + _SCALE, y), "gf-axis"),
        write((_LABELS - 12, y + 20), words.total, BODY, "gf-strong", "end"),
        *_draw_bar(0, finish, y, unit, "gf-bar-total"),
    ]
    at = _LABELS + _edge(finish, unit) + 8
    shapes.append(write((at, y + 20), timebar.total, SMALL, "gf-strong"))
    kind = "gf-strong gf-excess" if finish > 1 else "gf-strong gf-slack"
    rest = _rest(timebar, words)
    return [*shapes, write((at, y + 40), rest, SMALL, kind)] if rest else shapes


def _draw_promise(timebar: Timebar, words: Words, x: float, bottom: float) -> list[Markup]:
    text = words.promise.format(promise=timebar.promise)
    return [
        line((x, _HEAD - 8), (x, bottom), "gf-promise"),
        write((x, _HEAD - 14), text, SMALL, "gf-strong gf-limit-text", "middle"),
    ]


def _edge(share: float, unit: float) -> float:
    """Px from the start of the promise, kept on the picture."""
    return min(max(share, 0.0) * unit, float(_SCALE))


def _rest(timebar: Timebar, words: Words) -> str:
    finish = max((part.start + part.share for part in timebar.parts), default=0.0)
    template = words.excess if finish > 1 else words.slack
    return template.format(rest=timebar.rest) if timebar.rest else ""


def _sentences(timebar: Timebar, words: Words) -> Sequence[str]:
    sentences = [words.promise.format(promise=timebar.promise)]
    sentences += [words.part.format(label=part.label, amount=part.amount) for part in timebar.parts]
    sentences.append(words.sum.format(total=timebar.total))
    return [*sentences, *filter(None, [_rest(timebar, words)])]
