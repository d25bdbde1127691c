"""Files become typed items: the kind is read, what is shared is inherited, the rest validated."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import ValidationError

from guifan.findings import Finding, Position, Related, Suggestion
from guifan.language.anatomy import names, parts, shapes, texts
from guifan.language.canonical import canonical
from guifan.language.document import Document, Entry, Revision, locate
from guifan.language.faults import fault, nearest
from guifan.language.kinds import KINDS
from guifan.language.model import Item
from guifan.language.nodes import MappingNode, Path, Scalar, SequenceNode, plain
from guifan.language.parser import parse
from guifan.language.source import Source
from guifan.language.texts import Unclosed, segments

LANGUAGE = 1
"""The version of the language that this package reads."""

_STRUCTURE = ("kind", "items", "next")
_NAMED = re.compile(r"^[ \t-]*(?:id|编号):[ \t]*[\"']?([a-z][a-z0-9-]*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything read from a manual's files.

    Args:
        entries: the items, in the order of files and of their places in them.
        findings: what is wrong with the files and values (area S).
        broken: ids that are written somewhere but could not be loaded: a reference to one of
            them is not at fault.
    """

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    broken: frozenset[str]
    sources: tuple[Source, ...] = ()


@dataclass(slots=True)
class _File:
    """One file while it is read."""

    document: Document
    model: type[Item]
    shared: dict[str, Any]
    entries: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        return self.document.source.file


def load(sources: Iterable[Source]) -> Loaded:
    """Read sources into items.

    Args:
        sources: the manual's files in their order.
    """
    entries: list[Entry] = []
    findings: list[Finding] = []
    broken: set[str] = set()
    kept = tuple(sources)
    for source in kept:
        root, faults = parse(source)
        findings += faults
        if root is None:
            broken.update(_NAMED.findall(source.text))
            continue
        read = _read(source, root, findings)
        if read is None:
            broken.update(_NAMED.findall(source.text))
            continue
        entries += read.entries
        findings += read.findings
        broken |= read.broken
    return Loaded(tuple(entries), tuple(findings), frozenset(broken), kept)


def _read(source: Source, root: object, findings: list[Finding]) -> _File | None:
    """Read one file; None where its kind is not known."""
    if not isinstance(root, MappingNode):
        at = root.mark.position(source.file) if isinstance(root, SequenceNode | Scalar) else None
        findings.append(Finding("S07", "file-wants-mapping", at or Position(source.file)))
        return None
    for written, key in (("种类", "kind"), ("条目", "items"), ("将来", "next")):
        if written in root.index and key not in root.index:
            root.index[key] = root.index.pop(written)
    model = _model(source, root, findings)
    if model is None:
        return None
    file = _File(Document(source, root), model, {})
    file.findings += canonical(source.file, root, model)
    items = root.get("items")
    if items is None:
        _one(file, root, {})
    elif "id" in root.index:
        file.findings.append(
            Finding(
                "S14",
                "item-and-items",
                _mark(file, root, "items"),
                related=(Related(_mark(file, root, "id")),),
            )
        )
        file.broken.update(_NAMED.findall(source.text))
    elif not isinstance(items, SequenceNode):
        file.findings.append(
            Finding(
                "S07", "wants-list", _mark(file, root, "items"), {"field": "items", "label": "条目"}
            )
        )
    else:
        _many(file, root, items)
    return file


def _mark(file: _File, node: MappingNode, key: str) -> Position:
    written = node.key(key)
    return (written or node).mark.position(file.name)


def _model(source: Source, root: MappingNode, findings: list[Finding]) -> type[Item] | None:
    node = root.get("kind")
    if node is None:
        findings.append(
            Finding(
                "S06",
                "no-kind",
                root.entries[0][0].mark.position(source.file)
                if root.entries
                else Position(source.file),
                {"kinds": "、".join(KINDS)},
            )
        )
        return None
    kind = node.text if isinstance(node, Scalar) else ""
    named = {model.kind_name: model for model in KINDS.values()}
    model = KINDS.get(kind) or named.get(kind)
    if model is None:
        near = nearest(kind, [*KINDS, *named])
        findings.append(
            Finding(
                "S05",
                "unknown-kind",
                node.mark.position(source.file),
                {"kind": kind, "kinds": "、".join(KINDS)},
                suggestion=Suggestion(near) if near else None,
            )
        )
    return model


def _many(file: _File, root: MappingNode, items: SequenceNode) -> None:
    inheritable = {shape.key for shape in shapes(file.model) if shape.inherited}
    known = names(file.model)
    for key, at in root.index.items():
        if key in ("kind", "items"):
            continue
        if key in inheritable:
            file.shared[key] = plain(root.entries[at][1])
            continue
        near = nearest(key, inheritable)
        word = "not-shared" if key in known.values() else "unknown-shared"
        file.findings.append(
            Finding(
                "S04",
                word,
                root.entries[at][0].mark.position(file.name),
                {"field": root.entries[at][0].text, "fields": "、".join(sorted(inheritable))},
                suggestion=Suggestion(near) if near and word == "unknown-shared" else None,
            )
        )
    for node in items.values:
        if not isinstance(node, MappingNode):
            file.findings.append(
                Finding(
                    "S07",
                    "wants-mapping",
                    node.mark.position(file.name),
                    {"field": "items", "label": "条目"},
                )
            )
            continue
        if "将来" in node.index and "next" not in node.index:
            node.index["next"] = node.index.pop("将来")
        file.findings += canonical(file.name, node, file.model)
        _one(file, node, file.shared)
    _once(file)


