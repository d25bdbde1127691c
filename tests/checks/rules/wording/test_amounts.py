"""One amount said twice: in brackets, in words and digits, in two units, written or cited."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.findings import Example

MANUAL = """\
--- standards/limits.yaml
kind: limit
items:
  - {{id: ten-days, title: 甲, within: 10 日, from: complaint-received, to: complaint-answered}}
  - {{id: ten-working, title: 乙, value: 10 个工作日, calendar: office}}
  - {{id: share, title: 丙, value: 85%}}
--- standards/terms.yaml
kind: term
id: told
title: 说法
means: {means}
"""


def found(means: str) -> list[tuple[str, object, object]]:
    report = run_example(Example(MANUAL.format(means=means)))
    codes = ("W07", "X04", "R01")
    return [
        (one.key, one.arguments.get("one"), one.arguments.get("other"))
        for one in report.findings
        if one.code in codes and one.subject != "manual"
    ]


@pytest.mark.parametrize(
    ("means", "expected"),
    [
        ("不少于百分之八十五（80%）", [("differ", "百分之八十五", "80%")]),
        ("不少于八十五%(80%)", [("differ", "八十五%", "80%")]),
        ("满一千元（即 1100 元）", [("differ", "一千元", "1100 元")]),
        ("满三个工作日（3 日）", [("units", "三个工作日", "3 日")]),
        ("不少于【share】（80%）", [("differ", "85%", "80%")]),
        ("满【ten-days】（【ten-working】）", [("units", "10 日", "10 个工作日")]),
        ("15 日内答复，办结要 15 个工作日", [("mixed", "15 日", "15 个工作日")]),
        ("满 2 小时上报，2 工作小时办好", [("mixed", "2 小时", "2 工作小时")]),
        ("一、85%（80%）。二、90%（95%）", [("differ", "85%", "80%"), ("differ", "90%", "95%")]),
    ],
)
def test_what_differs_is_found(means: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(means) == expected


@pytest.mark.parametrize(
    "means",
    [
        "不少于百分之八十五（85%）",
        "满六十分钟（1 小时）",
        "不少于【share】（85%）",
        "不少于 85%（去年 80%）",
        "不少于 85%（80%是去年的）",
        "扣 10%（100 元）",
        "满 3 日报告。满 3 个工作日办好",
        "3 日内报告，5 个工作日办好",
        "满【nowhere】（3 日）",
    ],
)
def test_what_agrees_or_is_not_the_same_is_left_alone(means: str) -> None:
    assert [one for one in found(means) if one[1] is not None] == []


STEP = """\
--- standards/procedure.yaml
kind: procedure
id: handling
title: 处理
about: 客户报障
steps:
  - id: go
    title: 上门
    do: 在三个工作日（3 日）内上门
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
"""


def test_what_should_be_cited_is_told_once() -> None:
    codes = [one.code for one in run_example(Example(STEP)).findings]
    assert "S22" in codes
    assert "W07" not in codes


SERVICE = """\
kind: service
id: loyal
title: 老用户优惠
sort: {sort}
about: 在网满 5 年的，免装机费
conditions: [近 12 个月没有欠费]
fee: 每月减 2 元
refusals: [不满 3 年的不减]
starts: 2026-01-01
ends: 2026-12-31
"""


@pytest.mark.parametrize(("sort", "lines"), [("policy", [5, 6, 7, 8]), ("promotion", [])])
def test_a_policy_cites_its_numbers_and_a_promotion_has_its_own(
    sort: str, lines: list[int]
) -> None:
    report = run_example(Example(SERVICE.format(sort=sort)))
    assert [one.position.line for one in report.findings if one.code == "S22"] == lines
