"""Slips that YAML accepts and reads as something else than the editor meant (S21).

Each is named with its repair. Where only one reading can be meant, that reading also takes its
place in the tree, so that one slip brings no second finding about a wrong type.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guifan.findings import Finding, Suggestion
from guifan.language.comments import comments
from guifan.language.nodes import MappingNode, Mark, Node, Scalar, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guifan.language.source import Source

BREAKS = frozenset({"wide-space", "tight-dash", "tight-colon", "wide-colon", "swallowed-item"})
"""Slips behind which a file's keys and lists are not the ones that were meant."""

_WORDS_FOR_TRUTH = frozenset(
    word for lower in ("yes", "no", "on", "off", "true", "false") for word in (lower, lower.title())
)
_HAN = re.compile("[\u4e00-\u9fff]")
_ID = re.compile(r"[a-z][a-z0-9.-]*")
_SENTENCE_END = re.compile("[。！？；]")
_LIST_COMMA = re.compile("[，、]")
_SENTENCE_MARK = re.compile("[，。！？；、【】《》「」]")
_LONGEST_LISTED_WORD = 4
_WIDE_SPACE = re.compile("(?P<bad>[\u3000\u00a0]+)")
_TIGHT_DASH = re.compile(r"\s*(?P<bad>-)(?=[^\s\d.-])")
_LOOSE_DASH = re.compile(r"\s*(?P<bad>-) ")
_WIDE_COLON = re.compile(r"\s*(?P<name>[a-z][a-z0-9_]*)(?P<bad> ?： ?)(?=\S)")
_TIGHT_COLON = re.compile(r"\s*(?P<name>[a-z][a-z0-9_]*)(?P<bad>:)(?=[^\s:/\\])")
# The hash comes first, because a search for a literal is what costs nothing.
_TIGHT_HASH = re.compile(r"#(?:[^\s#!]| ?[号井]?键)")
# Before the hash: nothing, a list's dash, or the sign that opens a block text.
_NOTHING_CUT = re.compile(r"(?:^|.*\s)(?:-|[|>][-+\d]*)?")

_Slip = tuple[str, re.Pattern[str], Suggestion | None]
_COLON = Suggestion(": ", safe=True)
_DASH = Suggestion("- ", safe=True)
_KEY_SLIPS: tuple[_Slip, ...] = (
    ("wide-space", _WIDE_SPACE, None),
    ("tight-dash", _TIGHT_DASH, _DASH),
)
_BRACE_SLIPS: tuple[_Slip, ...] = (
    ("wide-colon", _WIDE_COLON, _COLON),
    ("tight-colon", _TIGHT_COLON, _COLON),
)
_FIRST_LINE_SLIPS: tuple[_Slip, ...] = (*_BRACE_SLIPS, ("tight-dash", _TIGHT_DASH, _DASH))
# Below a line that has its value already, a key would have to move as well.
_NEXT_LINE_SLIPS: tuple[_Slip, ...] = (
    ("wide-colon", _WIDE_COLON, Suggestion(": ")),
    ("tight-colon", _TIGHT_COLON, Suggestion(": ")),
    ("swallowed-item", _LOOSE_DASH, None),
)


def repair_slips(source: Source, root: Node) -> tuple[Node | None, tuple[Finding, ...]]:
    """Report the slips of a parsed file and put right in its tree what has one right reading.

    Returns:
        The tree, or None where a slip has changed which keys and lists there are; the findings.
    """
    walk = _Walk(source)
    root = walk.visit(root, alone=True)
    if _TIGHT_HASH.search(source.text):
        walk.findings += _cut_sentences(source)
    broken = any(finding.key in BREAKS for finding in walk.findings)
    return None if broken else root, tuple(sorted(walk.findings, key=lambda slip: slip.position))


def _cut_sentences(source: Source) -> Iterator[Finding]:
    """``请按 #键``: a hash behind a space cuts the sentence, unless it was meant as a comment."""
    for comment in comments(source):
        line = source.lines[comment.line]
        before = line[: comment.column].rstrip()
        if not _NOTHING_CUT.fullmatch(before) and _TIGHT_HASH.match(line, comment.column):
            text = comment.text.rstrip()
            place = source.stretch(comment.line, comment.column, len(text))
            yield Finding("S21", "hash", place, {"text": text})


