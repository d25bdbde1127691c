"""The service blueprint: who does what in which order, and how much of it the customer sees.

Four lanes (customer, frontstage, backstage, support), the line of interaction and the line of
visibility between them, steps as numbered cards, fail points as badges (Shostack, «Designing
Services That Deliver», Harvard Business Review, 1984). A long flow continues in further bands.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, pairwise

from markupsafe import Markup

from guifan.manual.diagrams.grid import Band, Cell, band, columns, cuts
from guifan.manual.diagrams.plane import CARD, Plane, lay, mark_width, trace
from guifan.manual.diagrams.svg import (
    Box,
    Caption,
    Drawing,
    Point,
    arrowhead,
    elbows,
    element,
    line,
    link,
    picture,
    rectangle,
    write,
    write_lines,
)
from guifan.manual.diagrams.text import BODY, LEADING, SMALL, clip, measure, wrap
from guifan.manual.diagrams.wires import Route, Wire, assign, route


class Lane(StrEnum):
    """The four lanes, from the customer inward."""

    CUSTOMER = "customer"
    FRONTSTAGE = "frontstage"
    BACKSTAGE = "backstage"
    SUPPORT = "support"


@dataclass(frozen=True, slots=True)
class FailPoint:
    """Where service is known to fail: its words and its place in the manual."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One card.

    Args:
        id: unique in the blueprint.
        title: what is done; up to three lines are shown, all of it in the description.
        lane: who does it.
        href: the step's place in the manual.
        post: the responsible post (经办岗), and where it does this if only there.
        budget: the time allowed, as words («10 分钟»).
        wait: what the step waits for and how long at most, as words.
        fails: its fail points.
    """

    id: str
    title: str
    lane: Lane
    href: str = ""
    post: str = ""
    budget: str = ""
    wait: str = ""
    fails: tuple[FailPoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one step to another; one to an earlier step, or to itself, goes back.

    ``label`` is the branch's name or, going back, how often («≤2 次»).
    """

    source: str
    target: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Blueprint:
    """Steps in reading order and the arrows between them.

    An arrow to or from a step that is not there is left out: the checks report it.
    """

    title: str
    steps: tuple[Step, ...]
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The picture's own words; those in braces are filled in.

    Args:
        lanes: the name of every lane.
        interaction: the line between the customer and the frontstage.
        visibility: the line between the frontstage and the backstage.
        fail_point: the legend of a fail point.
        back: the legend of an arrow that goes back.
        elsewhere: the legend of an arrow's end in another band.
        step: a step's sentence: {number}, {lane}, {facts}, {title}.
        fact: what stands between a step's facts.
        fail: a fail point's sentence: {number}, {text}.
        goes: the sentence of an arrow: {number}.
        branches: the sentence of a branch: {label}, {number}.
        returns: the sentence of an arrow back: {label}, {number}.
    """

    lanes: Mapping[Lane, str]
    interaction: str
    visibility: str
    fail_point: str
    back: str
    elsewhere: str
    step: str
    fact: str
    fail: str
    goes: str
    branches: str
    returns: str


_LABEL_ROOM = 96
_BAND_GAP = 28
_LEGEND = 32
_PAD = 10
_HEADER = 34
_CHIP = 20
_BADGE = 25


@dataclass(frozen=True, slots=True)
class _Card:
    """A step with all that its drawing needs: numbers from 1, as read."""

    step: Step
    number: int
    first_fail: int
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        chips = bool(self.step.budget) + bool(self.step.wait)
        return max(76, _HEADER + len(self.lines) * LEADING + chips * (_CHIP + 4) + 8)

    @property
    def name(self) -> str:
        return f"{self.number} {self.step.title}"


@dataclass(frozen=True, slots=True)
class _Part:
    """A measured band: its cards' places and the corners of its arrows."""

    band: Band
    plane: Plane
    wires: tuple[Wire, ...]
    paths: tuple[tuple[Point, ...], ...]


def draw_blueprint(
    blueprint: Blueprint, words: Words, prefix: str = "blueprint", width: int = 1100
) -> Markup:
    """Draw a blueprint as inline SVG.

    Args:
        blueprint: steps and arrows.
        words: the picture's own words.
        prefix: begins every id in it; unique on the page.
        width: px it keeps to; what does not fit continues in a further band. Only a single
            column may take more.
    """
    cards = _cards(blueprint.steps)
    arrows = _joined(blueprint, cards)
    names = _names(words)
    parts = _fitted(cards, arrows, names, width)
    widest = max((part.plane.width for part in parts), default=0.0)
    drawings = [_draw_band(part, cards, words, names, widest) for part in parts]
    caption = Caption(prefix, "blueprint", blueprint.title, _sentences(cards, arrows, words))
    return picture(caption, _stack(drawings, _legend(cards, arrows, len(parts), words)))