def _one(file: _File, node: MappingNode, shared: dict[str, Any]) -> None:
    """Validate one item with what it inherits, then its future."""
    own = plain(node)
    if not isinstance(own, dict):
        return
    raw = {**shared, **{key: value for key, value in own.items() if key not in _STRUCTURE}}
    count = len(file.findings)
    item = _validated(file, node, raw, ())
    revisions = tuple(_future(file, node, raw, own)) if item and "next" in own else ()
    if item:
        file.findings += _inside(file, node, item)
    if item and (len(file.findings) == count or not _lost(file.findings[count:])):
        file.entries.append(Entry(item, revisions, file.document, node))
    elif isinstance(name := raw.get("id"), str):
        file.broken.add(name)


def _lost(findings: Sequence[Finding]) -> bool:
    return any(finding.code != "S16" for finding in findings)


def _validated(file: _File, node: MappingNode, raw: dict[str, Any], prefix: Path) -> Item | None:
    def place(path: Path, key: bool) -> Position:
        return locate(file.document, node, (*prefix, *path), key=key)

    try:
        return file.model.model_validate(raw)
    except ValidationError as wrong:
        file.findings += (
            fault(error, file.model, place) for error in wrong.errors(include_url=False)
        )
        return None


def _future(
    file: _File, node: MappingNode, raw: dict[str, Any], own: dict[str, Any]
) -> Iterator[Revision]:
    """The entries of ``next:``: each the item with some of its values changed, in order of time."""
    entries = own["next"]
    if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        file.findings.append(
            Finding(
                "S07", "wants-list", _mark(file, node, "next"), {"field": "next", "label": "将来"}
            )
        )
        return
    before: date | None = None
    known = names(file.model)
    for at, written in enumerate(entries):
        note = written.pop("note", written.pop("说明", None)) or ""
        change = {known.get(key, key): value for key, value in written.items()}
        where = locate(file.document, node, ("next", at))
        if "effective" not in change:
            file.findings.append(
                Finding("S06", "missing", where, {"field": "effective", "label": "生效日期"})
            )
            return
        if len(change) == 1:
            file.findings.append(Finding("S06", "changes-nothing", where))
            return
        raw = raw | change
        item = _validated(file, node, raw, ("next", at))
        if item is None:
            return
        if before is not None and item.effective <= before:
            file.findings.append(
                Finding(
                    "S07",
                    "not-later",
                    locate(file.document, node, ("next", at, "effective")),
                    {"day": item.effective, "before": before},
                )
            )
        before = item.effective
        yield Revision(item.effective, str(note), item)


def _inside(file: _File, node: MappingNode, item: Item) -> Iterator[Finding]:
    """What can be said of an item alone: its version of the language, part ids, open brackets."""
    if item.kind == "manual" and getattr(item, "language", LANGUAGE) != LANGUAGE:
        yield Finding(
            "S17",
            "language",
            locate(file.document, node, ("language",)),
            {"written": getattr(item, "language", ""), "read": LANGUAGE},
        )
    fields = set(names(file.model).values())
    first: dict[str, Path] = {}
    for path, part in parts(item):
        name = str(getattr(part, "id", ""))
        where = locate(file.document, node, (*path, "id"))
        nested = sum(isinstance(step, int) for step in path) > 1
        if name in fields and not nested:
            yield Finding("S10", "part-is-field", where, {"id": name})
        scope = ".".join(map(str, path[:-2])) if nested else ""
        if f"{scope}/{name}" in first:
            seen = locate(file.document, node, (*first[f"{scope}/{name}"], "id"))
            yield Finding("S10", "part-twice", where, {"id": name}, (Related(seen),))
        first.setdefault(f"{scope}/{name}", path)
    for spot in texts(item):
        if "【" in spot.value:
            for segment in segments(spot.value):
                if isinstance(segment, Unclosed):
                    stretch = (segment.start, segment.end)
                    at = locate(file.document, node, spot.path, span_of=stretch)
                    yield Finding("S16", "unclosed", at, {"text": spot.value[slice(*stretch)]})


def _once(file: _File) -> None:
    """What every item of a file lacks is one fault, at the top of the file, where it may stand."""
    missing = Counter(
        str(one.arguments["field"])
        for one in file.findings
        if (one.code, one.key) == ("S06", "missing")
    )
    items = file.document.root.get("items")
    total = len(items.values) if isinstance(items, SequenceNode) else 0
    inheritable = {shape.key: shape.label for shape in shapes(file.model) if shape.inherited}
    everywhere = [name for name in missing if missing[name] == total > 1 and name in inheritable]
    file.findings = [
        one
        for one in file.findings
        if not (one.key == "missing" and one.arguments.get("field") in everywhere)
    ] + [
        Finding(
            "S06",
            "missing-in-all",
            _mark(file, file.document.root, "kind"),
            {"field": name, "label": inheritable[name]},
        )
        for name in everywhere
    ]
