"""The unit tree: head office, regional centres, outlets, and who is under whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from guifan.manual.diagrams.branching import Node, branch, place
from guifan.manual.diagrams.svg import (
    Box,
    Caption,
    Drawing,
    elbows,
    link,
    picture,
    rectangle,
    write,
    write_lines,
)
from guifan.manual.diagrams.text import BODY, LEADING, SMALL, clip, wrap


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, what it does in a few words, its place in the manual, and the units under it."""

    name: str
    note: str = ""
    href: str = ""
    units: tuple["Unit", ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """The picture's own words.

    Args:
        root: the first unit's sentence: {name}.
        under: a unit's sentence with those under it: {name}, {units}.
        between: what stands between units.
    """

    root: str
    under: str
    between: str


_WIDTH = 184
_PAD = 12
_LINES = 2
_DEEPEST = 3


def draw_network(title: str, root: Unit, words: Words, prefix: str = "network") -> Markup:
    """Draw a unit tree as inline SVG; ``prefix`` begins every id in it."""
    placed = place(_node(root))
    boxes = [at.box for at in placed]
    units = list(_walk(root))
    lines = [
        elbows(branch(boxes[at.parent], at.box), "gf-wire")
        for at in placed
        if at.parent is not None
    ]
    shapes = [
        _draw_unit(unit, at.box, min(at.depth, _DEEPEST))
        for unit, at in zip(units, placed, strict=True)
    ]
    links = [link(unit.href, unit.name, box) for unit, box in zip(units, boxes, strict=True)]
    width = max(box.right for box in boxes)
    height = max(box.bottom for box in boxes)
    caption = Caption(prefix, "network", title, _sentences(root, words))
    return picture(caption, Drawing((*lines, *shapes), tuple(links), width, height))


def _walk(unit: Unit) -> Iterator[Unit]:
    yield unit
    for below in unit.units:
        yield from _walk(below)


def _node(unit: Unit) -> Node:
    lines = wrap(unit.name, BODY, _WIDTH - 2 * _PAD, _LINES)
    height = (max(1, len(lines)) + bool(unit.note)) * LEADING + 16
    return Node(_WIDTH, height, tuple(_node(below) for below in unit.units))


def _draw_unit(unit: Unit, box: Box, depth: int) -> Markup:
    room = _WIDTH - 2 * _PAD
    lines = wrap(unit.name, BODY, room, _LINES)
    x, y = box.x + _PAD, box.y + 8 + BODY
    shapes = rectangle(box, f"gf-unit gf-unit-{depth}", radius=4)
    shapes += write_lines((x, y), lines, BODY, "gf-strong")
    note = clip(unit.note, SMALL, room)
    return shapes + write((x, y + len(lines) * LEADING), note, SMALL, "gf-soft")


def _sentences(root: Unit, words: Words) -> list[str]:
    under = [
        words.under.format(name=unit.name, units=words.between.join(u.name for u in unit.units))
        for unit in _walk(root)
        if unit.units
    ]
    return [words.root.format(name=root.name), *under]
