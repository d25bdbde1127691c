"""YAML text → node tree: libyaml's events, a builder of our own, a mark for every value.

Nothing is resolved or expanded: a value is the text as written, and what would make it anything
else (anchors, tags, merge keys) is refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from guifan.findings import Finding, Position, Related, Severity
from guifan.language.libyaml import reader
from guifan.language.nodes import MappingNode, Mark, Node, Scalar, SequenceNode
from guifan.language.slips import repair_slips
from guifan.language.source import Source
from guifan.language.syntax_errors import explain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DEEPEST = 32
"""Mappings and lists inside one another."""

# A few places show what an anchor does; a bomb has hundreds of thousands.
_MOST_ALIASES = 5
_NAMES = ("id", "编号")

_WORD = re.compile(r"[^\s,\[\]{}]+|.?")
_MAY_ASK = re.compile(r"(?:^|[\s{\[,])\?", re.MULTILINE)
_ASKED_BEFORE = re.compile(r"(?:.*[\s{\[,])?\?")
_ASKED_ABOVE = re.compile(r"(?:- +)*\?")

# The stubs call an event's marks optional; libyaml gives every event both.
_Event = Any


def parse(source: Source) -> tuple[Node | None, tuple[Finding, ...]]:
    """Parse one file.

    Returns:
        The tree, or None where there is none that could be read on (S01, S02, S11, S12, S20 and
        slips that break the syntax); and what was found. Slips that YAML reads as something else
        are reported (S21) and stand repaired in the tree, where there is one right repair.

    Raises:
        CannotRead: libyaml is missing.
    """
    if source.bad_character:
        return None, (source.bad_character,)
    builder = _Builder(source)
    try:
        root = builder.document()
    except MarkedYAMLError as error:
        return None, (explain(source, error),)
    except _TooDeepError as error:
        return None, (Finding("S12", "too-deep", error.position, {"limit": DEEPEST}),)
    refused = builder.refused()
    if refused:
        return None, refused
    if root is None:
        place = source.stretch(0, 0, len(source.lines[0]))
        return None, (Finding("S20", "empty", place, severity=Severity.WARNING),)
    root, slips = repair_slips(source, root)
    if root is None:
        return None, slips
    findings = (*builder.duplicates, *slips)
    return root, tuple(sorted(findings, key=lambda finding: finding.position))


class _TooDeepError(Exception):
    """Ends a parse where going on would only follow a bomb."""

    def __init__(self, position: Position) -> None:
        super().__init__(str(position))
        self.position = position


class _Builder:
    """Takes the events of one file in order and grows its tree.

    The hottest loop of a check: classes are compared by identity and a scalar is built in place,
    because that is where the time goes.
    """

    def __init__(self, source: Source) -> None:
        self.duplicates: list[Finding] = []
        self._source = source
        self._next: Callable[[], _Event] = reader(source.text).get_event
        self._depth = 0
        self._may_ask = _MAY_ASK.search(source.text) is not None
        self._forbidden: list[Finding] = []
        self._anchors: dict[str, Position] = {}
        self._aliases: dict[str, list[Position]] = {}

    def document(self) -> Node | None:
        """The root of the only document; None where there is nothing in it."""
        self._next()
        event = self._next()
        if type(event) is StreamEndEvent:
            return None
        if event.version or event.tags:
            self._forbid("directive", self._word(event))
        root = self._node(self._next())
        self._next()
        event = self._next()
        if type(event) is not StreamEndEvent:
            self._forbid("several-documents", self._word(event))
        return None if isinstance(root, Scalar) and not root.text and not root.style else root

    def refused(self) -> tuple[Finding, ...]:
        """S11 for everything this language leaves out; an anchor is reported with its aliases."""
        for name, position in self._anchors.items():
            aliases = self._aliases.pop(name, [])
            related = tuple(Related(alias) for alias in aliases[:_MOST_ALIASES])
            self._forbid("anchor", position, {"name": name}, related)
        for name, positions in self._aliases.items():
            for position in positions:
                self._forbid("alias", position, {"name": name})
        return tuple(sorted(self._forbidden, key=lambda finding: finding.position))

    def _node(self, event: _Event) -> Node:
        kind = type(event)
        if kind is AliasEvent:
            self._aliases.setdefault(event.anchor, []).append(self._word(event))
            return Scalar("", "", _mark(event, event))
        if event.anchor or event.tag:
            self._decorated(event)
        if kind is ScalarEvent:
            start = event.start_mark
            end = event.end_mark
            style = event.style
            mark = Mark(start.line, start.column, end.line, end.column)
            if style == "|" or style == ">":  # noqa: PLR1714 - twice as fast as a set, half a million times
                self._end_block(mark)
            return Scalar(event.value, style, mark)
        self._depth += 1
        if self._depth > DEEPEST:
            raise _TooDeepError(self._word(event))
        node = self._mapping(event) if kind is MappingStartEvent else self._sequence(event)
        self._depth -= 1
        return node

    def _sequence(self, start: _Event) -> SequenceNode:
        read, node = self._next, self._node
        values: list[Node] = []
        while type(event := read()) is not SequenceEndEvent:
            values.append(node(event))
        return SequenceNode(values, self._extent(start, event, values), start.flow_style)

    def _mapping(self, start: _Event) -> MappingNode:
        read, node, may_ask = self._next, self._node, self._may_ask
        entries: list[tuple[Scalar, Node]] = []
        index: dict[str, int] = {}
        value: Node | None = None
        is_next = False  # behind a second id stands another item, its fields no repetitions
        while type(event := read()) is not MappingEndEvent:
            key = node(event)
            value = node(read())
            if not isinstance(key, Scalar):
                self._forbid("complex-key", self._word(event))
            elif may_ask and self._is_asked(key):
                self._forbid("complex-key", key.mark.position(self._source.file))
            elif key.text == "<<" and not key.style:
                self._forbid("merge-key", key.mark.position(self._source.file))
            elif key.text in index:
                if not is_next:
                    is_next = key.text in _NAMES
                    self._repeated(key, entries[index[key.text]][0])
            else:
                index[key.text] = len(entries)
                entries.append((key, value))
        mark = self._extent(start, event, () if value is None else (value,))
        return MappingNode(entries, mark, start.flow_style, index)

    def _extent(self, start: _Event, end: _Event, values: Sequence[Node]) -> Mark:
        """From the first character to the last: libyaml ends a block where the next one begins."""
        mark = _mark(start, end)
        if values and not start.flow_style:
            last = values[-1].mark
            mark.end_line, mark.end_column = last.end_line, last.end_column
        return mark

    def _end_block(self, mark: Mark) -> None:
        """End a block text with its last written line, not where the next value begins."""
        lines = self._source.lines
        line = mark.end_line if mark.end_column else mark.end_line - 1
        while line > mark.line and not lines[line].strip():
            line -= 1
        mark.end_line, mark.end_column = line, len(lines[line])

    def _repeated(self, key: Scalar, first: Scalar) -> None:
        file = self._source.file
        related = (Related(first.mark.position(file), "first"),)
        position = key.mark.position(file)
        said = "missing-dash" if key.text in _NAMES else "duplicate-key"
        finding = Finding("S03", said, position, {"name": key.text}, related)
        self.duplicates.append(finding)

    def _decorated(self, event: _Event) -> None:
        """Refuse an anchor or a tag before a value."""
        place = self._word(event)
        if event.tag:
            self._forbid("tag", place, {"name": self._written(place)})
        if event.anchor:
            self._anchors[event.anchor] = place

    def _forbid(
        self,
        key: str,
        position: Position,
        arguments: dict[str, object] | None = None,
        related: tuple[Related, ...] = (),
    ) -> None:
        self._forbidden.append(Finding("S11", key, position, arguments or {}, related))

    def _is_asked(self, key: Scalar) -> bool:
        """Whether ``? `` stands before a key, on its line or alone above it."""
        lines, line = self._source.lines, key.mark.line
        before = lines[line][: key.mark.column].strip()
        if before:
            return _ASKED_BEFORE.fullmatch(before) is not None
        while line > 0 and not lines[line - 1].strip():
            line -= 1
        return line > 0 and _ASKED_ABOVE.fullmatch(lines[line - 1].strip()) is not None

    def _word(self, event: _Event) -> Position:
        """The word at an event's start: an anchor, a tag, ``---``, a bracket."""
        line, column = event.start_mark.line, event.start_mark.column
        found = _WORD.match(self._source.lines[line], column)
        return self._source.stretch(line, column, len(found.group()) if found else 0)

    def _written(self, position: Position) -> str:
        line = self._source.lines[position.line - 1]
        return line[position.column - 1 : position.end_column - 1]


def _mark(start: _Event, end: _Event) -> Mark:
    first, last = start.start_mark, end.end_mark
    return Mark(first.line, first.column, last.line, last.column)
