"""Files as an editor might write them, right and wrong, for what reads them beside us.

The right ones are made from what the models say: every field of every kind is written, by its own
example where it has one, so that nothing is forgotten when a kind grows.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args, get_origin

from guifan.checks.examples import written
from guifan.checks.rules import RULES
from guifan.language.anatomy import Shape, shapes
from guifan.language.kinds import KINDS
from guifan.language.kinds.data_item import DataItem
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.norm import MISSED, Norm, Slip
from guifan.language.kinds.procedure import Step
from guifan.language.kinds.situation import Situation, Utterance
from guifan.language.model import Choice, Item, Part, Text
from guifan.language.scalars import YesNo
from guifan.language.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterator

AWKWARD = (
    *("1.10", "3", "-0", "+1", "1e3", "0x1F", "0o17", "1_000", ".inf", ".nan", "0.40", "100%"),
    *("true", "True", "FALSE", "yes", "no", "on", "off", "y", "是"),
    *("2026-01-01", "2026-01-01 10:00:00", "12:30", "12:30:45", "【a-b】", "约 3 天", "'~'"),
)
"""Texts that a reader of YAML may take for something else."""

STYLES: dict[str, dict[str, bool]] = {
    "plain": {},
    "chinese": {"chinese": True},
    "awkward": {"awkward": True},
    "awkward-chinese": {"chinese": True, "awkward": True},
    "empty": {"empty": True},
}
"""How whole files are written: the switches of their ``Writer``."""

INSTEAD = frozenset(
    {(Limit, "value"), (DataItem, "keep_by"), (Step, "cap_by"), (Situation, "replies")}
)
"""Fields that may stand only where another does not: a limit is a time or a threshold."""

NEEDED = frozenset(
    {(Limit, key) for key in ("within", "from", "to", "calendar")}
    | {(DataItem, "keep"), (Norm, "missed"), (Utterance, "breaches"), (Utterance, "instead")}
)
"""The fields that are needed where what may stand instead of them does not."""

FIXED: dict[tuple[type[Part], str], str] = {(Slip, "when"): MISSED}
"""Texts that stand for something elsewhere in the item."""

SEVERAL: dict[tuple[type[Part], str], tuple[frozenset[str], ...]] = {
    (Situation, "turns"): (
        frozenset(),
        *(frozenset({"breaches", "instead"}) for _ in range(2)),
    )
}
"""Lists of which one entry is too few: what each entry leaves out."""

TRUTHS = ("是", "否", "true", "false", "yes", "no", "True", "No")


TERM = """\
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
"""

MATRIX = """\
kind: matrix
id: compared
title: 对照
about: 怎么读
rows: [{id: r, title: 甲}]
columns: [{id: c, title: 乙}]
cells: [{row: r, column: c, says: 内容}]
"""

RIGHT = {"term": TERM, "matrix": MATRIX}

WRONG = {
    "unknown-field": TERM + "alos: [客诉]\n",
    "unknown-chinese-field": TERM + "俗你: [客诉]\n",
    "unknown-field-of-a-part": MATRIX.replace("row: r", "rwo: r"),
    "missing-own-field": "kind: term\nid: complaint\ntitle: 投诉\n",
    "missing-own-field-in-a-list": "kind: term\nitems:\n  - id: complaint\n    title: 投诉\n",
    "wrong-choice": TERM + "audience: publik\n",
    "wrong-choice-in-chinese": TERM + "公开范围: 对内\n",
    "wrong-kind": TERM.replace("term", "trem"),
    "no-kind": TERM.replace("kind: term\n", ""),
    "items-and-id": TERM + "items:\n  - id: other\n    title: 别的\n    means: 别的\n",
    "kind-in-a-list": "kind: term\nitems:\n  - {kind: term, id: a, title: 甲, means: 甲的意思}\n",
    "not-shared": "kind: term\ntitle: 甲\nitems:\n  - {id: a, title: 甲, means: 甲的意思}\n",
    "text-for-a-list": TERM + "also: 客诉\n",
    "list-for-a-text": TERM.replace("title: 投诉", "title: [投诉]"),
    "empty-required": TERM.replace("title: 投诉", "title:"),
    "bad-id": TERM.replace("id: complaint", "id: Complaint_1"),
    "truth-for-an-id": TERM.replace("id: complaint", "id: true"),
    "future-without-day": TERM + "next:\n  - means: 客户不满意\n",
    "future-of-an-id": TERM + "next:\n  - {effective: 2027-01-01, id: other}\n",
    "future-in-the-future": TERM + "next:\n  - {effective: 2027-01-01, next: []}\n",
    "note-at-the-top": TERM + "note: 改一改\n",
}
"""Typos that both know: the loader by a finding, the schema by a red line."""


def whole_files(style: str) -> dict[str, str]:
    """Two files of every kind in one of the ``STYLES``: one item, and a list of two."""
    writer = Writer(**STYLES[style])
    files = {kind: writer.single(model) for kind, model in KINDS.items()}
    return files | {f"{kind}-list": writer.listed(model) for kind, model in KINDS.items()}


def good_examples() -> dict[str, str]:
    """The files of the rules' good examples, by rule and number."""
    return {
        f"{code}-{number}": text
        for code, rule in RULES.items()
        for number, (_, text) in enumerate(written(rule.good).files)
        if not text.startswith("# -> ")
    }