def _cards(steps: Iterable[Step]) -> dict[str, _Card]:
    steps = list({step.id: step for step in steps}.values())
    fails = accumulate((len(step.fails) for step in steps), initial=1)
    return {
        step.id: _Card(step, number, first, wrap(step.title, BODY, CARD - 2 * _PAD, 3))
        for (number, step), first in zip(enumerate(steps, 1), fails, strict=False)
    }


def _joined(blueprint: Blueprint, cards: Mapping[str, _Card]) -> list[Arrow]:
    """Arrows in reading order; those with the same ends become one that bears all labels."""
    labels: dict[tuple[str, str], list[str]] = {}
    for arrow in blueprint.arrows:
        if arrow.source in cards and arrow.target in cards:
            labels.setdefault((arrow.source, arrow.target), []).append(arrow.label)
    ends = sorted(labels, key=lambda pair: (cards[pair[0]].number, cards[pair[1]].number))
    return [Arrow(a, b, " / ".join(filter(None, labels[a, b]))) for a, b in ends]


def _fitted(
    cards: Mapping[str, _Card], arrows: Sequence[Arrow], names: float, width: float
) -> list[_Part]:
    """The bands, with as many columns side by side as the width allows, and at least one."""
    column = columns(list(cards), [(arrow.source, arrow.target) for arrow in arrows])
    lane = {name: list(Lane).index(card.step.lane) for name, card in cards.items()}
    count = max(column.values(), default=-1) + 1
    parts: dict[tuple[int, int], _Part] = {}
    for end in range(1, count + 1):
        for start in reversed(range(end)):
            part = _set(band(column, lane, start, end), cards, arrows, names)
            if part.plane.width > width and end - start > 1:
                break
            parts[start, end] = part
    return [parts[ends] for ends in pairwise(cuts(count, _spans(column, arrows), parts))]


def _spans(column: Mapping[str, int], arrows: Iterable[Arrow]) -> Iterator[tuple[int, int]]:
    """First and last column of every arrow; forks and loops count twice, to stay together."""
    for arrow in arrows:
        ends = (column[arrow.source], column[arrow.target])
        yield from [(min(ends), max(ends))] * (2 if arrow.label else 1)


def _goes_back(arrow: Arrow, cards: Mapping[str, _Card]) -> bool:
    return cards[arrow.target].number <= cards[arrow.source].number


def _names(words: Words) -> float:
    """Width of the column of names at the left."""
    names = [*words.lanes.values(), words.interaction, words.visibility]
    return max(measure(name, SMALL) for name in names) + 24


def _set(band: Band, cards: Mapping[str, _Card], arrows: Sequence[Arrow], names: float) -> _Part:
    """Find the ways of a band's arrows and measure it."""
    wires = _wires(band, cards, arrows)
    routes = route(wires, band.cells.values(), band.columns)
    tracks = assign(routes, band.columns)
    heights = _heights(band, cards, routes)
    plane = lay(band, heights, routes, tracks, names)
    paths = tuple(tuple(trace(index, way, plane, tracks)) for index, way in enumerate(routes))
    return _Part(band, plane, tuple(wires), paths)


def _draw_band(
    part: _Part, cards: Mapping[str, _Card], words: Words, names: float, width: float
) -> Drawing:
    boxes = {name: part.plane.cards[cell] for name, cell in part.band.cells.items()}
    shapes = [
        *_draw_lanes(part.plane.lanes, words, names, width),
        *(_draw_wire(wire, path) for wire, path in zip(part.wires, part.paths, strict=True)),
        *(_draw_card(cards[name], box) for name, box in boxes.items()),
    ]
    links = [found for name, box in boxes.items() for found in _links(cards[name], box, words)]
    return Drawing(tuple(shapes), tuple(links), width, part.plane.height)


def _wires(band: Band, cards: Mapping[str, _Card], arrows: Iterable[Arrow]) -> list[Wire]:
    """The arrows as this band sees them; those from elsewhere into one card are one."""
    wires: list[Wire] = []
    arriving: dict[tuple[Cell, bool], list[int]] = {}
    for arrow in arrows:
        source, target = band.cells.get(arrow.source), band.cells.get(arrow.target)
        back = _goes_back(arrow, cards)
        if source:
            mark = "" if target else str(cards[arrow.target].number)
            wires.append(Wire(source, target, _brief(arrow.label), back, mark, arrow.label))
        elif target:
            arriving.setdefault((target, back), []).append(cards[arrow.source].number)
    for (target, back), numbers in arriving.items():
        wires.append(Wire(None, target, back=back, mark="·".join(map(str, numbers))))
    return wires


