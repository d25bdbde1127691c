"""Slips put right before a file is laid out: those that can only have been meant in one way."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from guifan.findings import Finding, Suggestion
from guifan.language.anatomy import shapes
from guifan.language.kinds import KINDS
from guifan.language.layout.quotes import quoted
from guifan.language.model import Part
from guifan.language.nodes import MappingNode, Node, Scalar, plain
from guifan.language.parser import parse
from guifan.language.repairs import is_safe, repaired
from guifan.language.source import Source
from guifan.language.structure import ITEMS, KIND, NEXT, NOTE

_TAB = "tab"
_WIDTHS = (2, 4, 8)
_INDENTED = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)
_TELEPHONE_KEY = re.compile(r"# ?[号井]?键")


@dataclass(frozen=True, slots=True)
class Mended:
    """A file after its slips were put right.

    Args:
        source: its text.
        root: its tree; None where it still cannot be read.
        findings: what is left.
    """

    source: Source
    root: Node | None
    findings: tuple[Finding, ...]


def mended(source: Source) -> Mended:
    """Put right what has one right reading; tabs too, where their width makes no difference."""
    found = _mended(source)
    if found.root is not None or not any(one.key == _TAB for one in found.findings):
        return found
    wide = [_mended(_expanded(found.source, width)) for width in _WIDTHS]
    readable = [one for one in wide if one.root is not None]
    readings = [plain(one.root) for one in readable if one.root is not None]
    is_sure = bool(readings) and all(one == readings[0] for one in readings)
    return readable[0] if is_sure else found


def _mended(source: Source) -> Mended:
    """Repair and read again until nothing is left to repair: one slip hides the next."""
    root, findings = parse(source)
    for _round in source.lines:
        text, applied = repaired(source, _certain(source, root, findings))
        if not applied:
            break
        source = Source(source.file, text)
        root, findings = parse(source)
    return Mended(source, root, findings)


def _certain(source: Source, root: Node | None, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings with a safe suggestion, and those whose suggestion the models make sure."""
    for finding in findings:
        if is_safe(finding):
            yield finding
        elif finding.key == "wide-colon" and finding.suggestion:
            if root is None and finding.arguments.get("name") in _names():
                yield replace(finding, suggestion=Suggestion(finding.suggestion.text, safe=True))
        elif finding.key == "hash" and root is not None:
            yield from _cut(source, root, finding)


def _cut(source: Source, root: Node, finding: Finding) -> Iterator[Finding]:
    """``请按 #键``: the sentence with the key of a telephone that looks like a comment."""
    at = finding.position
    line = source.lines[at.line - 1]
    if not _TELEPHONE_KEY.match(line, at.column - 1):
        return
    ends = [one for one in _values(root) if one.mark.end_line == at.line - 1]
    last = max(ends, key=lambda one: one.mark.end_column, default=None)
    if last is None or last.style or last.mark.line != last.mark.end_line:
        return
    text = line[last.mark.column :].rstrip()
    place = source.stretch(last.mark.line, last.mark.column, len(text))
    suggestion = Suggestion(quoted(text, in_brackets=False), safe=True)
    yield replace(finding, position=place, suggestion=suggestion)


def _values(node: Node) -> Iterator[Scalar]:
    """The values of a tree that do not stand in brackets."""
    if isinstance(node, Scalar):
        if node.text:
            yield node
    elif not node.flow:
        children = (
            [value for _, value in node.entries] if isinstance(node, MappingNode) else node.values
        )
        for child in children:
            yield from _values(child)


def _expanded(source: Source, width: int) -> Source:
    """The file with spaces for the tabs that its lines begin with."""
    text = _INDENTED.sub(lambda found: found.group().expandtabs(width), source.text)
    return Source(source.file, text)


@cache
def _names() -> frozenset[str]:
    """The Chinese names of all fields."""
    found = {one.label for one in (KIND, ITEMS, NEXT, NOTE)}
    seen: set[type[Part]] = set()
    left: list[type[Part]] = list(KINDS.values())
    while left:
        model = left.pop()
        if model not in seen:
            seen.add(model)
            found |= {shape.label for shape in shapes(model)}
            left += [shape.part for shape in shapes(model) if shape.part]
    return frozenset(found)
