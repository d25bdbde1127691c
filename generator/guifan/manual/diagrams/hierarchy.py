"""A hierarchy: what stands under what; units, metrics, the entries of a named list."""

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
class Entry:
    """A box: its name, a few words about it, its place in the manual, and what is under it."""

    name: str
    note: str = ""
    href: str = ""
    under: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """The picture's own words.

    Args:
        root: the first entry's sentence: {name}.
        under: an entry's sentence with those under it: {name}, {names}.
        between: what stands between names.
    """

    root: str
    under: str
    between: str


_WIDTH = 184
_PAD = 12
_LINES = 2
_DEEPEST = 3


def draw_hierarchy(title: str, root: Entry, words: Words, prefix: str = "hierarchy") -> Markup:
    """Draw a hierarchy as inline SVG; ``prefix`` begins every id in it."""
    placed = place(_node(root))
    boxes = [at.box for at in placed]
    entries = list(_walk(root))
    lines = [
        elbows(branch(boxes[at.parent], at.box), "gf-wire")
        for at in placed
        if at.parent is not None
    ]
    shapes = [
        _draw_entry(entry, at.box, min(at.depth, _DEEPEST))
        for entry, at in zip(entries, placed, strict=True)
    ]
    links = [link(one.href, one.name, box) for one, box in zip(entries, boxes, strict=True)]
    width = max(box.right for box in boxes)
    height = max(box.bottom for box in boxes)
    caption = Caption(prefix, "hierarchy", title, _sentences(root, words))
    return picture(caption, Drawing((*lines, *shapes), tuple(links), width, height))


def _walk(entry: Entry) -> Iterator[Entry]:
    yield entry
    for below in entry.under:
        yield from _walk(below)


def _node(entry: Entry) -> Node:
    lines = wrap(entry.name, BODY, _WIDTH - 2 * _PAD, _LINES)
    height = (max(1, len(lines)) + bool(entry.note)) * LEADING + 16
    return Node(_WIDTH, height, tuple(_node(below) for below in entry.under))


def _draw_entry(entry: Entry, box: Box, depth: int) -> Markup:
    room = _WIDTH - 2 * _PAD
    lines = wrap(entry.name, BODY, room, _LINES)
    x, y = box.x + _PAD, box.y + 8 + BODY
    shapes = rectangle(box, f"gf-node gf-node-{depth}", radius=4)
    shapes += write_lines((x, y), lines, BODY, "gf-strong")
    note = clip(entry.note, SMALL, room)
    return shapes + write((x, y + len(lines) * LEADING), note, SMALL, "gf-soft")


def _sentences(root: Entry, words: Words) -> list[str]:
    under = [
        words.under.format(name=one.name, names=words.between.join(u.name for u in one.under))
        for one in _walk(root)
        if one.under
    ]
    return [words.root.format(name=root.name), *under]
