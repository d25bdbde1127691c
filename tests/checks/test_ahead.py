"""What is announced is judged today: every fault of a day to come is found, and said from when on.

The rules' own examples serve again: what is in order today and announced to become the bad example
is found as the bad example is; what is bad and announced to be mended is told once, today.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
import yaml

from guifan.checks.engine import Report
from guifan.checks.examples import DAY, SHARED, completed_sources
from guifan.checks.memory import Memory
from guifan.checks.reading import read_standards
from guifan.checks.rules import RULES
from guifan.checks.wording import beside
from guifan.findings import Example, Finding

Written = dict[str, Any]
COMES = date(2026, 6, 15)


def by_id(files: Mapping[str, str]) -> dict[str, tuple[str, Written]]:
    """The items of some files with their files and what their files' items share, by id."""
    found: dict[str, tuple[str, Written]] = {}
    for name, text in files.items():
        head = yaml.load(text, yaml.BaseLoader)
        items = head.pop("items", None)
        for item in [head] if items is None else [head | item for item in items]:
            found[item["id"]] = name, item
    return found


def turning(now: Example, then: Example) -> dict[str, str] | None:
    """The files of one example, announced to become those of another.

    Returns:
        None where no change of items that stay says so.
    """
    ones, others = by_id(now.plain), by_id(then.plain)
    if set(ones) != set(others) or any(name.startswith("before/") for name in now.plain):
        return None
    files: dict[str, str] = {}
    for at, (_, item) in enumerate(ones.values()):
        other = others[item["id"]][1]
        change = {key: value for key, value in other.items() if item.get(key) != value}
        if "kind" in change or "effective" in change or set(item) - set(other):
            return None
        if change:
            change = {"effective": str(COMES), "note": "改", "version": "2"} | change
        coming = {"next": [change]} if change else {}
        files[f"standards/example/{at}.yaml"] = yaml.safe_dump(
            item | coming, allow_unicode=True, sort_keys=False
        )
    return files


def checked(files: dict[str, str], memory: Memory | None = None) -> Report:
    return read_standards(*completed_sources(files), memory=memory).check(DAY)


def found(report: Report) -> list[Finding]:
    """What is found in the files, not in the base that they stand on."""
    return [one for one in report.findings if not one.position.file.startswith("standards/base/")]


def told(finding: Finding) -> list[str]:
    return [one.key for one in finding.related]


def turned() -> Iterator[tuple[str, dict[str, str]]]:
    """Rules that are asked again, each with its good example that is announced to turn bad."""
    for code, rule in RULES.items():
        if rule.check is None or rule.spans_time:
            continue
        files = turning(rule.good, rule.bad)
        if files and "next:" in "".join(files.values()):
            yield code, files


TURNED = dict(turned())

AS_WRITTEN = frozenset({"F08", "R01", "W01", "W05", "W06", "W07"})
"""Rules that read every text and reference as it is written, announced or not."""


LEFT_OUT = {
    "K12": "the mended metric supports no metric",
    "R10": "the mended post is given no data",
    "T10": "the mended limit has no calendar",
    "T19": "the mended limit explains nothing",
    "T20": "the mended procedure has no calendar",
}
"""Rules whose mended example leaves a field out, which no announcement can, and which field."""


def test_a_good_share_of_the_rules_can_be_shown_so() -> None:
    assert len(TURNED) > 60
    assert {code for code in TURNED if mended(code) is None} == set(LEFT_OUT)


def mended(code: str) -> dict[str, str] | None:
    """A rule's bad example that is announced to be mended."""
    return turning(RULES[code].bad, RULES[code].good)


@pytest.mark.parametrize("code", TURNED)
def test_what_is_announced_to_break_a_rule_is_found_today(code: str) -> None:
    report = checked(TURNED[code])
    assert {one.code for one in found(report)} == {code}
    assert code in AS_WRITTEN or all("then" in told(one) for one in found(report))
    remembered = checked(TURNED[code], Memory())
    assert remembered.findings == report.findings
    assert remembered.memory is not None
    assert checked(TURNED[code], remembered.memory).findings == report.findings


@pytest.mark.parametrize("code", [code for code in TURNED if code not in LEFT_OUT])
def test_what_is_announced_to_be_mended_is_said_once(code: str) -> None:
    files = mended(code)
    assert files is not None
    own = [one for one in found(checked(files)) if one.code == code]
    assert own
    assert not any("then" in told(one) for one in own)


SHORTER = """\
kind: limit
id: complaint-answer
title: 投诉答复
within: 5 个工作日
from: complaint-received
to: complaint-answered
calendar: office
next:
  - {effective: 2026-09-01, version: 2, note: 提速, within: 3 个工作日}
"""
HANDLING = """\
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
promise: complaint-answer
steps:
  - {id: look, title: 调查核实, do: 查清事实, lane: backstage, by: hotline-agent,
     accountable: shift-leader, within: 3 个工作日}
  - {id: answer, title: 答复客户, do: 把结果告诉客户, lane: backstage, by: hotline-agent,
     accountable: shift-leader, within: 1 个工作日}
"""
LIMIT, STEPS = "standards/limit.yaml", "standards/handling.yaml"


def test_a_fault_of_another_item_leads_to_the_change_that_makes_it() -> None:
    (one,) = found(checked({LIMIT: SHORTER, STEPS: HANDLING}))
    assert (one.code, one.position.file, one.position.line) == ("T03", LIMIT, 9 + len(SHARED))
    (then,) = [beside(one, each, "zh") for each in one.related if each.key == "then"]
    assert then == "2026 年 9 月 1 日起才这样，“投诉答复”从那天起变化"


def test_changes_of_one_day_are_judged_together() -> None:
    ready = "next:\n  - effective: {day}\n    version: 2\n    note: 提速\n    steps:\n"
    steps = HANDLING[HANDLING.index("  - {id: look") :].replace("3 个工作日", "2 个工作日")
    inner = "".join(f"    {line}\n" for line in steps.splitlines())
    with_it = HANDLING + ready.format(day="2026-09-01") + inner
    assert found(checked({LIMIT: SHORTER, STEPS: with_it})) == []
    a_day_late = HANDLING + ready.format(day="2026-09-02") + inner
    (one,) = found(checked({LIMIT: SHORTER, STEPS: a_day_late}))
    assert (one.code, one.position.file) == ("T03", LIMIT)


def test_nothing_is_proposed_for_what_is_right_today() -> None:
    """The modal suits the rule as it is; only the rule changes, and there the fault is."""
    norm = """\
kind: norm
id: reduce
title: 减免
binds: {roles: [hotline-agent]}
modal: must
rule: 班长应当减免
aspect: operational
result: process
dimension: responsiveness
check: [抽听录音]
next:
  - {effective: 2026-09-01, version: 2, note: 从严, rule: 班长不得减免}
"""
    report = checked({"standards/norm.yaml": norm})
    (one,) = [one for one in found(report) if one.code == "W03"]
    assert (one.position.line, one.suggestion) == (12 + len(SHARED), None)
