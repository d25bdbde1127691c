"""The tree of a YAML file: every value as it was written, with its place."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from guifan.findings import Position

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Mark:
    """Start and end of a node: 0-based lines and columns, in code points, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    def position(self, file: str) -> Position:
        """The stretch as editors show it."""
        return Position(
            file, self.line + 1, self.column + 1, self.end_line + 1, self.end_column + 1
        )


@dataclass(slots=True)
class Scalar:
    """A value as text. ``style`` is ``""`` (plain), ``'``, ``"``, ``|`` or ``>``."""

    text: str
    style: str
    mark: Mark


@dataclass(slots=True)
class SequenceNode:
    """A list. ``flow`` where it was written in square brackets."""

    values: list["Node"]
    mark: Mark
    flow: bool = False


@dataclass(slots=True)
class MappingNode:
    """A mapping: entries in the order written. ``flow`` where it was written in braces.

    ``index`` finds an entry by its key; a key written in Chinese is found by its English name.
    """

    entries: list[tuple[Scalar, "Node"]]
    mark: Mark
    flow: bool = False
    index: dict[str, int] = field(default_factory=dict)

    def get(self, key: str) -> "Node | None":
        """The value of a key, or None."""
        at = self.index.get(key)
        return None if at is None else self.entries[at][1]

    def key(self, key: str) -> Scalar | None:
        """The key itself as it was written, or None."""
        at = self.index.get(key)
        return None if at is None else self.entries[at][0]


Node = Scalar | SequenceNode | MappingNode


def plain(node: Node) -> object:
    """The node as plain values: text, lists and dicts; an empty scalar is None."""
    if isinstance(node, Scalar):
        return None if empty(node) else node.text
    if isinstance(node, SequenceNode):
        return [plain(value) for value in node.values]
    return fields(node)


def fields(node: MappingNode) -> dict[str, object]:
    """The values of a mapping by the keys of its index, as plain values."""
    return {key: plain(node.entries[at][1]) for key, at in node.index.items()}


def empty(node: Node) -> bool:
    """Whether nothing was written, or one of YAML's words for it."""
    return isinstance(node, Scalar) and not node.style and node.text.lower() in ("", "~", "null")


def find(node: Node, path: Sequence[str | int]) -> tuple[Node, int]:
    """Walk down ``path`` as far as it goes.

    Returns:
        The deepest node reached and how many parts of the path led to it.
    """
    for depth, part in enumerate(path):
        child: Node | None = None
        if isinstance(node, MappingNode) and isinstance(part, str):
            child = node.get(part)
        elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.values):
            child = node.values[part]
        if child is None:
            return node, depth
        node = child
    return node, len(path)
