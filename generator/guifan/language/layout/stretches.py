"""Which lines belong to a value that spans several: its line breaks and blanks are what it says."""

from collections.abc import Iterator

from guifan.language.nodes import MappingNode, Node, Scalar
from guifan.language.source import Source

BLANKS = " \t"
"""The blanks of YAML; a full-width space is text."""


def is_blank(line: str) -> bool:
    """Whether nothing stands on a line."""
    return not line.strip(BLANKS)


def leading(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip(BLANKS))


def indentation(source: Source, scalar: Scalar, parent: int) -> int:
    """How far the lines of a block text are indented.

    Args:
        source: the file.
        scalar: a value in the style ``|`` or ``>``.
        parent: the column of the mapping or list that it stands in.
    """
    header = source.lines[scalar.mark.line][scalar.mark.column + 1 :][:2]
    written = header.strip("+-")[:1]
    if written.isdigit():
        return parent + int(written)
    below = source.lines[scalar.mark.line + 1 :]
    first = next((line for line in below if not is_blank(line)), "")
    return max(leading(first), parent + 1)


def keeps_lines(source: Source, node: Node) -> bool:
    """Whether a value is a block text with ``+``: the blank lines below it are its own."""
    if not isinstance(node, Scalar) or node.style not in ("|", ">"):
        return False
    return "+" in source.lines[node.mark.line][node.mark.column + 1 :][:2]


def block_lines(source: Source, scalar: Scalar, parent: int) -> range:
    """The lines of a block text below its sign, with blank ones behind that still count."""
    lines = source.lines
    depth = indentation(source, scalar, parent)
    keeps = keeps_lines(source, scalar)
    start = end = scalar.mark.line + 1
    for number in range(start, len(lines)):
        line = lines[number]
        if len(line) > depth and is_blank(line[:depth]):
            end = number + 1
        elif not is_blank(line):
            break
        elif keeps and number < len(lines) - 1:
            end = number + 1
    return range(start, end)


def inner_lines(source: Source, node: Node, parent: int = 0) -> Iterator[int]:
    """The lines below the first of every value of several lines."""
    if isinstance(node, Scalar):
        if node.style in ("|", ">"):
            yield from block_lines(source, node, parent)
        else:
            yield from range(node.mark.line + 1, node.mark.end_line + 1)
    elif node.flow:
        yield from range(node.mark.line + 1, node.mark.end_line + 1)
    else:
        children = (
            [value for _, value in node.entries] if isinstance(node, MappingNode) else node.values
        )
        for child in children:
            yield from inner_lines(source, child, node.mark.column)
