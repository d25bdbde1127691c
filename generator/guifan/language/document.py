"""A loaded file and its items, each with its place in the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from guifan.findings import Place, Position
from guifan.language.anatomy import Spot, spots
from guifan.language.model import Item, Text
from guifan.language.nodes import MappingNode, Node, Scalar, find
from guifan.language.source import Source
from guifan.language.spans import span


@dataclass(frozen=True, slots=True)
class Document:
    """A file: its text and its tree."""

    source: Source
    root: MappingNode


@dataclass(frozen=True, slots=True)
class Revision:
    """What an item will be from a day on (one entry of ``next:``)."""

    effective: date
    note: str
    item: Item


@dataclass(frozen=True)
class Entry:
    """An item in its file.

    Args:
        item: the item as it is now.
        revisions: what it will be, in the order of their days.
        document: the file.
        node: the item's own mapping (the file's root where the file holds one item).
    """

    item: Item
    revisions: tuple[Revision, ...]
    document: Document
    node: MappingNode

    @property
    def begun(self) -> date:
        """Since when the item is as it is."""
        return self.item.effective

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every text and reference of the item as it is now; many a rule reads them all."""
        return tuple(spots(self.item))

    @cached_property
    def texts(self) -> tuple[Spot, ...]:
        """Every text of the item as it is now."""
        return tuple(spot for spot in self.spots if isinstance(spot.marker, Text))

    def position(self, place: Place) -> Position:
        """Where a place of this item stands; what is inherited stands at the top of the file."""
        return locate(self.document, self.node, place.path, span_of=place.span, key=place.key)


def locate(
    document: Document,
    node: MappingNode,
    path: Sequence[str | int],
    *,
    span_of: tuple[int, int] | None = None,
    key: bool = False,
) -> Position:
    """The position of the value (or the key) at ``path`` below ``node``, or of what is nearest."""
    found, depth = find(node, path)
    if path and depth == 0:
        inherited, reached = find(document.root, path)
        if reached:
            node, found, depth = document.root, inherited, reached
    if depth == len(path):
        if key and path:
            return _key(document, node, path)
        if span_of and isinstance(found, Scalar):
            return span(document.source, found, *span_of)
    return _outline(document, found)


def _key(document: Document, node: MappingNode, path: Sequence[str | int]) -> Position:
    parent, _ = find(node, path[:-1])
    written = parent.key(str(path[-1])) if isinstance(parent, MappingNode) else None
    return (written or parent).mark.position(document.source.file)


def _outline(document: Document, node: Node) -> Position:
    """A scalar whole; of a mapping its first key, of a list its first value: a line, not a page."""
    inner: Node | None = node
    while inner is not None and not isinstance(inner, Scalar):
        node = inner
        children = (
            [key for key, _ in inner.entries] if isinstance(inner, MappingNode) else inner.values
        )
        inner = children[0] if children else None
    node = inner or node
    return node.mark.position(document.source.file)
