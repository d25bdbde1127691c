"""Where the boxes of a tree stand: the root at the left, each parent level with its children."""

from collections.abc import Sequence
from dataclasses import dataclass

from guifan.manual.diagrams.svg import Box, Point


@dataclass(frozen=True, slots=True)
class Node:
    """A box to be placed.

    Args:
        width: in px.
        height: in px.
        children: nodes to the right of it, from the top.
        lead: room that the words on the line to it need, in px.
    """

    width: float
    height: float
    children: tuple["Node", ...] = ()
    lead: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A node's box, its depth (the root has 0) and its parent, as an index; the root has none."""

    box: Box
    depth: int
    parent: int | None


_ROW_GAP = 14
_COLUMN_GAP = 34


def place(root: Node) -> tuple[Placed, ...]:
    """Place a tree; the order is depth first, parents before their children."""
    lefts = _lefts(root)
    placed: list[Placed] = []
    _place(root, 0, None, lefts, 0.0, placed)
    return tuple(placed)


def span(root: Node) -> float:
    """Height that a node takes with everything under it."""
    rows = [span(child) for child in root.children]
    return max(root.height, sum(rows) + _ROW_GAP * max(0, len(rows) - 1))


def branch(parent: Box, child: Box) -> list[Point]:
    """The corners of the line from a parent to a child."""
    start, end = (parent.right, parent.centre[1]), (child.x, child.centre[1])
    turn = parent.right + _COLUMN_GAP / 2
    if abs(start[1] - end[1]) < 1:
        return [start, (end[0], start[1])]
    return [start, (turn, start[1]), (turn, end[1]), end]


def _lefts(root: Node) -> list[float]:
    """Left side of every depth's column."""
    lefts, level = [0.0], [root]
    while True:
        below = [child for node in level for child in node.children]
        if not below:
            return lefts
        lead = max(child.lead for child in below)
        lefts.append(lefts[-1] + max(node.width for node in level) + _COLUMN_GAP + lead)
        level = below


def _place(
    node: Node,
    depth: int,
    parent: int | None,
    lefts: Sequence[float],
    top: float,
    placed: list[Placed],
) -> None:
    """Centre a node on its share of the height, then its children within that share."""
    height = span(node)
    box = Box(lefts[depth], top + (height - node.height) / 2, node.width, node.height)
    index = len(placed)
    placed.append(Placed(box, depth, parent))
    rows = [span(child) for child in node.children]
    below = top + (height - sum(rows) - _ROW_GAP * max(0, len(rows) - 1)) / 2
    for child, row in zip(node.children, rows, strict=True):
        _place(child, depth + 1, index, lefts, below, placed)
        below += row + _ROW_GAP
