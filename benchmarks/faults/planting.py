"""The clean manual as text with places, and edits that plant one fault in it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from guifan.language.nodes import MappingNode, Node, Scalar, SequenceNode
from guifan.language.parser import parse
from guifan.language.source import Source


@dataclass(frozen=True)
class Change:
    """A stretch of one file, by offsets into its text, and what stands there afterwards."""

    start: int
    end: int
    new: str


Place = tuple[str, int, int]
"""A file, and the first and last of its lines, from 1."""


def _sure() -> bool:
    return True


@dataclass(frozen=True)
class Edit:
    """One planted fault, not yet carried out.

    Args:
        file: where it is planted.
        changes: what is changed there, in order and apart; for a new file the whole text.
        home: 0-based first and last line of what lost something, where nothing new stands.
        beside: other files by name, whole, that the fault needs and that are sound by themselves.
        faulty: the oracle: whether this is a fault at all; asked only when it is drawn.
        data: the file's bytes where text cannot say them.
        link: the file is a link to this path instead.
        base: what a file of ours holds before the changes, where the manual has none of its name.
        released: judged against the clean manual as the last edition that was released.
        at: places, by 1-based lines, at which the finding may lead as rightly as at the fault.
    """

    file: str
    changes: tuple[Change, ...]
    home: tuple[int, int] | None = None
    beside: Mapping[str, str] = field(default_factory=dict)
    faulty: Callable[[], bool] = _sure
    data: bytes | None = None
    link: str | None = None
    base: str = ""
    released: bool = False
    at: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Mutant:
    """The manual with one fault, as far as it differs from the clean one.

    Args:
        operator: the operator's name.
        codes: what is expected: the code of the fault, then codes that would be right as well.
        file: the file in which it is planted.
        lines: 1-based lines of the fault, as ranges with both ends.
        before: what stood there.
        after: what stands there now.
        data: the bytes of the file.
        beside: other new files.
        link: the file is a link to this path.
        released: the clean manual is the last edition that was released.
        at: other places at which the finding may lead.
    """

    operator: str
    codes: tuple[str, ...]
    file: str
    lines: tuple[tuple[int, int], ...]
    before: str
    after: str
    data: bytes
    beside: Mapping[str, str]
    link: str | None = None
    released: bool = False
    at: tuple[Place, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place at which the finding may lead."""
        return (*((self.file, first, last) for first, last in self.lines), *self.at)


@dataclass(frozen=True)
class Item:
    """An item of the manual: where it is and what is written there."""

    file: str
    kind: str
    id: str
    node: MappingNode
    root: MappingNode

    def text(self, key: str) -> str:
        """A value as written, in the item or in what its file shares; empty if neither has it."""
        value = self.node.get(key) or (self.root.get(key) if self.root is not self.node else None)
        return value.text if isinstance(value, Scalar) else ""

    def names(self, key: str) -> tuple[str, ...]:
        """The texts of a list."""
        return texts(self.node.get(key))

    def parts(self, key: str) -> tuple[MappingNode, ...]:
        """The mappings of a list."""
        return mappings(self.node.get(key))


@dataclass(frozen=True)
class Spot:
    """A value within an item."""

    item: Item
    parent: MappingNode
    key: str
    value: Scalar


