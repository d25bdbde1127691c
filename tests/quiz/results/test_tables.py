"""Tables as platforms and people write them, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from guifan.quiz.results.faults import Faults
from guifan.quiz.results.tables import responses, scored, verdict

if TYPE_CHECKING:
    from guifan.quiz.results.response import Response

KNOWN = {"limit-value.one", "limit-value.two"}


def read(*rows: list[str]) -> tuple[list[Response], list[tuple[str, int, str, int]]]:
    faults = Faults()
    found = list(responses("a.csv", enumerate(rows, start=1), KNOWN, faults))
    return found, [(one.key, one.row, one.about, one.count) for one in faults]


def test_what_a_learning_platform_gives() -> None:
    heads = ["id", "Learner ID", "Item_ID", "Response", "Score", "Time"]
    found, faults = read(heads, ["r1", "u7", "limit-value.one", "A", "1", "2026-06-01"])
    assert faults == []
    (one,) = found
    assert (one.row, one.record, one.learner, one.item) == (2, "r1", "u7", "limit-value.one")
    assert (one.answer, one.right, one.at) == ("A", True, "2026-06-01")


def test_what_the_practice_page_gives() -> None:
    heads = ["时间", "姓名或工号", "岗位", "题号", "条款", "条款版本"]
    heads += ["题型", "题目", "作答", "对错", "用时（秒）"]
    row = [
        "2026-06-01",
        "张三",
        "clerk",
        "limit-value.one",
        "one",
        "3",
        "single",
        "?",
        "'-1",
        "错",
        "5",
    ]
    (one,), faults = read(heads, row)
    assert faults == []
    assert (one.learner, one.role, one.version, one.answer, one.right) == (
        "张三",
        "clerk",
        3,
        "-1",
        False,
    )


def test_a_row_for_each_person() -> None:
    heads = ["工号", "姓名", "limit-value.one", "limit-value.two", "备注"]
    found, faults = read(heads, ["7", "张三", "B", "√", "迟到"], ["8", "李四", "", "×", ""])
    assert faults == []
    assert [(one.learner, one.item, one.answer, one.right) for one in found] == [
        ("7", "limit-value.one", "B", None),
        ("7", "limit-value.two", None, True),
        ("8", "limit-value.two", None, False),
    ]


@pytest.mark.parametrize("name", ["满分", "Full marks"])
def test_a_row_says_what_questions_are_worth(name: str) -> None:
    heads = ["工号", "limit-value.one", "limit-value.two"]
    found, faults = read(heads, [name, "2", "3"], ["7", "2", "2"], ["8", "0", "3"])
    assert [(one.learner, one.item[-3:], one.right) for one in found] == [
        ("7", "one", True),
        ("7", "two", False),
        ("8", "one", False),
        ("8", "two", True),
    ]
    assert not faults


def test_missing_columns_are_named_and_nothing_is_read() -> None:
    assert read(["姓名", "总分"], ["张三", "90"]) == (
        [],
        [("wrong-columns", 1, "题目编号", 1), ("wrong-columns", 1, "作答 / 对错 / 得分", 1)],
    )


def test_formulas_and_broken_text_are_left_out_and_the_rest_is_read() -> None:
    heads = ["工号", "题号", "作答"]
    rows = [["1", "limit-value.one", "A"], ["=1+1", "limit-value.one", "A"]]
    rows += [["@x", "limit-value.one", "A"], ["张\ufffd", "limit-value.one", "A"], ["", "", ""]]
    rows += [["2", "limit-value.one", "-3"]]
    found, faults = read(heads, *rows)
    assert [one.row for one in found] == [2, 7]
    assert faults == [("formula", 3, "=1+1", 1), ("formula", 4, "@x", 1), ("encoding", 5, "", 1)]


@pytest.mark.parametrize(
    ("score", "full", "right"),
    [
        ("1", "", True),
        ("0", "", False),
        ("0.5", "", False),
        ("2", "2", True),
        ("1", "2", False),
        ("2", "", None),
        ("100%", "", True),
        ("很好", "", None),
        ("", "", None),
        ("-1", "", None),
    ],
)
def test_marks_are_right_only_when_full(score: str, full: str, right: bool | None) -> None:
    assert scored(score, full) is right


@pytest.mark.parametrize(("text", "right"), [("正确", True), ("Wrong", False), ("3", None)])
def test_verdicts(text: str, right: bool | None) -> None:
    assert verdict(text) is right


def test_alike_faults_are_one_that_counts_and_never_too_many() -> None:
    faults = Faults()
    for row in range(2, 1000):
        faults.add("unknown-item", "a.csv", row, f"id-{row % 100}")
    found = list(faults)
    assert len(found) == 21
    assert sum(one.count for one in found) == 998
    assert all("。" in one.say("zh") and one.say("en") for one in found)
