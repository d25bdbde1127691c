"""Lists: sentences stand one a line, ids side by side in square brackets."""

import re
import unicodedata
from collections.abc import Iterator

from guifan.language.layout.quotes import written
from guifan.language.nodes import MappingNode, Node, Scalar, SequenceNode
from guifan.language.source import Source

WIDEST = 80
"""Columns up to which a list is put on one line; a Chinese character takes two."""

_SENTENCE = re.compile("[，。！？；：]")
_ID = re.compile(r"[a-z][a-z0-9_.-]*")


def holds_sentences(node: Node) -> bool:
    """Whether a list in brackets, or one inside it, holds a sentence."""
    if isinstance(node, Scalar):
        return False
    if isinstance(node, MappingNode):
        return any(holds_sentences(value) for _, value in node.entries)
    return any(
        _SENTENCE.search(value.text) is not None
        if isinstance(value, Scalar)
        else holds_sentences(value)
        for value in node.values
    )


def is_list_of_ids(node: SequenceNode) -> bool:
    """Whether nothing but ids stands in a list."""
    return all(
        isinstance(value, Scalar)
        and value.style not in ("|", ">")
        and _ID.fullmatch(value.text) is not None
        for value in node.values
    )


def spans_lines(node: Node) -> bool:
    """Whether a value in it is written on several lines; such a one is not moved."""
    if isinstance(node, Scalar):
        return node.mark.line != node.mark.end_line
    children = (
        [one for entry in node.entries for one in entry]
        if isinstance(node, MappingNode)
        else node.values
    )
    return any(map(spans_lines, children))


def on_one_line(source: Source, node: Node) -> str:
    """A value as it stands in brackets, or a whole list or mapping in them."""
    if isinstance(node, Scalar):
        return written(source, node, in_brackets=True)
    if isinstance(node, SequenceNode):
        return "[" + ", ".join(on_one_line(source, value) for value in node.values) + "]"
    entries = (
        f"{written(source, key, in_brackets=True, as_key=True)}: {on_one_line(source, value)}"
        for key, value in node.entries
    )
    return "{" + ", ".join(entries) + "}"


def on_lines(source: Source, node: MappingNode | SequenceNode) -> Iterator[str]:
    """A list or mapping without its brackets, a line for each value; no line is indented."""
    if isinstance(node, SequenceNode):
        for value in node.values:
            first, *others = _outside(source, value)
            yield f"- {first}"
            yield from (f"  {line}" for line in others)
        return
    for key, value in node.entries:
        name = written(source, key, in_brackets=False, as_key=True)
        lines = _outside(source, value)
        if holds_sentences(value):
            yield f"{name}:"
            yield from (f"  {line}" for line in lines)
        else:
            yield f"{name}: {lines[0]}".rstrip(" ")


def _outside(source: Source, node: Node) -> list[str]:
    if isinstance(node, Scalar):
        return [written(source, node, in_brackets=False)]
    return [*on_lines(source, node)] if holds_sentences(node) else [on_one_line(source, node)]


def width(text: str) -> int:
    """How many columns a text takes."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)
