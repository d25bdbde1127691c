"""The rungs of a ladder against its limit and against the rotas."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.checks.rules import RULES
from guifan.findings import Example

GOOD = RULES["T21"].good.text
DUTY = """\
--- standards/rota.yaml
kind: rota
id: duty
title: 值班
regime: flexible
shifts:
  - id: leader
    title: 班长
    hours: 每天 08:30–17:30
    role: shift-leader
    headcount: 1 人
    on_call: 是
  - {id: agent, title: 客服, hours: 7×24, role: hotline-agent, headcount: 1 人, on_call: 是}
staff: 9 人
overlap: 15 分钟
"""


def keys(text: str) -> list[str]:
    findings = run_example(Example(text)).findings
    assert not [one for one in findings if one.code[0] in "SX"]
    return [one.key for one in findings if one.code == "T21"]


def supervised(after: str) -> str:
    return GOOD.replace("after: 2 个工作日", f"after: {after}")


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("2 个工作日", []),
        ("3 个工作日", ["late"]),
        ("4 个工作日", ["late"]),
        # A complaint that comes on Monday at midnight is due on Thursday at 17:30: 65.5 hours
        # later, of which 27 are worked.
        ("65 小时", []),
        ("66 小时", ["late"]),
        ("26 工作小时", []),
        ("27 工作小时", ["late"]),
    ],
)
def test_a_rung_comes_before_the_limit_ends(after: str, expected: list[str]) -> None:
    assert keys(supervised(after)) == expected


def hurried(within: str) -> str:
    return GOOD.replace("within: 3 个工作日", f"within: {within}")


def test_several_rungs_after_a_limit_are_one_fault_of_the_limit() -> None:
    assert keys(hurried("2 个工作日")) == ["late"]
    (only,) = (one for one in run_example(Example(hurried("1 个工作日"))).findings)
    assert (only.code, only.key, only.arguments["count"]) == ("T21", "several", 2)
    assert only.position.file == "standards/limits.yaml"
    # Both rungs, and where the ladder says which limit it guards.
    assert [one.position.file for one in only.related].count("standards/ladder.yaml") == 3


PROCEDURE = """\
--- standards/way.yaml
kind: procedure
id: way
title: 办理
about: 有人来
starts: complaint-received
promise: complaint-answer
steps:
  - {id: one, title: 办, do: 办, lane: backstage, by: hotline-agent, accountable: shift-leader,
     within: 9 工作小时}
  - {id: two, title: 复, do: 复, lane: backstage, by: hotline-agent, accountable: shift-leader,
     within: 9 工作小时}
"""


def test_what_steps_show_as_well_is_one_fault_of_the_limit() -> None:
    assert run_example(Example(hurried("3 个工作日") + PROCEDURE)).findings == ()
    for within in ("1 个工作日", "2 工作小时"):
        (only,) = run_example(Example(hurried(within) + PROCEDURE)).findings
        assert (only.code, only.position.file) == ("T03", "standards/limits.yaml")
        cited = [one.position.file for one in only.related]
        assert cited.count("standards/ladder.yaml") == 2
        assert "standards/way.yaml" in cited


def test_one_that_counts_from_another_event_is_no_guard_of_the_limit() -> None:
    other = supervised("9 个工作日").replace(
        "of: complaint-answer\nfrom: complaint-received",
        "of: complaint-answer\nfrom: complaint-answered",
    )
    assert keys(other) == ["apart"]


def test_working_time_asks_for_somebody_in_working_hours() -> None:
    assert keys(supervised("2 个工作日") + DUTY) == []
    late = DUTY.replace("每天 08:30–17:30", "每天 09:00–17:30")
    assert keys(supervised("2 个工作日") + late) == ["unheard"]


def test_hours_on_the_wall_ask_for_somebody_at_night() -> None:
    assert keys(supervised("10 小时") + DUTY) == ["unheard"]
    assert keys(supervised("10 小时") + DUTY.replace("每天 08:30–17:30", "7×24")) == []


def test_a_deputy_who_is_there_is_enough() -> None:
    leader = (
        "--- standards/leader.yaml\nkind: role\nid: shift-leader\ntitle: 班长\n"
        "unit: service-department\nrank: 2\nmission: 让当班顺畅\nduties: [指导]\n"
        "deputies: [hotline-agent]\n"
    )
    assert keys(supervised("10 小时") + DUTY + leader) == []
