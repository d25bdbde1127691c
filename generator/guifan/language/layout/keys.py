"""Keys in one language: every field has an English key and a Chinese name, and both may stand."""

from collections.abc import Iterator
from enum import StrEnum

from guifan.language.anatomy import names, shapes
from guifan.language.layout.edits import Edit
from guifan.language.layout.quotes import quoted
from guifan.language.loader import kind_of
from guifan.language.model import Item, Part
from guifan.language.nodes import MappingNode, Mark, Node, SequenceNode
from guifan.language.source import Source
from guifan.language.structure import ITEMS, KIND, NEXT, NOTE, Word


class Keys(StrEnum):
    """The language that keys are written in."""

    ZH = "zh"
    EN = "en"


def renamed(source: Source, root: Node, keys: Keys) -> tuple[Edit, ...]:
    """The edits that write the keys of a file in one language.

    Keys that are no field's stay, and so does a name that two fields have in one place, for it
    would not lead back.

    Args:
        source: the file.
        root: its tree.
        keys: the language.
    """
    model = kind_of(source, root) if isinstance(root, MappingNode) else None
    if not isinstance(root, MappingNode) or not isinstance(model, type):
        return ()
    return tuple(_Names(source, keys).file(root, model))


class _Names:
    """A walk over a file's mappings with the models of what they hold."""

    def __init__(self, source: Source, keys: Keys) -> None:
        self._source = source
        self._keys = keys

    def file(self, root: MappingNode, model: type[Item]) -> Iterator[Edit]:
        """A file: what its items share, and the items."""
        yield from self._mapping(root, model, (KIND, ITEMS, NEXT))
        for item in _mappings(_child(root, ITEMS.key, ITEMS.label)):
            yield from self._mapping(item, model, (NEXT,))

    def _mapping(
        self, node: MappingNode, model: type[Part], words: tuple[Word, ...] = ()
    ) -> Iterator[Edit]:
        labels = {shape.key: shape.label for shape in shapes(model)}
        labels |= {word.key: word.label for word in words}
        known = names(model) | {name: word.key for word in words for name in (word.label, word.key)}
        for written, _ in node.entries:
            key = known.get(written.text)
            if key is None:
                continue
            name = labels[key] if self._keys is Keys.ZH else key
            if name != written.text and name not in node.index and known.get(name) == key:
                yield self._edit(written.mark, name, in_brackets=node.flow)
        for shape in shapes(model):
            if shape.part is not None:
                for child in _mappings(_child(node, shape.key, shape.label)):
                    yield from self._mapping(child, shape.part)
        if NEXT in words:
            for change in _mappings(_child(node, NEXT.key, NEXT.label)):
                yield from self._mapping(change, model, (NOTE,))

    def _edit(self, mark: Mark, name: str, *, in_brackets: bool) -> Edit:
        start = self._source.starts[mark.line] + mark.column
        text = quoted(name, in_brackets=in_brackets, as_key=True)
        return Edit(start, start + mark.end_column - mark.column, text)


def _child(node: MappingNode, key: str, label: str) -> Node | None:
    return node.get(key) or node.get(label)


def _mappings(node: Node | None) -> Iterator[MappingNode]:
    for one in node.values if isinstance(node, SequenceNode) else (node,):
        if isinstance(one, MappingNode):
            yield one
