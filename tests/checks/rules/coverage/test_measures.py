"""What is measured (C04, C09, C10, C15): dimensions, surveys, fail points, scorecards."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.findings import Example

CELLS = [
    f"{aspect}, {result}"
    for aspect in ("operational", "behavioural")
    for result in ("process", "outcome")
]
"""The four cells of a dimension."""


def keys(code: str, *files: str) -> list[str]:
    report = run_example(Example("".join(files)))
    assert [one.code for one in report.findings if one.code == "X04"] == []
    return [one.key for one in report.findings if one.code == code]


def norm(cell: str = CELLS[0], more: str = "", name: str = "norm") -> str:
    aspect, result = cell.split(", ")
    return (
        f"--- standards/{name}.yaml\nkind: norm\nid: {name}\ntitle: {name}\nrule: 应当办好。\n"
        f"modal: must\nbinds: {{roles: [hotline-agent]}}\naspect: {aspect}\nresult: {result}\n"
        f"dimension: reliability\ncheck: [抽查]\n{more}\n"
    )


# C04


def dimensions(absences: str = "[]") -> str:
    return (
        "--- standards/dimensions.yaml\nkind: taxonomy\nid: service-dimension\ntitle: 维度\n"
        f"members: [{{id: reliability, title: 可靠, absences: {absences}}}]\n"
    )


def absent(cell: str) -> str:
    aspect, result = cell.split(", ")
    return f"{{aspect: {aspect}, result: {result}, why: 不需要}}"


def norms(*cells: str) -> str:
    return "".join(norm(cell, name=f"norm-{at}") for at, cell in enumerate(cells))


def test_every_cell_of_a_dimension_has_a_norm_or_a_reason() -> None:
    assert keys("C04", dimensions(), norms(*CELLS)) == []
    for cell in CELLS:
        rest = [one for one in CELLS if one != cell]
        assert keys("C04", dimensions(), norms(*rest)) == ["empty"]
        assert keys("C04", dimensions(f"[{absent(cell)}]"), norms(*rest)) == []
    reasons = ", ".join(map(absent, CELLS[1:]))
    assert keys("C04", dimensions(f"[{reasons}]"), norms(CELLS[0])) == []
    assert keys("C04", dimensions(), norms(CELLS[0])) == ["empty"]


def test_a_reason_for_nothing_is_said() -> None:
    assert keys("C04", dimensions(f"[{absent(CELLS[2])}]"), norms(*CELLS)) == ["needless"]
    stub = absent(CELLS[2]).replace("不需要", "无")
    others = norms(*(one for one in CELLS if one != CELLS[2]))
    assert keys("C04", dimensions(f"[{stub}]"), others) == ["no-reason"]


def test_a_manual_without_norms_has_no_empty_cells() -> None:
    assert keys("C04", dimensions()) == []


def test_the_empty_cells_are_named() -> None:
    report = run_example(Example(dimensions() + norms(*CELLS[:2])))
    (one,) = (one for one in report.findings if one.code == "C04")
    assert one.arguments["cells"].say("zh") == "行为·过程、行为·成果"  # type: ignore[attr-defined]


# C09


def survey(question: str, sort: str = "survey") -> str:
    return (
        f"--- standards/survey.yaml\nkind: programme\nid: survey\ntitle: 调查\nsort: {sort}\n"
        "aim: 听客户怎么说\nevery: 3 个月\nlead: shift-leader\nactivities: []\n"
        f"questions: [{{id: one, asks: 满意吗{question}}}]\n"
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("", ["question"]),
        (", dimension: reliability", []),
        (", overall: 是", []),
        (", overall: 是, dimension: reliability", ["both"]),
        (", dimension: nowhere", []),
    ],
)
def test_a_question_asks_about_one_dimension_or_about_all(
    question: str, expected: list[str]
) -> None:
    assert keys("C09", survey(question)) == expected
    assert keys("C09", survey(question, "visit")) == []


def test_rows_are_of_a_dimension_where_competitors_are_compared() -> None:
    rows = "rows: [{id: a, title: 甲}, {id: b, title: 乙}]\ncolumns: []\ncells: []\n"
    head = "--- standards/matrix.yaml\nkind: matrix\nid: matrix\ntitle: 对比\nabout: 比一比\n"
    assert keys("C09", head, "sort: benchmark\n", rows) == ["row", "row"]
    assert keys("C09", head, "sort: weights\n", rows) == []
    assert keys("C09", head, rows) == []


# C10


def procedure(fails: str, *points: str) -> str:
    lines = "".join(
        f"  - {{id: p{at}, title: 失误{at}, owner: shift-leader, {one}}}\n"
        for at, one in enumerate(points)
    )
    return (
        "--- standards/way.yaml\nkind: procedure\nid: way\ntitle: 办理\nabout: 有人来\nsteps:\n"
        "  - {id: a, title: 办理, do: 办理, lane: backstage, by: hotline-agent,"
        f" accountable: shift-leader, fails: {fails}}}\nfail_points:\n{lines or '  []'}\n"
    )


SAID = "prevention: 甲, detection: 乙, recovery: 丙"
WATCHED = f"{SAID}, metric: nowhere"


@pytest.mark.parametrize(
    ("fails", "points", "expected"),
    [
        ("[p0]", [WATCHED], []),
        ("[p0]", [SAID], ["unwatched"]),
        ("[]", [WATCHED], ["unnamed"]),
        ("[p0]", [SAID, SAID], ["unwatched", "unwatched", "unnamed"]),
        ("[p1]", [], []),
        ("[p0]", [WATCHED.replace("乙", "甲。")], ["copied"]),
        ("[p0]", [WATCHED.replace("乙", "甲").replace("丙", "甲")], ["copied", "copied"]),
        ("[p0]", [WATCHED.replace("乙", "无")], ["stub"]),
        ("[p0]", [WATCHED.replace("乙", "（暂无）").replace("丙", "无。")], ["stub", "stub"]),
        ("[p0]", [WATCHED.replace("乙", "无人接时屏幕变红")], []),
    ],
)
def test_a_fail_point_is_watched_and_stands_at_a_step(
    fails: str, points: list[str], expected: list[str]
) -> None:
    assert sorted(keys("C10", procedure(fails, *points))) == sorted(expected)


# C15


def card(*items: str, name: str = "card") -> str:
    lines = "".join(
        f"  - {{id: c{at}, title: 项目{at}, points: 5, how: 看, {one}}}\n"
        for at, one in enumerate(items)
    )
    return (
        f"--- standards/{name}.yaml\nkind: inspection\nid: {name}\ntitle: {name}\n"
        f"roles: [hotline-agent]\nsample: 抽\npass_mark: 85 分\ncriteria:\n{lines or '  []'}\n"
        "calibration: 每月\nappeal: 复评\n"
    )


@pytest.mark.parametrize(
    ("more", "items", "expected"),
    [
        ("scored: 是", ["norm: norm"], []),
        ("scored: 是", [], ["nowhere"]),
        ("scored: 是", ["norm: nowhere"], ["nowhere"]),
        ("scored: 是", ["norm: norm", "fatal: 是"], ["no-norm"]),
        ("scored: 是", ["fatal: 否"], ["no-norm"]),
        ("scored: 是\nred_line: 是", ["norm: norm, fatal: 是"], []),
        ("scored: 是\nred_line: 是", ["norm: norm"], ["not-fatal"]),
        ("scored: 是", ["norm: norm, fatal: 是"], ["not-red"]),
        ("", ["norm: norm", "norm: norm"], ["unscored"]),
        ("scored: 否", ["norm: norm"], ["unscored"]),
        ("", [], []),
    ],
)
def test_what_is_scored_stands_on_a_card_and_the_reverse(
    more: str, items: list[str], expected: list[str]
) -> None:
    assert keys("C15", norm(more=more), card(*items)) == expected


def test_a_norm_may_stand_on_several_cards_and_is_said_once() -> None:
    both = card("norm: norm"), card("norm: norm", name="other")
    assert keys("C15", norm(more="scored: 是"), *both) == []
    assert keys("C15", norm(), *both) == ["unscored"]