class _Walk:
    """One walk over a tree, collecting findings and putting repaired values in place."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.findings: list[Finding] = []

    def visit(self, node: Node, *, alone: bool) -> Node:
        """Look at a node and all below it; ``alone`` where its key is not on its line."""
        if isinstance(node, MappingNode):
            return self._mapping(node)
        if isinstance(node, SequenceNode):
            return self._sequence(node)
        mark = node.mark
        if node.text and not node.style and (alone or mark.line != mark.end_line):
            self._lines(mark, alone=alone)
        return node

    def _mapping(self, node: MappingNode) -> Node:
        if node.flow and any(map(_is_bare, node.entries)):
            return self._braces(node)
        if not _WORDS_FOR_TRUTH.isdisjoint(node.index):
            self._truths(node)
        entries = node.entries
        for at, (key, value) in enumerate(entries):
            if key.text[:1] in "-\u3000\u00a0" and key.text and not key.style:
                self._report_at(key.mark.line, key.mark.column, _KEY_SLIPS)
            line = key.mark.line
            if type(value) is Scalar and value.mark.end_line == line:
                continue  # nearly every value: nothing can be wrong with it
            mended = self.visit(value, alone=value.mark.line != line)
            if mended is not value:
                entries[at] = (key, mended)
        return node

    def _sequence(self, node: SequenceNode) -> Node:
        if node.flow:
            self._flow_words(node)
        values = node.values
        for at, value in enumerate(values):
            if isinstance(value, MappingNode) and _is_sentence(node, value):
                values[at] = self._colon_in_sentence(value)
            elif type(value) is not Scalar or value.mark.line != value.mark.end_line:
                values[at] = self.visit(value, alone=False)
        return node

    def _lines(self, mark: Mark, *, alone: bool) -> None:
        """A plain text whose lines begin like keys or list items: only the first is reported."""
        if alone and self._report_at(mark.line, mark.column, _FIRST_LINE_SLIPS):
            return
        for line in range(mark.line + 1, mark.end_line + 1):
            if self._report_at(line, 0, _NEXT_LINE_SLIPS):
                return

    def _report_at(self, line: int, column: int, slips: tuple[_Slip, ...]) -> bool:
        """Report the first of the slips that stands at a place."""
        for key, pattern, repair in slips:
            found = pattern.match(self.source.lines[line], column)
            if found:
                start, end = found.span("bad")
                name = found.groupdict().get("name")
                self._report(
                    key,
                    Mark(line, start, line, end),
                    {} if name is None else {"name": name},
                    repair,
                )
                return True
        return False

    def _truths(self, node: MappingNode) -> None:
        for key, _ in node.entries:
            if key.text in _WORDS_FOR_TRUTH and not key.style:
                repair = Suggestion(f'"{key.text}"', safe=True)
                self._report("truth-key", key.mark, {"name": key.text}, repair)

    def _braces(self, node: MappingNode) -> Node:
        """``{工号}``: braces around words, which YAML reads as keys without values."""
        for key, _ in filter(_is_bare, node.entries):
            if self._report_at(key.mark.line, key.mark.column, _BRACE_SLIPS):
                return node
        text = self._verbatim(node.mark)
        self._report("braces", node.mark, {"text": text}, _slot(node))
        return Scalar(text, "", node.mark) if text else node

    def _flow_words(self, node: SequenceNode) -> None:
        """Words behind a full-width comma become items; a sentence in a list is reported once."""
        values: list[Node] = []
        sentence = False
        for value in node.values:
            words = _words(value)
            sentence = sentence or words == []
            if words and isinstance(value, Scalar):
                repair = Suggestion(", ".join(words), safe=all(map(_ID.fullmatch, words)))
                self._report("wide-comma", value.mark, {"text": value.text}, repair)
                values += [Scalar(word, "", value.mark) for word in words]
            else:
                values.append(value)
        node.values = values
        if sentence:
            self._report("sentence-in-list", node.mark)

    def _colon_in_sentence(self, node: MappingNode) -> Node:
        """``- 注意: 请稍候``: read as a key and its value; the sentence takes its place again."""
        ((key, value),) = node.entries
        text = self._verbatim(node.mark)
        gap = Mark(key.mark.end_line, key.mark.end_column, value.mark.line, value.mark.column)
        wide = _HAN.search(key.text[-1:] + getattr(value, "text", "")[:1])
        self._report(
            "colon-in-sentence", gap, suggestion=Suggestion("：", safe=True) if wide else None
        )
        return Scalar(text, "", node.mark) if text else node

    def _verbatim(self, mark: Mark) -> str:
        """The stretch as written; nothing where it spans lines."""
        if mark.line != mark.end_line:
            return ""
        return self.source.lines[mark.line][mark.column : mark.end_column]

    def _report(
        self,
        key: str,
        mark: Mark,
        arguments: dict[str, object] | None = None,
        suggestion: Suggestion | None = None,
    ) -> None:
        position = mark.position(self.source.file)
        self.findings.append(Finding("S21", key, position, arguments or {}, suggestion=suggestion))


def _is_bare(entry: tuple[Scalar, Node]) -> bool:
    """Whether a key in braces has neither colon nor value."""
    key, value = entry[0].mark, entry[1].mark
    return (
        (value.line, value.column)
        == (key.end_line, key.end_column)
        == (
            value.end_line,
            value.end_column,
        )
    )


def _is_sentence(parent: SequenceNode, node: MappingNode) -> bool:
    """Whether a list's item is one sentence with a half-width colon rather than a key and value.

    So it is in square brackets without braces, where the would-be key holds punctuation, and
    where a Chinese one stands among sentences.
    """
    if len(node.entries) != 1:
        return False
    key = node.entries[0][0]
    if key.style:
        return False
    if parent.flow:
        return (node.mark.line, node.mark.column) == (key.mark.line, key.mark.column)
    if node.flow or not isinstance(node.entries[0][1], Scalar):
        return False
    if _SENTENCE_MARK.search(key.text):
        return True
    among_sentences = any(isinstance(value, Scalar) for value in parent.values)
    return among_sentences and _HAN.search(key.text) is not None


def _slot(node: MappingNode) -> Suggestion | None:
    """What ``{工号}`` or ``{id}`` is written as in this language."""
    if len(node.entries) != 1:
        return None
    name = node.entries[0][0].text
    return Suggestion(f"【{name}】" if _ID.fullmatch(name) else f"【?{name}】")


def _words(value: Node) -> list[str] | None:
    """The words that full-width commas join in a list's item; none of them in a sentence.

    Returns:
        The words, an empty list for a sentence, None for an ordinary item.
    """
    if not isinstance(value, Scalar) or value.style:
        return None
    if _SENTENCE_END.search(value.text):
        return []
    words = [word.strip() for word in _LIST_COMMA.split(value.text)]
    if len(words) == 1:
        return None
    listed = all(
        word and (len(word) <= _LONGEST_LISTED_WORD or _ID.fullmatch(word)) for word in words
    )
    return words if listed else []