class Manual:
    """The clean manual.

    Args:
        sources: its YAML files.
    """

    def __init__(self, sources: Iterable[Source]) -> None:
        self.sources = {source.file: source for source in sources}
        self.items: list[Item] = []
        for source in self.sources.values():
            root, findings = parse(source)
            if not isinstance(root, MappingNode) or findings:
                raise ValueError(f"{source.file} is not clean YAML")
            kind = root.get("kind")
            listed = root.get("items")
            for node in mappings(listed) if listed else (root,):
                name = node.get("id")
                assert isinstance(kind, Scalar), source.file
                assert isinstance(name, Scalar), source.file
                self.items.append(Item(source.file, kind.text, name.text, node, root))

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """Items by their ids."""
        return {item.id: item for item in self.items}

    def of(self, kind: str) -> list[Item]:
        """The items of a kind."""
        return [item for item in self.items if item.kind == kind]

    def spots(self, *keys: str, kinds: tuple[str, ...] = ()) -> Iterator[Spot]:
        """Plain scalars that stand at one of these keys, anywhere within items of these kinds."""
        for item in self.items:
            if not kinds or item.kind in kinds:
                for parent in within(item.node):
                    for key in keys:
                        value = parent.get(key)
                        if isinstance(value, Scalar) and not value.style and not parent.flow:
                            yield Spot(item, parent, key, value)

    def offset(self, file: str, line: int, column: int) -> int:
        """Where a 0-based line and column are in the text."""
        return self.sources[file].starts[line] + column

    def line_end(self, file: str, line: int) -> int:
        """The offset behind the line with its break."""
        starts = self.sources[file].starts
        return starts[line + 1] if line + 1 < len(starts) else len(self.sources[file].text)

    def stretch(self, file: str, node: Node, new: str) -> Change:
        """Change a whole node."""
        mark = node.mark
        return Change(
            self.offset(file, mark.line, mark.column),
            self.offset(file, mark.end_line, mark.end_column),
            new,
        )

    def put(self, file: str, node: Node, new: str, **more: object) -> Edit:
        """Write another value."""
        return Edit(file, (self.stretch(file, node, new),), **more)  # type: ignore[arg-type]

    def rewrite(self, file: str, node: Node, old: str, new: str) -> Iterator[Edit]:
        """Change the first such words within a text, whatever its style; nothing without them."""
        whole = self.stretch(file, node, new)
        at = self.sources[file].text.find(old, whole.start, whole.end)
        if at >= 0:
            yield Edit(file, (Change(at, at + len(old), new),))

    def swap(self, file: str, one: Scalar, two: Scalar) -> Edit:
        """Exchange two values."""
        one, two = sorted((one, two), key=lambda node: (node.mark.line, node.mark.column))
        return Edit(file, (self.stretch(file, one, two.text), self.stretch(file, two, one.text)))

    def drop(self, file: str, mapping: MappingNode, *keys: str, **more: object) -> Edit:
        """Take out entries of a block mapping that stand on lines of their own."""
        changes, gone = [], 0
        for key in sorted(keys, key=lambda key: mapping.index[key]):
            name, value = mapping.entries[mapping.index[key]]
            first, last = name.mark.line, max(value.mark.end_line, name.mark.line)
            if first == mapping.mark.line and mapping.mark.column:
                raise ValueError(f"{file}:{first + 1}: the first entry shares its line")
            changes.append(Change(self.offset(file, first, 0), self.line_end(file, last), ""))
            gone += last - first + 1
        dashed = "-" in self.sources[file].lines[mapping.mark.line][: mapping.mark.column]
        top = mapping.mark.line - (mapping.mark.column > 0 and not dashed)
        home = (top, max(top, mapping.mark.end_line - gone))
        return Edit(file, tuple(changes), home, **more)  # type: ignore[arg-type]

    def leave_out(self, file: str, listed: SequenceNode, at: int, **more: object) -> Edit:
        """Take an entry out of a block list."""
        node = listed.values[at]
        mark = node.mark
        start = self.offset(file, mark.line, 0)
        change = Change(start, self.line_end(file, mark.end_line), "")
        gone = mark.end_line - mark.line + 1
        home = (listed.mark.line - 1, listed.mark.end_line - gone)
        return Edit(file, (change,), home, **more)  # type: ignore[arg-type]

    def add(self, file: str, mapping: MappingNode, lines: str, **more: object) -> Edit:
        """Put lines into a block mapping, behind its first entry."""
        name, value = mapping.entries[0]
        indent = " " * name.mark.column
        at = self.line_end(file, max(value.mark.end_line, name.mark.line))
        text = "".join(f"{indent}{line}\n" for line in lines.splitlines())
        return Edit(file, (Change(at, at, text),), **more)  # type: ignore[arg-type]

    def append(self, file: str, text: str, **more: object) -> Edit:
        """Put text at the end of a file: another item of its list."""
        end = len(self.sources[file].text)
        gap = "" if self.sources[file].text.endswith("\n") else "\n"
        return Edit(file, (Change(end, end, f"{gap}{text}"),), **more)  # type: ignore[arg-type]

    def written(self, item: Item) -> str:
        """The lines of an item of a list, as they stand."""
        lines = self.sources[item.file].text.splitlines(keepends=True)
        mark = item.node.mark
        return "".join(lines[mark.line : mark.end_line + 1])

    def carry_out(self, operator: str, codes: tuple[str, ...], edit: Edit) -> Mutant:
        """The mutant that an edit makes."""
        source = self.sources.get(edit.file)
        text = source.text if source else edit.base
        out, done, lines, before = "", 0, [], []
        for change in edit.changes:
            out += text[done : change.start]
            first = out.count("\n")
            out += change.new
            last = first + change.new.rstrip("\n").count("\n")
            if change.new.strip():
                lines.append((first + 1, last + 1))
            before.append(text[change.start : change.end])
            done = change.end
        out += text[done:]
        if edit.home is not None:
            lines.append((edit.home[0] + 1, edit.home[1] + 1))
        return Mutant(
            operator,
            codes,
            edit.file,
            tuple(lines) or ((1, max(1, out.count("\n"))),),
            " … ".join(before).strip(),
            " … ".join(change.new for change in edit.changes).strip(),
            edit.data if edit.data is not None else out.encode(),
            dict(edit.beside),
            edit.link,
            edit.released,
            edit.at,
        )


