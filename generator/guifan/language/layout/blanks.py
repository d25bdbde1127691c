"""Blank lines: one between the items of a file, never two, none where something begins or ends."""

from collections.abc import Iterator
from itertools import pairwise

from guifan.language.layout.edits import Edit
from guifan.language.layout.stretches import inner_lines, is_blank, keeps_lines
from guifan.language.nodes import MappingNode, Node, Scalar, SequenceNode
from guifan.language.source import Source
from guifan.language.structure import ITEMS


def spaced(source: Source, root: Node) -> tuple[Edit, ...]:
    """The edits that leave blank lines where they should be.

    Args:
        source: a file whose values stand in their places.
        root: its tree.
    """
    lines, starts = source.lines, source.starts
    inner = frozenset(inner_lines(source, root))
    openers = frozenset(_openers(root))
    edits: list[Edit] = []
    before: int | None = None  # the last line kept
    for number in range(len(lines) - 1):
        if number in inner or not is_blank(lines[number]):
            before = number
            continue
        is_last = all(is_blank(line) for line in lines[number:]) and not any(
            later in inner for later in range(number, len(lines))
        )
        is_second = before is not None and before not in inner and is_blank(lines[before])
        if before is None or is_second or before in openers or is_last:
            edits.append(Edit(starts[number], starts[number + 1], ""))
        else:
            before = number
    wanting = (starts[line] for line in _joined_items(source, root))
    return (*edits, *(Edit(start, start, "\n") for start in wanting))


def _openers(node: Node) -> Iterator[int]:
    """The lines of keys whose values begin on a line below."""
    if isinstance(node, Scalar) or node.flow:
        return
    if isinstance(node, SequenceNode):
        for value in node.values:
            yield from _openers(value)
        return
    for key, value in node.entries:
        if not isinstance(value, Scalar) and not value.flow:
            yield key.mark.line
        yield from _openers(value)


def _joined_items(source: Source, root: Node) -> Iterator[int]:
    """The lines before which a blank one is wanting: an item, or the notes above it."""
    if not isinstance(root, MappingNode):
        return
    items = root.get(ITEMS.key) or root.get(ITEMS.label)
    if not isinstance(items, SequenceNode) or items.flow:
        return
    inner = frozenset(inner_lines(source, root))
    column = items.mark.column
    for above, value in pairwise(items.values):
        line = top = value.mark.line
        if source.lines[line][column : column + 1] != "-" or keeps_lines(source, _last(above)):
            continue  # a comment stands behind the dash; a blank line would be text
        while _is_idle(source, top - 1, inner):
            top -= 1
        between = range(top, line)
        if any(is_blank(source.lines[number]) for number in between):
            continue
        heads = (number for number in between if source.lines[number].find("#") <= column)
        yield next(heads, line)


def _last(node: Node) -> Node:
    """The last value in a mapping or list."""
    while isinstance(node, MappingNode | SequenceNode):
        inner = node.values if isinstance(node, SequenceNode) else [one for _, one in node.entries]
        if not inner:
            break
        node = inner[-1]
    return node


def _is_idle(source: Source, number: int, inner: frozenset[int]) -> bool:
    """Whether a line is blank or a comment."""
    text = source.lines[number].lstrip(" ")
    return number not in inner and (is_blank(text) or text.startswith("#"))
