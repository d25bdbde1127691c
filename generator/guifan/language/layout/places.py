"""Where everything stands: indentation, the gaps beside colons and dashes, quotes, brackets.

One walk over the tree with the column that each value should begin in. What spans several lines
moves as a whole; comments move with what they stand beside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guifan.language.comments import Comment, comments
from guifan.language.layout.brackets import (
    WIDEST,
    holds_sentences,
    is_list_of_ids,
    on_lines,
    on_one_line,
    spans_lines,
    width,
)
from guifan.language.layout.edits import Edit
from guifan.language.layout.quotes import written
from guifan.language.layout.stretches import (
    BLANKS,
    block_lines,
    indentation,
    is_blank,
    leading,
)
from guifan.language.nodes import MappingNode, Node, Scalar, SequenceNode

if TYPE_CHECKING:
    from guifan.language.source import Source

STEP = 2
"""How much deeper a level is indented."""

_MARKERS = ("---", "...")
_BREAKS = "\r\n"


def placed(source: Source, root: Node) -> tuple[Edit, ...]:
    """The edits that put every value of a file in its place.

    Args:
        source: a file with plain line breaks, whose tree holds all that is written in it.
        root: its tree.
    """
    if isinstance(root, Scalar) or root.flow:
        return ()
    walk = _Walk(source)
    walk.collection(root, 0)
    walk.rest()
    return tuple(edit for edit in walk.edits if source.text[edit.start : edit.end] != edit.text)


class _Walk:
    """One walk over a tree; ``moved`` has the old and new column of every line begun by a node."""

    def __init__(self, source: Source) -> None:
        self.edits: list[Edit] = []
        self._source = source
        self._lines = source.lines
        self._comments = tuple(comments(source))
        self._moved: dict[int, tuple[int, int]] = {}
        self._inner: set[int] = set()
        self._below: dict[int, int] = {}  # the line behind a block text: how deep a note may stand

    def collection(self, node: MappingNode | SequenceNode, column: int) -> None:
        """Place a mapping or list that is not in brackets."""
        if isinstance(node, SequenceNode):
            old = node.mark.column
            for value in node.values:
                line = self._dash(value, old)
                self._begins(line, old, column)
                self._value(self._offset(line, old) + 1, value, node, column)
            return
        for key, value in node.entries:
            mark = key.mark
            self._begins(mark.line, mark.column, column)
            self._scalar(key, as_key=True)
            end = self._offset(mark.end_line, mark.end_column)
            colon = self._source.text.index(":", end)
            self._replace(end, colon, "")
            self._value(colon + 1, value, node, column)

    def rest(self) -> None:
        """What no node holds: comments, marks of documents, blanks behind lines."""
        starts = self._source.starts
        noted = {one.line: one for one in self._comments}
        for number, line in enumerate(self._lines):
            if number in self._inner:
                continue
            if line.rstrip(BLANKS) in _MARKERS:
                self._replace(starts[number], starts[number + 1], "")
                continue
            self._trim(number)
            note = noted.get(number)
            if note is not None:
                self._comment(note, number)

    def _value(
        self, after: int, value: Node, parent: MappingNode | SequenceNode, column: int
    ) -> None:
        """Place a value behind its colon or dash, which stands in ``column``."""
        begin = self._offset(value.mark.line, value.mark.column)
        between = self._source.text[after:begin]
        is_near = not between.strip(BLANKS + _BREAKS)
        if isinstance(value, Scalar):
            if value.text or value.style:
                is_here = "\n" not in between
                if is_here or (is_near and value.mark.line == value.mark.end_line):
                    self._replace(after, begin, " ")
                else:
                    self._begins(value.mark.line, value.mark.column, column + STEP)
                self._scalar(value)
                self._lines_of(value, parent.mark.column, column)
        elif value.flow:
            self._bracketed(after, value, parent, column)
        elif (
            isinstance(value, SequenceNode)
            and isinstance(parent, MappingNode)
            and self._fits(after, value, column)
        ):
            self._replace(after, self._end(value), " " + on_one_line(self._source, value))
        else:
            if isinstance(parent, SequenceNode) and is_near:
                self._replace(after, begin, " ")
            self.collection(value, column + STEP)

    def _scalar(self, value: Scalar, *, as_key: bool = False) -> None:
        """Change the quotes of a value of one line."""
        if value.style in ("'", '"') and value.mark.line == value.mark.end_line:
            text = written(self._source, value, in_brackets=False, as_key=as_key)
            self._replace(self._offset(value.mark.line, value.mark.column), self._end(value), text)

    def _lines_of(self, value: Scalar, old: int, new: int) -> None:
        """Move the other lines of a value of several lines.

        Args:
            value: the value.
            old: the column of the mapping or list that holds it.
            new: where that will stand.
        """
        mark = value.mark
        if value.style not in ("|", ">"):
            for number in range(mark.line + 1, mark.end_line + 1):
                self._inner.add(number)
                self._indent(number, leading(self._lines[number]), new + STEP)
            ends = set(range(mark.line, mark.end_line))
            for number in ends:
                if value.style != '"' or not self._lines[number].rstrip(BLANKS).endswith("\\"):
                    self._trim(number)
                self._inner.add(number)
            if mark.end_line > mark.line:
                self._trim(mark.end_line)
            return
        depth = indentation(self._source, value, old)
        is_told = any(map(str.isdigit, self._lines[mark.line][mark.column + 1 :][:2]))
        deeper = new + depth - old if is_told else new + STEP
        block = block_lines(self._source, value, old)
        for number in block:
            self._inner.add(number)
            if is_blank(self._lines[number][:depth]):
                self._indent(number, min(depth, len(self._lines[number])), deeper)
        self._below[block.stop] = new

    def _bracketed(
        self,
        after: int,
        value: MappingNode | SequenceNode,
        parent: MappingNode | SequenceNode,
        column: int,
    ) -> None:
        """Place a list or mapping in brackets, or take it out of them."""
        end = self._end(value)
        mark = value.mark
        if spans_lines(value) or self._noted(after, end):
            self._carried(value, column)
            return
        line = on_one_line(self._source, value)
        is_long = mark.line != mark.end_line and column + STEP + width(line) > WIDEST
        is_apart = holds_sentences(value) or is_long
        entries = value.entries if isinstance(value, MappingNode) else value.values
        if not is_apart or not entries or self._noted(end, self._line_end(mark.end_line)):
            self._replace(after, end, " " + line)
            return
        lines = on_lines(self._source, value)
        margin = "\n" + " " * (column + STEP)
        first = " " if isinstance(parent, SequenceNode) else margin
        self._replace(after, end, first + margin.join(lines))

    def _carried(self, value: MappingNode | SequenceNode, column: int) -> None:
        """Move the lines of what stands in brackets without touching what is in it."""
        mark = value.mark
        before = self._lines[mark.line][: mark.column]
        old = leading(self._lines[mark.line])
        if is_blank(before):
            self._begins(mark.line, mark.column, column + STEP)
        new = self._moved.get(mark.line, (old, old))[1]
        for number in range(mark.line + 1, mark.end_line + 1):
            self._inner.add(number)
            depth = leading(self._lines[number])
            self._indent(number, depth, max(depth + new - old, column + STEP))

    def _fits(self, after: int, value: SequenceNode, column: int) -> bool:
        """Whether a list is one of ids that goes on one line."""
        line_end = self._line_end(value.mark.end_line)
        return (
            is_list_of_ids(value)
            and not self._noted(after, line_end)
            and column + STEP + width(on_one_line(self._source, value)) <= WIDEST
        )

    def _comment(self, note: Comment, number: int) -> None:
        """A comment alone on its line goes with the level that it stands on."""
        line = self._lines[number]
        before = line[: note.column]
        if not is_blank(before):
            gap = before[len(before.rstrip(BLANKS)) :]
            if "\t" in gap:
                self._replace(
                    self._offset(number, note.column - len(gap)),
                    self._offset(number, note.column),
                    "  ",
                )
            return
        new = self._level(number, note.column)
        deepest = self._below.get(self._above(number))
        self._indent(number, note.column, new if deepest is None else min(new, deepest))

    def _above(self, number: int) -> int:
        """The first of the lines of comments and blanks that a line ends."""
        while number and self._is_idle(number - 1):
            number -= 1
        return number

    def _is_idle(self, number: int) -> bool:
        line = self._lines[number]
        is_idle = is_blank(line) or line.lstrip(BLANKS).startswith("#")
        return is_idle and number not in self._inner

    def _level(self, number: int, column: int) -> int:
        """The new column of a comment: that of its level, or as far as its neighbour moves."""
        after = next((at for at in range(number, len(self._lines)) if at in self._moved), None)
        if after is not None and self._moved[after][0] == column:
            return self._moved[after][1]
        for at in range(number, -1, -1):
            old, new = self._moved.get(at, (-1, -1))
            if old == column:
                return new
            if 0 <= old < column:
                break
        old, new = self._moved.get(number if after is None else after, (0, 0))
        return max(column + new - old, 0)

    def _dash(self, value: Node, column: int) -> int:
        """The line of the dash before a value: the nearest above it in the list's column."""
        number = value.mark.line
        while not self._is_dash(number, column):
            number -= 1
        return number

    def _is_dash(self, number: int, column: int) -> bool:
        line = self._lines[number]
        return (
            line[column : column + 1] == "-"
            and not line[:column].strip(BLANKS + "-")
            and line[column + 1 : column + 2] in ("", *BLANKS)
        )

    def _begins(self, number: int, old: int, new: int) -> None:
        """Indent a line that a key, a dash or a value begins, if one does."""
        if is_blank(self._lines[number][:old]):
            self._moved[number] = (old, new)
            self._indent(number, old, new)

    def _indent(self, number: int, old: int, new: int) -> None:
        start = self._source.starts[number]
        is_empty = is_blank(self._lines[number]) and len(self._lines[number]) <= old
        self._replace(start, start + old, "" if is_empty else " " * new)

    def _trim(self, number: int) -> None:
        """Take away what blanks a line ends with."""
        line = self._lines[number]
        bare = len(line.rstrip(BLANKS))
        start = self._source.starts[number]
        self._replace(start + bare, start + len(line), "")

    def _noted(self, start: int, end: int) -> bool:
        """Whether a comment stands in a stretch."""
        return any(start <= self._offset(one.line, one.column) < end for one in self._comments)

    def _line_end(self, number: int) -> int:
        return self._source.starts[number] + len(self._lines[number])

    def _end(self, node: Node) -> int:
        return self._offset(node.mark.end_line, node.mark.end_column)

    def _offset(self, line: int, column: int) -> int:
        return self._source.starts[line] + column

    def _replace(self, start: int, end: int, text: str) -> None:
        self.edits.append(Edit(start, end, text))