@dataclass
class Writer:
    """Writes files.

    Args:
        chinese: keys, kinds and choices by their Chinese names.
        awkward: every text from ``AWKWARD``, every yes or no from ``TRUTHS``.
        empty: what may be left out is written with nothing behind its key.
    """

    chinese: bool = False
    awkward: bool = False
    empty: bool = False
    _numbers: Iterator[int] = field(init=False, default_factory=itertools.count)
    _texts: Iterator[str] = field(init=False, default_factory=lambda: itertools.cycle(AWKWARD))
    _truths: Iterator[str] = field(init=False, default_factory=lambda: itertools.cycle(TRUTHS))

    def single(self, model: type[Item]) -> str:
        """A file that is one item, with what it will be from a day on."""
        item = [*self._kind(model), *self._fields(model, shapes(model)), *self._future(model)]
        return _text(item)

    def listed(self, model: type[Item]) -> str:
        """A file of two items that share what can be shared."""
        shared = [shape for shape in shapes(model) if shape.inherited]
        own = [shape for shape in shapes(model) if not shape.inherited]
        lines = [*self._kind(model), *self._fields(model, shared)]
        lines.append("条目:" if self.chinese else "items:")
        for _ in range(2):
            lines += _dashed([*self._fields(model, own), *self._future(model)])
        return _text(lines)

    def _kind(self, model: type[Item]) -> list[str]:
        return [f"种类: {model.kind_name}" if self.chinese else f"kind: {model.kind}"]

    def _future(self, model: type[Item]) -> list[str]:
        keys = ("将来", "生效日期", "变更说明") if self.chinese else ("next", "effective", "note")
        fields = [shape for shape in shapes(model) if shape.attribute not in ("id", "effective")]
        entry = [f"{keys[1]}: 2027-01-01", *self._fields(model, fields), f"{keys[2]}: 改一改"]
        return [f"{keys[0]}:", *_dashed(entry)]

    def _fields(self, model: type[Part], some: tuple[Shape, ...] | list[Shape]) -> list[str]:
        kept = [shape for shape in some if (model, shape.key) not in INSTEAD]
        return [line for shape in kept for line in self._field(model, shape)]

    def _field(self, model: type[Part], shape: Shape) -> list[str]:
        key = shape.label if self.chinese else shape.key
        info = model.model_fields[shape.attribute]
        needed = (model, shape.key) in NEEDED
        if self.empty and info.default is None and not needed:
            return [f"{key}:"]
        if shape.part is not None:
            if not shape.many:
                return [f"{key}:", *_indented(self._fields(shape.part, shapes(shape.part)))]
            entries = [
                [one for one in shapes(shape.part) if one.key not in left_out]
                for left_out in SEVERAL.get((model, shape.key), (frozenset(),))
            ]
            return [
                f"{key}:",
                *(line for one in entries for line in _dashed(self._fields(shape.part, one))),
            ]
        if (model, shape.key) in FIXED:
            return [f"{key}: {FIXED[model, shape.key]}"]
        if shape.attribute == "id":
            return [f"{key}: x{next(self._numbers)}"]
        value = self._value(shape, info.annotation, info.metadata, info.examples or ())
        return [f"{key}:", f"  - {value}"] if shape.many else [f"{key}: {value}"]

    def _value(self, shape: Shape, annotation: Any, metadata: list[Any], examples: Any) -> str:
        marks = [*metadata, *_marks(annotation)]
        choices = next((list(one) for one in marks if _is_choice(one)), None)
        if choices:
            usual = next((one.value for one in choices if one.value in examples), None)
            return str(choices[0].label) if self.chinese else usual or str(choices[-1].value)
        written = next((one for one in marks if isinstance(one, Written)), None)
        if self.awkward and isinstance(shape.marker, Text):
            return next(self._texts)
        if self.awkward and written in get_args(YesNo):
            return next(self._truths)
        given = examples or (written.examples if written else ("some-id",))
        return str(given[0]).strip("[]").partition(",")[0]


def _marks(annotation: Any) -> Iterator[Any]:
    """Everything that an annotation is made of."""
    yield annotation
    if get_origin(annotation) is not None:
        for inner in get_args(annotation):
            yield from _marks(inner)


def _is_choice(mark: Any) -> bool:
    return isinstance(mark, type) and issubclass(mark, Choice)


def _dashed(lines: list[str]) -> list[str]:
    return [f"  - {lines[0]}", *(f"    {line}" for line in lines[1:])]


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def _text(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
