"""Reports to authorities, over a small playbook: whose clock, from when, how late, by whom."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example, written
from guifan.checks.rules import RULES
from guifan.checks.wording import message
from guifan.findings import Example, Finding, Severity

GOOD = RULES["E06"].good.text
OTHER = """\
--- standards/other.yaml
kind: regulation
id: cyber-rules
title: 网络安全事件报告办法
short: 网络安全事件报告办法
issuer: 主管部门
about: 网络攻击多久报告
editions:
  - {id: first, title: 公布, effective: 2025-11-01}
articles:
  - {id: article-4, number: 第四条, edition: first, says: 四小时内报告, verification: V1}
floors:
  - id: others-4h
    title: 事件报告
    article: article-4
    measure: maximum
    value: 4 小时
    from: emergency-found
    starts: instant
    verification: V1
"""
CONFIRMED = """\
--- standards/confirmed.yaml
kind: event
id: emergency-confirmed
title: 突发事件确认
happens: 查实的时刻
evidence: 值班日志
"""
WRITES = """\
--- standards/message.yaml
kind: message
id: first-report
title: 首报
form: template
to: regulator
situation: 第一次报告
says: 一片地区通信中断。
"""
ON_CALL = """\
--- standards/rota.yaml
kind: rota
id: duty
title: 值班
regime: flexible
shifts:
  - {id: leader, title: 班长, hours: HOURS, role: shift-leader, headcount: 1 人, on_call: 是}
  - {id: agent, title: 客服, hours: HOURS, role: hotline-agent, headcount: 1 人, on_call: 是}
staff: 9 人
overlap: 15 分钟
"""


def found(text: str, *codes: str) -> list[Finding]:
    findings = run_example(Example(text)).findings
    assert not [one for one in findings if one.code[0] in "SX"]
    return [one for one in findings if one.code in (codes or ("E06",))]


def keys(text: str) -> list[str]:
    return [one.key for one in found(text)]


def within(value: str) -> str:
    return GOOD.replace("within: 2 小时", f"within: {value}")


@pytest.mark.parametrize(
    ("value", "expected"),
    [("4 小时", []), ("240 分钟", []), ("241 分钟", ["late"]), ("1 日", ["late"])],
)
def test_a_report_may_take_what_the_law_gives(value: str, expected: list[str]) -> None:
    assert keys(within(value)) == expected


def test_a_figure_still_to_be_checked_only_warns() -> None:
    text = within("5 小时").replace(
        "starts: instant\n    verification: V1", "starts: instant\n    verification: MEM"
    )
    [one] = found(text)
    assert one.severity is Severity.WARNING


def test_a_day_that_runs_from_the_instant_is_twenty_four_hours() -> None:
    law = within("1 日").replace("value: 4 小时", "value: 1 日")
    # What takes until the end of the next day takes longer than twenty-four hours.
    assert keys(law) == ["late"]
    assert keys(law.replace("within: 1 日", "within: 24 小时")) == []
    assert keys(law.replace("starts: instant", "starts: next-day")) == []


def test_each_event_is_reported_by_its_own_instrument() -> None:
    text = GOOD.replace("floor: outage-rules.oral-4h", "floor: cyber-rules.others-4h") + OTHER
    [one] = found(text)
    assert one.key == "other-instrument"
    assert "网络运行监督办法" in message(one, "zh")


def test_a_report_that_names_no_floor_keeps_those_of_its_instrument() -> None:
    bare = GOOD.replace("    floor: outage-rules.oral-4h\n", "")
    assert keys(bare) == []
    assert keys(bare.replace("within: 2 小时", "within: 5 小时")) == ["unnamed"]
    assert keys(bare.replace("within: 2 小时", "within: 1 日")) == ["unnamed"]
    unsorted = bare.replace("    what: outage\n", "").replace("within: 2 小时", "within: 5 小时")
    assert keys(unsorted) == []


def test_the_clock_runs_from_the_discovery_not_from_the_confirmation() -> None:
    text = GOOD.replace("from: emergency-found\ncontacts", "from: emergency-confirmed\ncontacts")
    [one] = found(text + CONFIRMED)
    assert one.key == "other-start"
    line = dict(written(Example(text)).files)[one.position.file].split("\n")[one.position.line - 1]
    assert line == "from: emergency-confirmed"
    assert "突发事件确认" in message(one, "zh")


def test_a_floor_that_is_no_time_bounds_no_report() -> None:
    law = GOOD.replace("value: 4 小时", "value: 5000 户").replace(
        "measure: maximum", "measure: threshold"
    )
    assert keys(law) == ["no-clock"]


def test_who_writes_to_the_authority_does_so_before_the_report_is_due() -> None:
    action = "{id: declare, do: 宣布响应, accountable: shift-leader}"
    late = "{id: write, do: 发首报, at: 3 小时, accountable: shift-leader, message: first-report}"
    text = GOOD.replace(f"  - {action}\n", f"  - {action}\n  - {late}\n") + WRITES
    assert keys(text) == ["draft"]
    assert keys(text.replace("at: 3 小时", "at: 2 小时")) == []
    assert keys(text.replace("accountable: shift-leader, m", "accountable: hotline-agent, m")) == []


def test_somebody_makes_the_report_at_any_hour() -> None:
    always = ON_CALL.replace("HOURS", "每天 00:00–24:00")
    assert found(GOOD + always, "E06", "C05") == []
    # The leader declares the response too: that nobody is there by day is told once, by C05.
    days = ON_CALL.replace("HOURS", "每天 08:00–20:00")
    assert [one.code for one in found(GOOD + days, "E06", "C05")][:1] == ["C05"]
    assert keys(GOOD + days) == []


def test_a_post_that_only_reports_is_missed_by_the_report() -> None:
    clerk = (
        "--- standards/clerk.yaml\nkind: role\nid: report-clerk\ntitle: 报告员\n"
        "unit: service-department\nrank: 1\nmission: 按时报告\nduties: [报告]\n"
    )
    text = GOOD.replace("    by: shift-leader", "    by: report-clerk") + clerk
    [one] = found(text + ON_CALL.replace("HOURS", "每天 00:00–24:00"))
    assert one.key == "unmade"
    assert "报告员" in message(one, "zh")