def _brief(label: str) -> str:
    """A label as there is room for it: of «派单：要调查的» the name alone, else its beginning."""
    if measure(label, SMALL) <= _LABEL_ROOM:
        return label
    return clip(re.split("[:：]", label, maxsplit=1)[0].rstrip(), SMALL, _LABEL_ROOM)


def _heights(band: Band, cards: Mapping[str, _Card], routes: Iterable[Route]) -> dict[Cell, float]:
    """Card heights, enough for every arrow that leaves."""
    heights = {cell: cards[name].height for name, cell in band.cells.items()}
    for way in routes:
        if way.wire.source and not way.wire.back:
            heights[way.wire.source] = max(heights[way.wire.source], way.port + 12)
    return heights


def _draw_lanes(lanes: Sequence[Box], words: Words, names: float, width: float) -> list[Markup]:
    shapes = []
    for lane, box in zip(Lane, lanes, strict=True):
        kind = f"gf-lane-{lane}"
        shapes.append(rectangle(Box(0, box.y, width, box.height), f"gf-lane {kind}"))
        shapes.append(rectangle(Box(0, box.y, 4, box.height), f"gf-lane-edge {kind}"))
        at = (names / 2 + 2, box.centre[1] + 5)
        shapes.append(write(at, words.lanes[lane], BODY, f"gf-lane-name {kind}", "middle"))
    for y, text, kind in (
        (lanes[1].y, words.interaction, "interaction"),
        (lanes[2].y, words.visibility, "visibility"),
    ):
        room = measure(text, SMALL) + 12
        shapes.append(line((0, y), (width, y), f"gf-line-{kind}"))
        tag = Box(names / 2 + 2 - room / 2, y - 9, room, 18)
        shapes.append(rectangle(tag, f"gf-tag-{kind}", radius=9))
        shapes.append(write((names / 2 + 2, y + 4), text, SMALL, f"gf-tag-text-{kind}", "middle"))
    return shapes


def _draw_wire(wire: Wire, path: Sequence[Point]) -> Markup:
    kind = "gf-wire gf-wire-back" if wire.back else "gf-wire"
    shapes = [elbows(path, kind)]
    leftward = wire.back and wire.target is None
    if not leftward:
        shapes.append(arrowhead(path[-1], "gf-arrowhead"))
    if wire.label and wire.back:
        x, y = path[1]
        shapes.append(write((x - 6, y - 4), wire.label, SMALL, "gf-wire-label", "end"))
    elif wire.label:
        x, y = path[0]
        shapes.append(write((x + 5, y - 4), wire.label, SMALL, "gf-wire-label"))
    if wire.mark:
        shapes.append(_draw_mark(wire, path[0] if wire.source is None else path[-1], leftward))
    if wire.full != wire.label:
        shapes.insert(0, element("title", wire.full))
    return element("g", *shapes, class_="gf-arrow")


def _draw_mark(wire: Wire, end: Point, leftward: bool) -> Markup:
    """The number of the step in another band, in a ring at the arrow's open end."""
    width = mark_width(wire.mark)
    left = end[0] - width if wire.source is None or leftward else end[0]
    box = Box(left, end[1] - 9, width, 18)
    middle = (box.centre[0], end[1] + 4)
    return rectangle(box, "gf-mark", radius=9) + write(
        middle, wire.mark, SMALL, "gf-mark-text", "middle"
    )


def _draw_card(card: _Card, box: Box) -> Markup:
    step = card.step
    shapes = [rectangle(box, "gf-card", radius=6)]
    shapes.append(element("circle", class_="gf-number", cx=box.x + 19, cy=box.y + 19, r=10))
    at = (box.x + 19, box.y + 23)
    shapes.append(write(at, str(card.number), SMALL, "gf-number-text", "middle"))
    post = clip(step.post, SMALL, CARD - 34 - _PAD)
    shapes.append(write((box.x + 35, box.y + 23), post, SMALL, "gf-soft"))
    title = (box.x + _PAD, box.y + _HEADER + BODY)
    shapes.append(write_lines(title, card.lines, BODY, "gf-strong"))
    y = box.y + _HEADER + len(card.lines) * LEADING + 8
    for text, kind in ((step.budget, "budget"), (step.wait, "wait")):
        if text:
            shapes.append(_draw_chip((box.x + _PAD, y), text, kind))
            y += _CHIP + 4
    for number, badge in _badges(card, box):
        shapes.append(rectangle(badge, "gf-fail", radius=9))
        at = (badge.centre[0], badge.y + 13)
        shapes.append(write(at, f"F{number}", SMALL, "gf-fail-text", "middle"))
    return element("g", *shapes, class_=f"gf-step gf-lane-{step.lane}")


