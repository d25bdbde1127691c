"""What an item will be: the entries of ``next:``, each changing some values from a day on."""

from collections.abc import Iterator
from datetime import date

from guifan.findings import Finding, Position
from guifan.language.document import Document, Revision, locate
from guifan.language.faults import Locate, validated
from guifan.language.labels import Label
from guifan.language.model import Item
from guifan.language.nodes import MappingNode, Path, SequenceNode, fields
from guifan.language.structure import NEXT, NOTE


def revisions(
    document: Document, node: MappingNode, item: Item, values: dict[str, object]
) -> tuple[tuple[Revision, ...], tuple[Finding, ...]]:
    """Read what an item will be.

    Args:
        document: its file.
        node: its mapping, by canonical keys.
        item: what it is now.
        values: the same as plain values, with what it inherits.

    Returns:
        The revisions in the order of their days, and what is wrong. Each entry builds on the one
        before it, so that nothing is said of those behind one that cannot be read.
    """

    def place(path: Path, key: bool) -> Position:
        return locate(document, node, (NEXT.key, *path), key=key)

    written = node.get(NEXT.key)
    if written is None:
        return (), ()
    changes = written.values if isinstance(written, SequenceNode) else [written]
    entries = [fields(one) for one in changes if isinstance(one, MappingNode)]
    if not isinstance(written, SequenceNode) or len(entries) < len(changes):
        return (), (Finding("S07", "wants-list", place((), True), _about(NEXT.key, NEXT.label)),)
    found: list[Revision] = []
    findings: list[Finding] = []
    day = item.effective
    for at, change in enumerate(entries):
        note = change.pop(NOTE.key, None)
        faults = tuple(_unfit(change, note, at, place))
        if faults:
            return tuple(found), (*findings, *faults)
        values = values | change
        after, faults = validated(type(item), values, _below(place, at))
        findings += faults
        if after is None:
            break
        findings += _not_later(after.effective, day, at, place)
        day = after.effective
        found.append(Revision(day, str(note or ""), after))
    return tuple(found), tuple(findings)


def _unfit(change: dict[str, object], note: object, at: int, place: Locate) -> Iterator[Finding]:
    """What an entry lacks, or may not hold, whatever its values are."""
    if not isinstance(note, str | None):
        about = _about(NOTE.key, NOTE.label)
        yield Finding("S07", "wants-text", place((at, NOTE.key), False), about)
    if "id" in change:
        yield Finding("S10", "in-future", place((at, "id"), True))
    if "effective" not in change:
        about = _about("effective", Item.label("effective"))
        yield Finding("S06", "missing", place((at,), False), about)
    elif len(change) == 1:
        yield Finding("S06", "changes-nothing", place((at,), False))


def _not_later(day: date, before: date, at: int, place: Locate) -> Iterator[Finding]:
    if day <= before:
        arguments = {"day": day, "before": before}
        yield Finding("S07", "not-later", place((at, "effective"), False), arguments)


def _below(place: Locate, at: int) -> Locate:
    """Where a value of one entry stands."""
    return lambda path, key: place((at, *path), key)


def _about(key: str, label: str) -> dict[str, object]:
    return {"field": key, "label": Label(label)}
