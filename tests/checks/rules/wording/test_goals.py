"""Goals: whole, of the metric's own measure, better than today, and not over before they begin."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.findings import Example

METRIC = """\
--- standards/metric.yaml
kind: metric
id: complaint-rate
title: 万户投诉率
means: 每万户里受理的投诉件数
family: responsiveness
formula: received / customers × 10000
variables:
  - {{id: received, title: 受理投诉件}}
  - {{id: customers, title: 用户数}}
unit: 件
direction: {direction}
target: 8 件
window: 自然月
every: 1 日
reported_by: service-department
"""
PROGRAMME = """\
--- standards/programme.yaml
kind: programme
id: fewer
title: 少一件
sort: {sort}
aim: {aim}
lead: service-department
activities:
  - {{id: ask, do: 问客户, by: service-department, due: 每月 5 日, result: 清单}}
"""
WHOLE = {
    "metric": "complaint-rate",
    "baseline": "10 件",
    "target": "8 件",
    "due": "2026-12-31",
    "by": "service-department",
}


def found(
    *goals: dict[str, str], sort: str = "improvement", aim: str = "少", direction: str = "down"
) -> list[str]:
    text = METRIC.format(direction=direction) + PROGRAMME.format(sort=sort, aim=aim)
    if goals:
        text += "goals:\n" + "".join(
            f"  - {{id: g{at}, " + ", ".join(f"{k}: {v}" for k, v in goal.items()) + "}\n"
            for at, goal in enumerate(goals)
        )
    report = run_example(Example(text))
    return [one.key for one in report.findings if one.code in ("W04", "X04")]


def test_a_whole_goal_is_in_order() -> None:
    assert found(WHOLE) == []


@pytest.mark.parametrize("name", list(WHOLE))
def test_whatever_is_not_said_is_missed(name: str) -> None:
    goal = {key: value for key, value in WHOLE.items() if key != name}
    assert found(goal) == ["unsaid"]


@pytest.mark.parametrize(
    ("changed", "direction", "expected"),
    [
        ({"target": "12 件"}, "down", ["no-better"]),
        ({"target": "10 件"}, "down", ["no-better"]),
        ({"target": "12 件"}, "up", []),
        ({"target": "8 件"}, "up", ["no-better"]),
        ({"target": "80%"}, "down", ["measure"]),
        ({"baseline": "12%"}, "down", ["measure"]),
        ({"due": "2025-12-31"}, "down", ["over"]),
        ({"due": "2025-12-31", "target": "11 件"}, "down", ["over", "no-better"]),
        ({"metric": "nowhere"}, "down", []),
        ({"target": "6–8 件"}, "down", []),
    ],
)
def test_a_goal_leads_forward(changed: dict[str, str], direction: str, expected: list[str]) -> None:
    assert sorted(found(WHOLE | changed, direction=direction)) == sorted(expected)


@pytest.mark.parametrize(
    ("sort", "aim", "expected"),
    [
        ("improvement", "把费用说清楚", ["none"]),
        ("campaign", "把费用说清楚", ["none"]),
        ("campaign", "让满意度显著提高", ["vague"]),
        ("review", "不断改进服务", ["vague"]),
        ("drill", "看人到没到齐", []),
        ("review", "看有没有明显的差错", []),
    ],
)
def test_who_sets_out_to_change_something_says_what(
    sort: str, aim: str, expected: list[str]
) -> None:
    assert found(sort=sort, aim=aim) == expected
    assert found(WHOLE, sort=sort, aim=aim) == []


def test_two_goals_with_faults_are_two_findings() -> None:
    assert found(WHOLE | {"target": "11 件"}, WHOLE, {"metric": "complaint-rate"}) == [
        "no-better",
        "unsaid",
    ]