def _draw_chip(at: Point, text: str, kind: str) -> Markup:
    """Time allowed (a clock) or a wait (an hourglass), then its words."""
    x, y = at
    shown = clip(text, SMALL, CARD - 2 * _PAD - 26)
    box = Box(x, y, measure(shown, SMALL) + 27, _CHIP)
    if kind == "budget":
        sign = element("circle", class_="gf-sign", cx=x + 12, cy=y + 10, r=5)
        hands = element("path", class_="gf-sign", d=f"M{x + 12:.1f},{y + 7:.1f}v3h2.5")
    else:
        sign = element("path", class_="gf-sign", d=f"M{x + 8:.1f},{y + 5:.1f}h8l-8,10h8z")
        hands = Markup("")
    words = write((x + 21, y + 14), shown, SMALL, f"gf-chip-text gf-{kind}-text")
    return element("g", rectangle(box, f"gf-chip gf-{kind}", radius=10), sign, hands, words)


def _badges(card: _Card, box: Box) -> list[tuple[int, Box]]:
    """Fail points' badges along the card's upper edge, from the right; they close up if many."""
    count = len(card.step.fails)
    pitch = min(_BADGE, (box.width - 44) / max(1, count - 1))
    left = box.right - 28 - pitch * (count - 1)
    return [
        (card.first_fail + at, Box(left + pitch * at, box.y - 9, 24, 18)) for at in range(count)
    ]


def _links(card: _Card, box: Box, words: Words) -> list[Markup]:
    found = [link(card.step.href, card.name, box)]
    for fail, (number, badge) in zip(card.step.fails, _badges(card, box), strict=True):
        name = words.fail.format(number=f"F{number}", text=fail.text)
        found.append(link(fail.href, name, badge))
    return found


def _stack(parts: Sequence[Drawing], legend: Sequence[Markup]) -> Drawing:
    """Bands one below the other, the legend last."""
    tops = list(accumulate((part.height + _BAND_GAP for part in parts), initial=0.0))
    width = max((part.width for part in parts), default=0.0)
    height = tops[-1] - (_BAND_GAP if parts else 0)
    shapes = [_moved(part.shapes, top) for part, top in zip(parts, tops, strict=False)]
    links = [_moved(part.links, top) for part, top in zip(parts, tops, strict=False)]
    if legend:
        shapes.append(_moved(legend, height))
        height += _LEGEND
    return Drawing(tuple(shapes), tuple(links), width, height)


def _moved(shapes: Iterable[Markup], down: float) -> Markup:
    return element("g", *shapes, transform=f"translate(0,{down:.1f})")


def _legend(
    cards: Mapping[str, _Card], arrows: Iterable[Arrow], count: int, words: Words
) -> list[Markup]:
    """Signs that are on this picture, and what they mean."""
    shapes, x = [], 4.0
    if any(card.step.fails for card in cards.values()):
        shapes.append(rectangle(Box(x, 12, 24, 18), "gf-fail", radius=9))
        shapes.append(write((x + 12, 25), "F1", SMALL, "gf-fail-text", "middle"))
        shapes.append(write((x + 30, 25), words.fail_point, SMALL, "gf-soft"))
        x += 30 + measure(words.fail_point, SMALL) + 24
    if any(_goes_back(arrow, cards) for arrow in arrows):
        shapes.append(line((x, 21), (x + 32, 21), "gf-wire gf-wire-back"))
        shapes.append(arrowhead((x + 34, 21), "gf-arrowhead"))
        shapes.append(write((x + 40, 25), words.back, SMALL, "gf-soft"))
        x += 40 + measure(words.back, SMALL) + 24
    if count > 1:
        shapes.append(rectangle(Box(x, 12, 20, 18), "gf-mark", radius=9))
        shapes.append(write((x + 10, 25), "n", SMALL, "gf-mark-text", "middle"))
        shapes.append(write((x + 26, 25), words.elsewhere, SMALL, "gf-soft"))
    return shapes


def _sentences(cards: Mapping[str, _Card], arrows: Sequence[Arrow], words: Words) -> list[str]:
    sentences = []
    for name, card in cards.items():
        facts = (words.lanes[card.step.lane], card.step.post, card.step.budget, card.step.wait)
        sentences.append(
            words.step.format(
                number=card.number,
                facts=words.fact.join(filter(None, facts)),
                title=card.step.title,
            )
        )
        for number, fail in enumerate(card.step.fails, card.first_fail):
            sentences.append(words.fail.format(number=f"F{number}", text=fail.text))
        sentences += [_way_on(arrow, cards, words) for arrow in arrows if arrow.source == name]
    return sentences


def _way_on(arrow: Arrow, cards: Mapping[str, _Card], words: Words) -> str:
    number = cards[arrow.target].number
    if _goes_back(arrow, cards):
        return words.returns.format(label=arrow.label, number=number)
    return (words.branches if arrow.label else words.goes).format(label=arrow.label, number=number)
