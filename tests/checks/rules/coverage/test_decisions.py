"""Decisions of procedures (C08): what has no way, what has two, and what is left alone."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.findings import Example

CLASS = """\
--- standards/class.yaml
kind: taxonomy
id: verdict
title: 认定
mece: {mece}
members:
  - {{id: ours, title: 我方}}
  - {{id: partner, title: 合作方, under: ours}}
  - {{id: system, title: 系统, under: ours}}
  - {{id: theirs, title: 对方}}
"""


def procedure(*steps: str) -> str:
    """Steps written ``id, key: value, …``; one line each."""
    lines = []
    for text in steps:
        name, _, rest = text.partition(", ")
        lines.append(
            f"  - {{id: {name}, title: 第{name}步, do: 办理, lane: backstage, by: hotline-agent,"
            f" accountable: shift-leader, {rest}}}\n"
        )
    head = "--- standards/way.yaml\nkind: procedure\nid: way\ntitle: 办理\nabout: 有人来\nsteps:\n"
    return head + "".join(lines)


def said(text: str) -> list[tuple[str, int]]:
    """What C08 says, each with its line below ``steps:``."""
    report = run_example(Example(text))
    assert [one.code for one in report.findings if one.code == "X04"] == []
    return [(one.key, one.position.line - 5) for one in report.findings if one.code == "C08"]


@pytest.mark.parametrize(
    ("branches", "keys"),
    [
        ("[{when: 是, to: b}, {when: 否, to: c}]", ["hole"]),
        ("[{when: 是, to: b}, {when: 否, to: c, otherwise: 是}]", []),
        ("[{when: 是, to: b}, {when: 否, to: c}], then: c", []),
        ("[{when: 都办, ends_with: 完, otherwise: 是}], then: b", []),
        ("[{when: 是, to: b}, {when: 否, otherwise: 是}], then: c", ["nothing"]),
        ("[{when: 是, to: b, ends_with: 完}, {when: 否, to: c, otherwise: 是}]", ["both"]),
        ("[{when: 是 Ａ, to: b}, {when: 是a, to: c, otherwise: 是}]", ["same"]),
        ("[{when: 是, to: b, otherwise: 是}, {when: 否, to: c, otherwise: 是}]", ["two-rests"]),
        ("[{when: 是, to: b}, {when: 是, to: c}, {when: 否}]", ["hole", "same", "nothing"]),
        # One way that goes on decides nothing; one that ends says with what result.
        ("[{when: 是, to: c, otherwise: 是}]", ["alone"]),
        ("[{when: 是, to: b, otherwise: 是}], then: c", []),
        ("[]", []),
    ],
)
def test_a_decision_gives_every_case_one_way(branches: str, keys: list[str]) -> None:
    found = said(procedure(f"a, branches: {branches}", "b, then: c", "c, system: null"))
    assert sorted(key for key, _ in found) == sorted(keys)
    assert {line for _, line in found} <= {1}


@pytest.mark.parametrize(
    ("cases", "keys"),
    [
        (["【verdict.ours】：有过错", "【verdict.theirs】"], []),
        (["【verdict.partner】或者【verdict.system】", "【verdict.theirs】"], []),
        (["【verdict.partner】", "【verdict.theirs】"], ["members"]),
        (["【verdict.ours】", "【verdict.ours】：金额大的"], ["members"]),
        (["【verdict.ours】", "【verdict.theirs】且金额大"], ["hole"]),
        (["【verdict.ours】", "【verdict.theirs】或别的"], ["hole"]),
        (["【verdict.ours】", "【verdict】"], ["hole"]),
        (["【verdict.ours】", "【?谁】"], ["hole"]),
    ],
)
def test_branches_by_the_members_of_a_class_take_all_of_them(
    cases: list[str], keys: list[str]
) -> None:
    branches = ", ".join(f"{{when: '{case}', ends_with: 完}}" for case in cases)
    text = procedure(f"a, branches: [{branches}]")
    assert [key for key, _ in said(text + CLASS.format(mece="是"))] == keys
    # A class whose members may overlap or leave something out decides nothing.
    assert [key for key, _ in said(text + CLASS.format(mece="否"))] == ["hole"]


def test_the_members_left_out_are_named_and_shown() -> None:
    text = procedure("a, branches: [{when: 【verdict.system】, ends_with: 完}]")
    (one,) = run_example(Example(text + CLASS.format(mece="是"))).findings
    assert (str(one.arguments["missing"]), len(one.related)) == ("合作方、对方", 2)


def test_a_step_is_not_lost_where_a_decision_lacks_the_way_to_it() -> None:
    lacking = "a, branches: [{when: 是, to: c}, {when: 否}]"
    assert [key for key, _ in said(procedure(lacking, "b, then: c", "c, wait: 1 小时"))] == [
        "hole",
        "nothing",
    ]


ONE = "branches: [{when: 是, to: c}, {when: 否, ends_with: 完, otherwise: 是}]"


@pytest.mark.parametrize(
    ("steps", "lines"),
    [
        ([f"a, {ONE}", "b, wait: 1 小时", "c, wait: 1 小时"], [2]),
        (["a, then: d", "b, then: c", "c, then: d", "d, wait: 1 小时"], [2]),
        ([f"a, {ONE}", "b, repeat: {to: b, when: 重来, max: 1 次}", "c, wait: 1 小时"], [2]),
        (
            [
                "a, parallel: {steps: [b, c], join: all, then: d}",
                "b, wait: 1 小时",
                "c, wait: 1 小时",
                "e, wait: 1 小时",
                "d, wait: 1 小时",
            ],
            [4],
        ),
        (["a, then: b", "b, wait: 1 小时"], []),
        # What leads nowhere or back is said by the rules of references and of ways back.
        (["a, then: nowhere", "b, wait: 1 小时"], []),
        (["a, wait: 1 小时", "b, then: a", "c, wait: 1 小时"], []),
    ],
)
def test_a_step_that_no_way_leads_to_is_said_once(steps: list[str], lines: list[int]) -> None:
    assert said(procedure(*steps)) == [("unreached", line) for line in lines]
