"""Chinese names become keys, once, so that everything behind knows one name a field."""

from collections.abc import Iterator

from guifan.findings import Finding, Related
from guifan.language.anatomy import names, shapes
from guifan.language.model import Part
from guifan.language.nodes import MappingNode, Node, SequenceNode
from guifan.language.structure import NEXT, NOTE, Word


def canonical(
    file: str, node: MappingNode, model: type[Part], words: tuple[Word, ...] = ()
) -> Iterator[Finding]:
    """Index a mapping and those below by their keys; report what is written under two names.

    Args:
        file: the file's name.
        node: the mapping of an item or a part.
        model: what it is.
        words: the words of structure that may stand in it beside its fields.
    """
    known = names(model) | {word.label: word.key for word in words}
    for at, (written, _) in enumerate(node.entries):
        key = known.get(written.text, written.text)
        if key == written.text:
            continue
        other = node.key(key)
        del node.index[written.text]
        if other is not None:
            yield Finding(
                "S03",
                "two-names",
                written.mark.position(file),
                {"key": other.text, "other": written.text},
                (Related(other.mark.position(file)),),
            )
            continue
        node.index[key] = at
    for shape in shapes(model):
        if shape.part is not None:
            for child in _mappings(node.get(shape.key)):
                yield from canonical(file, child, shape.part)
    if NEXT in words:
        for change in _mappings(node.get(NEXT.key)):
            yield from canonical(file, change, model, (NOTE,))


def _mappings(node: Node | None) -> Iterator[MappingNode]:
    for one in node.values if isinstance(node, SequenceNode) else (node,):
        if isinstance(one, MappingNode):
            yield one