def new_file(file: str, text: str, **more: object) -> Edit:
    """Plant a whole file."""
    return Edit(file, (Change(0, 0, text),), **more)  # type: ignore[arg-type]


def within(node: Node) -> Iterator[MappingNode]:
    """Every mapping in a node, itself first."""
    if isinstance(node, MappingNode):
        yield node
        for _, value in node.entries:
            yield from within(value)
    elif isinstance(node, SequenceNode):
        for value in node.values:
            yield from within(value)


def mappings(node: Node | None) -> tuple[MappingNode, ...]:
    """The mappings of a list."""
    values = node.values if isinstance(node, SequenceNode) else ()
    return tuple(value for value in values if isinstance(value, MappingNode))


def texts(node: Node | None) -> tuple[str, ...]:
    """The texts of a list."""
    values = node.values if isinstance(node, SequenceNode) else ()
    return tuple(value.text for value in values if isinstance(value, Scalar))


def text(mapping: MappingNode | None, key: str) -> str:
    """A text of a mapping, empty where there is none."""
    value = mapping.get(key) if mapping else None
    return value.text if isinstance(value, Scalar) else ""


def scalar(mapping: MappingNode, key: str) -> Scalar:
    """A value that is known to be there and to be a text."""
    value = mapping.get(key)
    assert isinstance(value, Scalar), key
    return value


_AMOUNT = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(\S+)")


def amount(written: str) -> tuple[float, str] | None:
    """A number and its unit, as in ``3 个工作日``."""
    found = _AMOUNT.fullmatch(written.strip())
    return (float(found[1].replace(",", "")), found[2]) if found else None


def times(written: str, factor: float) -> str | None:
    """The quantity, so many times as much; whole numbers stay whole, none becomes nothing."""
    parts = amount(written)
    if parts is None:
        return None
    number = max(1, round(parts[0] * factor))
    return f"{number} {parts[1]}" if parts[1] != "%" else f"{number}%"


Plan = Callable[[Manual], Iterator[Edit]]


@dataclass(frozen=True)
class Operator:
    """A way to plant a fault.

    Args:
        name: its own.
        codes: the code that the fault must be found under, then those that are right as well.
        plan: yields every edit that it could make.
        why: why the result is at fault.
        held_out: kept away from who writes the rules until the end.
        module: the file that declares it.
    """

    name: str
    codes: tuple[str, ...]
    plan: Plan
    why: str
    held_out: bool
    module: str


OPERATORS: dict[str, Operator] = {}


def plants(*codes: str, held_out: bool = False) -> Callable[[Plan], Plan]:
    """Declare an operator: its name is the function's, its reason the docstring's first line."""

    def declare(plan: Plan) -> Plan:
        name = plan.__name__.replace("_", "-")
        assert name not in OPERATORS, name
        why = (plan.__doc__ or "").strip().splitlines()[0]
        OPERATORS[name] = Operator(name, codes, plan, why, held_out, plan.__module__)
        return plan

    return declare


def draw(manual: Manual, operator: Operator, most: int, seed: int) -> list[Mutant]:
    """At most so many different mutants of an operator, the same ones for the same seed."""
    edits = list(operator.plan(manual))
    random.Random(f"{seed}:{operator.name}").shuffle(edits)
    drawn: list[Mutant] = []
    for edit in edits:
        if len(drawn) == most:
            break
        if edit.faulty():
            drawn.append(manual.carry_out(operator.name, operator.codes, edit))
    return drawn
