"""Files become typed items: the kind is read, then its items with what they inherit."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from guifan.findings import Finding, Position, Related, Suggestion, listed
from guifan.language.canonical import canonical
from guifan.language.document import Document, Entry
from guifan.language.faults import gathered, nearest
from guifan.language.inheritance import missing_in_all, shared
from guifan.language.items import Read, read_item
from guifan.language.kinds import KINDS
from guifan.language.labels import Label
from guifan.language.model import Item
from guifan.language.nodes import MappingNode, Node, Scalar, SequenceNode
from guifan.language.parser import parse
from guifan.language.source import Source
from guifan.language.structure import ITEMS, KIND, NEXT

_NAMED = re.compile(r"^[ \t-]*(?:id|编号):[ \t]*[\"']?([a-z][a-z0-9-]*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything read from a manual's files.

    Args:
        entries: the items, in the order of files and of their places in them.
        findings: what is wrong with the files and values (area S).
        broken: ids that are written somewhere but could not be loaded: a reference to one of
            them is not at fault.
        sources: the files.
        nameless: how many items have no id that could be one.
    """

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    broken: frozenset[str]
    sources: tuple[Source, ...] = ()
    nameless: int = 0


def load(sources: Iterable[Source]) -> Loaded:
    """Read sources into items.

    Args:
        sources: the manual's files in their order.
    """
    kept = tuple(sources)
    read = _joined([read_file(source) for source in kept])
    return Loaded(read.entries, read.findings, read.broken, kept, read.nameless)


def _joined(some: Sequence[Read]) -> Read:
    """What came of reading several files or items, in their order."""
    return Read(
        tuple(chain.from_iterable(one.entries for one in some)),
        tuple(chain.from_iterable(one.findings for one in some)),
        frozenset(chain.from_iterable(one.broken for one in some)),
        sum(one.nameless for one in some),
    )


def read_file(source: Source) -> Read:
    """Read one file into its items."""
    root, faults = parse(source)
    if root is None:
        return _unread(source, faults)
    if not isinstance(root, MappingNode):
        at = root.mark.position(source.file)
        return _unread(source, (*faults, Finding("S07", "file-wants-mapping", at)))
    model = kind_of(source, root)
    if isinstance(model, Finding):
        return _unread(source, (*faults, model))
    faults += tuple(canonical(source.file, root, model, (KIND, ITEMS, NEXT)))
    read = _items(Document(source, root), model)
    findings = gathered((*faults, *read.findings))
    # An item that a fault has swallowed is named in the text alone.
    named = _NAMED.findall(source.text) if findings else ()
    unread = frozenset(named) - {entry.item.id for entry in read.entries}
    return Read(read.entries, findings, read.broken | unread, read.nameless)


def _unread(source: Source, findings: tuple[Finding, ...]) -> Read:
    """A file without items: what it would have held is known by its ids alone."""
    return Read((), findings, frozenset(_NAMED.findall(source.text)))


def kind_of(source: Source, root: MappingNode) -> type[Item] | Finding:
    """The model of the kind that the file names, or what is wrong with its name."""
    node = root.get(KIND.key) or root.get(KIND.label)
    kinds: dict[str, object] = {"kinds": listed(KINDS)}
    if node is None:
        first = root.entries[0][0].mark if root.entries else root.mark
        return Finding("S06", "no-kind", first.position(source.file), kinds)
    written = node.text if isinstance(node, Scalar) else ""
    named = {model.kind_name: model for model in KINDS.values()}
    model = KINDS.get(written) or named.get(written)
    if model is not None:
        return model
    near = nearest(written, [*KINDS, *named])
    return Finding(
        "S05",
        "unknown-kind",
        node.mark.position(source.file),
        {"kind": written} | kinds,
        suggestion=Suggestion(near) if near else None,
    )


def _items(document: Document, model: type[Item]) -> Read:
    """The items of a file: the one it is, or those that it lists."""
    items = document.root.get(ITEMS.key)
    if items is None:
        return read_item(document, document.root, model, {}, (KIND, NEXT))
    name = document.root.key("id")
    if name is not None:
        related = (Related(name.mark.position(document.source.file)),)
        at = _key(document, ITEMS.key)
        return _unread(document.source, (Finding("S14", "item-and-items", at, related=related),))
    if not isinstance(items, SequenceNode):
        about = {"field": ITEMS.key, "label": Label(ITEMS.label)}
        finding = Finding("S07", "wants-list", _key(document, ITEMS.key), about)
        return _unread(document.source, (finding,))
    return _listed(document, model, items)


def _listed(document: Document, model: type[Item], items: SequenceNode) -> Read:
    inherited, faults = shared(document, model)
    read = _joined([_one(document, node, model, inherited) for node in items.values])
    top = _key(document, KIND.key)
    findings = missing_in_all(read.findings, model, len(items.values), top)
    return Read(read.entries, (*faults, *findings), read.broken, read.nameless)


def _one(document: Document, node: Node, model: type[Item], inherited: dict[str, object]) -> Read:
    """One item of a list."""
    file = document.source.file
    if not isinstance(node, MappingNode):
        about = {"field": ITEMS.key, "label": Label(ITEMS.label)}
        return Read((), (Finding("S07", "wants-mapping", node.mark.position(file), about),))
    faults = tuple(canonical(file, node, model, (NEXT,)))
    read = read_item(document, node, model, inherited, (NEXT,))
    return Read(read.entries, (*faults, *read.findings), read.broken, read.nameless)


def _key(document: Document, key: str) -> Position:
    written = document.root.key(key) or document.root
    return written.mark.position(document.source.file)
