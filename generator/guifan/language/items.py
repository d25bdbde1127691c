"""One item: validated with what it inherits, then its future, then what it says of itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guifan.findings import Finding, Place, Position, Related
from guifan.language.anatomy import parts, shapes
from guifan.language.document import Document, Entry, locate
from guifan.language.faults import Locate, kebab, validated
from guifan.language.future import revisions
from guifan.language.kinds.manual import Manual
from guifan.language.model import ID, Item
from guifan.language.nodes import MappingNode, Path, fields
from guifan.language.structure import Word
from guifan.language.texts import unclosed

LANGUAGE = 1
"""The version of the language that this package reads."""

# A bracket left open spoils one text; the item behind it is as it was meant.
_HARMLESS = frozenset({"S16"})


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading a file or an item of it.

    Args:
        entries: the items.
        findings: what is wrong.
        broken: ids of items that are written there and could not be loaded.
        nameless: how many items there have no id, or none that could be one.
    """

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    broken: frozenset[str] = frozenset()
    nameless: int = 0


def read_item(
    document: Document,
    node: MappingNode,
    model: type[Item],
    inherited: dict[str, object],
    words: tuple[Word, ...],
) -> Read:
    """Read one item.

    Args:
        document: its file.
        node: its mapping, by canonical keys.
        model: its kind.
        inherited: the values that its file gives it where it has none of its own.
        words: the words of structure that may stand in it beside its fields.
    """

    def place(path: Path, key: bool) -> Position:
        return locate(document, node, path, key=key)

    apart = {word.key for word in words}
    values = inherited | {key: one for key, one in fields(node).items() if key not in apart}
    name = values.get("id")
    broken = frozenset({name, kebab(name)} if isinstance(name, str) else ())
    item, faults = validated(model, values, place)
    if item is None:
        has_name = isinstance(name, str) and re.fullmatch(ID, name)
        return Read((), faults, broken, 0 if has_name else 1)
    future, wrong = revisions(document, node, item, values)
    entry = Entry(item, future, document, node)
    findings = (
        *wrong,
        *_language(item, place),
        *_part_ids(item, place),
        *_open_brackets(entry),
    )
    if any(finding.code not in _HARMLESS for finding in findings):
        return Read((), findings, broken)
    return Read((entry,), findings)


def _language(item: Item, place: Locate) -> Iterator[Finding]:
    """A manual in another version of the language than the one that is read here."""
    if isinstance(item, Manual) and item.language != LANGUAGE:
        arguments = {"written": item.language, "read": LANGUAGE}
        yield Finding("S17", "language", place(("language",), False), arguments)


def _part_ids(item: Item, place: Locate) -> Iterator[Finding]:
    """Ids of parts by which an address would not name one thing."""
    keys = {shape.key for shape in shapes(type(item))}
    first: dict[tuple[Path, str], Path] = {}
    for path, part in parts(item):
        name = str(getattr(part, "id", ""))
        # A part of a part is told apart within its own; an item's parts share one space.
        within = path[:-2] if sum(isinstance(step, int) for step in path) > 1 else ()
        if name in keys and not within:
            yield Finding("S10", "part-is-field", place((*path, "id"), False), {"id": name})
        other = first.setdefault((within, name), path)
        if other != path:
            where, related = place((*path, "id"), False), Related(place((*other, "id"), False))
            yield Finding("S10", "part-twice", where, {"id": name}, (related,))


def _open_brackets(entry: Entry) -> Iterator[Finding]:
    """References and slots in texts that are begun and never closed."""
    for spot in entry.texts:
        for one in unclosed(spot.value) if "【" in spot.value else ():
            at = entry.position(Place(entry.item.id, spot.path, (one.start, one.end)))
            yield Finding("S16", "unclosed", at, {"text": spot.value[one.start : one.end]})
