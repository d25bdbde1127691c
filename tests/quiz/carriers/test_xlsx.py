"""XLSX, read back by openpyxl: the columns, the key of each row, and no cell that is a formula."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from carried import carried, false, holds, in_order, number, pairs, true, written
from openpyxl import load_workbook

from guifan.quiz.item import Form

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.quiz.carriers import Course
    from guifan.quiz.item import Item

RISKY = ("=", "+", "-", "@", "\t", "\r")
KINDS = {
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


def rows(course: Course, folder: Path) -> list[dict[str, Any]]:
    sheet = load_workbook(written("xlsx", course, folder)).worksheets[0]
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


def test_the_columns_are_the_common_ones(course: Course, tmp_path: Path) -> None:
    head = list(rows(course, tmp_path)[0])
    options = [name for name in head if name.startswith("选项")]
    assert options == [f"选项{letter}" for letter in "ABCDEFGH"[: len(options)]]
    assert head == ["题型", "题干", *options, "答案", "解析", "难度", "知识点", "分值"]


def test_the_key_is_what_the_corpus_makes_true(course: Course, tmp_path: Path) -> None:
    found = rows(course, tmp_path)
    assert len(found) == len(course.items)
    for row, item in zip(found, course.items, strict=True):
        assert row["题型"] == KINDS[item.model.form]
        check(row, item)
        assert row["分值"] == 1


def check(row: dict[str, Any], item: Item) -> None:
    options = {
        name.removeprefix("选项"): bare(value)
        for name, value in row.items()
        if name.startswith("选项") and value
    }
    key = str(row["答案"])
    match item.model.form:
        case Form.SINGLE | Form.MULTIPLE:
            assert {options[letter] for letter in key} == true(item)
            assert {text for letter, text in options.items() if letter not in key} == false(item)
        case Form.TRUE_FALSE:
            assert key == ("正确" if holds(item) else "错误")
        case Form.NUMERIC:
            assert float(key) == number(item)
        case Form.FILL_IN:
            assert {key} == true(item)
        case Form.ORDERING:
            assert [options[letter] for letter in key] == in_order(item)
        case Form.MATCHING:
            stem = bare(row["题干"])
            left = dict(line[1:].split(") ", 1) for line in stem.split("\n") if line[:1] == "(")
            chosen = dict(pair.split("-") for pair in key.split(";"))
            assert {left[at]: options[letter] for at, letter in chosen.items()} == pairs(item)
        case Form.SHORT_ANSWER | Form.CASE_ANALYSIS:
            assert bare(key).split("\n") == [option.text.text for option in item.options]


def bare(text: str) -> str:
    return text.removeprefix("'")


def test_no_cell_is_a_formula(course: Course, tmp_path: Path) -> None:
    sheet = load_workbook(written("xlsx", course, tmp_path)).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    texts = [cell.value for cell in cells if isinstance(cell.value, str)]
    assert not [text for text in texts if text.startswith(RISKY)]
    assert any(text.startswith("'=") for text in texts)
    escaped = {loss.item for loss in carried("xlsx", course).losses if loss.reason == "escaped"}
    assert escaped == {item.id for item in course.items if item.id.startswith("upset.")}


def test_the_full_columns_name_item_and_clause(course: Course, tmp_path: Path) -> None:
    for row, item in zip(
        rows(replace(course, profile="full"), tmp_path), course.items, strict=True
    ):
        named = row["题目编号"], row["条款"], row["条款版本"], row["指纹"]
        assert named == (item.id, item.clause.address, item.clause.version, item.hash)
