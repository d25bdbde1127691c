"""XLSX: one question a row, under the columns that Chinese examination systems share."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

import xlsxwriter

from guifan.quiz.carriers._carrier import MARK, Carrier, Course
from guifan.quiz.carriers._tables import cell, is_risky
from guifan.quiz.carriers._told import amount, explanation, is_true, points, reasons
from guifan.quiz.item import FILLED, Form, Item, Level
from guifan.quiz.record import LETTERS, right_column

_KINDS = {
    Form.SINGLE: "单选题",
    Form.MULTIPLE: "多选题",
    Form.TRUE_FALSE: "判断题",
    Form.NUMERIC: "填空题",
    Form.FILL_IN: "填空题",
    Form.ORDERING: "排序题",
    Form.MATCHING: "匹配题",
    Form.SHORT_ANSWER: "简答题",
    Form.CASE_ANALYSIS: "简答题",
}
_HARD = {Level.REMEMBER: "易", Level.UNDERSTAND: "中", Level.APPLY: "难"}
_LEAST = 4


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its head, how wide it is, and what stands in it of a question."""

    head: str
    width: int
    value: Callable[[Course, Item], str | float]


def _pack(course: Course) -> Mapping[str, bytes]:
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, {"in_memory": True})
    book.set_properties({"title": course.title, "author": MARK, "created": datetime(1980, 1, 1)})
    sheet = book.add_worksheet("题库")
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True})
    for at, column in enumerate(_columns(course)):
        sheet.set_column(at, at, column.width, wrapped)
        sheet.write_string(0, at, column.head, bold)
        for row, item in enumerate(course.items, start=1):
            value = column.value(course, item)
            if isinstance(value, int | float):
                sheet.write_number(row, at, value)
            else:
                sheet.write_string(row, at, cell(value))
    sheet.freeze_panes(1, 0)
    book.close()
    with zipfile.ZipFile(memory) as written:
        return {name: written.read(name) for name in written.namelist()}


def _columns(course: Course) -> tuple[_Column, ...]:
    most = max((len(_options(item)) for item in course.items), default=0)
    options = tuple(_option(at) for at in range(max(most, _LEAST)))
    return (*_FIRST, *options, *_LAST, *PROFILES[course.profile])


def _option(at: int) -> _Column:
    return _Column(f"选项{LETTERS[at]}", 24, lambda _, item: (*_options(item), *_NO_MORE)[at])


_NO_MORE = ("",) * len(LETTERS)


def _options(item: Item) -> tuple[str, ...]:
    match item.model.form:
        case Form.SINGLE | Form.MULTIPLE | Form.ORDERING:
            return tuple(option.text.text for option in item.options)
        case Form.MATCHING:
            return tuple(option.text.text for option in right_column(item))
    return ()


def _stem(_: Course, item: Item) -> str:
    """The stem; of a matching with its left side, which has no columns of its own."""
    if item.model.form is not Form.MATCHING:
        return item.stem.text
    left = [f"({at}) {option.of}" for at, option in enumerate(item.options, start=1)]
    return "\n".join([item.stem.text, *left])


def _key(_: Course, item: Item) -> str:
    match item.model.form:
        case Form.TRUE_FALSE:
            return "正确" if is_true(item) else "错误"
        case Form.NUMERIC:
            return amount(item)
        case Form.FILL_IN:
            return item.options[0].text.text
        case Form.MATCHING:
            column = right_column(item)
            pairs = enumerate(item.options, start=1)
            return ";".join(f"{at}-{LETTERS[column.index(option)]}" for at, option in pairs)
        case Form.SHORT_ANSWER | Form.CASE_ANALYSIS:
            return "\n".join(points(item))
    return "".join(LETTERS[at] for at in item.key)


def _point(course: Course, item: Item) -> str:
    source = course.sources.get(item.clause.item)
    return source.title if source else ""


def _explained(course: Course, item: Item) -> str:
    names = [one.text.text for one in item.options] if item.model.form in FILLED else LETTERS
    more = (f"{names[at]}：{why}" for at, why in _reasons(item).items())
    return "\n".join([explanation(course, item), *more])


def _reasons(item: Item) -> dict[int, str]:
    return {} if item.model.form is Form.TRUE_FALSE else reasons(item)


_FIRST = (
    _Column("题型", 8, lambda _, item: _KINDS[item.model.form]),
    _Column("题干", 60, _stem),
)
_LAST = (
    _Column("答案", 10, _key),
    _Column("解析", 60, _explained),
    _Column("难度", 6, lambda _, item: _HARD[item.model.level]),
    _Column("知识点", 24, _point),
    _Column("分值", 6, lambda course, item: course.worth(item)),
)
_OURS = (
    _Column("题目编号", 36, lambda _, item: item.id),
    _Column("条款", 24, lambda _, item: item.clause.address),
    _Column("条款版本", 9, lambda _, item: item.clause.version),
    _Column("章", 16, lambda _, item: item.clause.chapter),
    _Column("岗位", 24, lambda _, item: "、".join(item.roles)),
    _Column("用时（秒）", 9, lambda _, item: item.model.seconds),
    _Column("指纹", 18, lambda _, item: item.hash),
)

PROFILES: Mapping[str, tuple[_Column, ...]] = MappingProxyType({"common": (), "full": _OURS})
"""What stands behind the columns that all share, by the profile's name."""


def _loses(course: Course, item: Item) -> Iterator[str]:
    if any(map(is_risky, (_stem(course, item), _key(course, item), *_options(item)))):
        yield "escaped"
    if item.model.form is Form.NUMERIC:
        yield "unit-apart"


CARRIER = Carrier("xlsx", ".xlsx", frozenset(Form), _pack, loses=_loses, weighs=True)
