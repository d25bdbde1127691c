"""Where T02, T03 and T20 lead: to the one step that is too long by itself, else to the promise."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.checks.rules import RULES
from guifan.findings import Example

LIMITS = """\
--- standards/limits.yaml
kind: limit
items:
  - {id: answer, title: 答复, within: 72 小时, from: complaint-received, to: complaint-answered}
  - {id: look, title: 查看, within: 48 小时, from: complaint-received, to: complaint-answered}
"""


def handling(*steps: str, limits: str = "[]") -> str:
    listed = "".join(
        f"  - {{id: s{at}, title: 第{at}步, do: 办, lane: backstage, by: hotline-agent,"
        f" accountable: shift-leader, {step}}}\n"
        for at, step in enumerate(steps)
    )
    return (
        "--- standards/way.yaml\nkind: procedure\nid: way\ntitle: 办理\nabout: 有人来\n"
        f"starts: complaint-received\npromise: answer\nlimits: {limits}\nsteps:\n{listed}"
    )


def found(text: str) -> list[tuple[str, str, int]]:
    report = run_example(Example(LIMITS + text))
    return [
        (one.code, one.position.file[10:-5], one.position.line)
        for one in report.findings
        if one.code in ("T02", "T03", "T20", "X04")
    ]


PROMISE, FIRST, SECOND = 6, 9, 10
"""Lines of the procedure."""


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (("within: 24 小时", "within: 48 小时"), []),
        # Together too long: the promise. One too long by itself: that one.
        (("within: 48 小时", "within: 48 小时"), [("T03", "way", PROMISE)]),
        (("within: 24 小时", "within: 96 小时"), [("T03", "way", SECOND)]),
        (("within: 96 小时", "within: 24 小时"), [("T03", "way", FIRST)]),
        # Where each is too long, the promise is too short.
        (("within: 96 小时", "within: 120 小时"), [("T03", "way", PROMISE)]),
        (("within: 24 小时", "wait: 96 小时, within: 24 小时"), [("T02", "way", SECOND)]),
        (("wait: 48 小时, within: 24 小时", "wait: 48 小时"), [("T02", "way", PROMISE)]),
        # The time of the step may stand in a limit of its own.
        (("limit: long", "within: 24 小时"), [("T03", "long", 4)]),
    ],
)
def test_one_step_that_is_too_long_by_itself_leads(
    steps: tuple[str, ...], expected: list[tuple[str, str, int]]
) -> None:
    own = "--- standards/long.yaml\nkind: limit\nid: long\ntitle: 长\nwithin: 120 小时\n"
    own += "from: complaint-received\nto: complaint-answered\n"
    assert found(own + handling(*steps)) == expected


def test_of_several_times_of_the_step_the_longest_leads() -> None:
    report = run_example(
        Example(LIMITS + handling("within: 24 小时, handover: 1 小时, wait: 120 小时"))
    )
    (one,) = (one for one in report.findings if one.code == "T02")
    assert one.position.end_column - one.position.column == len("120 小时")


def test_a_step_that_breaks_two_limits_is_told_once_with_both() -> None:
    text = handling("within: 120 小时, ends: complaint-answered", limits="[look]")
    report = run_example(Example(LIMITS + text))
    (one,) = (one for one in report.findings if one.code in ("T02", "T03"))
    assert (one.code, one.position.line) == ("T03", FIRST)
    lines = {(each.position.file[10:-5], each.position.line) for each in one.related}
    assert lines == {("way", PROMISE), ("way", 7), ("limits", 3), ("limits", 4)}


def test_the_law_is_broken_by_the_step_that_is_longer_than_it_allows() -> None:
    lines = RULES["T20"].bad.text.splitlines(keepends=True)
    bad = "".join(line for line in lines if line.strip(" ^\n"))
    # The others stay short even over the longest holiday.
    text = bad.replace("within: 2 个工作日", "within: 1 工作小时")
    text = text.replace("within: 5 个工作日", "within: 30 个工作日")
    report = run_example(Example(text))
    (one,) = (one for one in report.findings if one.code == "T20")
    file = bad.split("--- standards/handling.yaml\n")[1].splitlines()
    assert file[one.position.line - 1].strip().startswith("within: 5")


ORDERED = """\
--- standards/seen.yaml
kind: event
id: complaint-seen
title: 看过
happens: 看过的时刻
evidence: 工单
--- standards/limits.yaml
kind: limit
items:
  - {id: answer, title: 结果, within: ANSWER, from: complaint-received, to: complaint-answered}
  - {id: look, title: 看一看, within: 24 小时, from: complaint-received, to: complaint-seen}
"""


def test_a_limit_that_is_due_before_an_earlier_one_too_is_to_blame() -> None:
    steps = ("within: 20 小时, ends: complaint-seen", "within: 20 小时, ends: complaint-answered")
    for within, expected in (("40 小时", []), ("12 小时", [("T03", "answer")])):
        text = ORDERED.replace("ANSWER", within) + handling(*steps)
        findings = run_example(Example(text)).findings
        hits = [one for one in findings if one.code in ("T02", "T03", "T10", "X04")]
        assert [(one.code, one.subject) for one in hits] == expected
        assert all("standards/way.yaml" in {r.position.file for r in one.related} for one in hits)


def test_a_limit_that_some_break_by_waiting_and_others_by_working_is_one_fault() -> None:
    working = handling("within: 48 小时", "within: 48 小时")
    waiting = handling("wait: 48 小时, within: 24 小时", "wait: 48 小时")
    other = waiting.replace("way.yaml", "other.yaml").replace("id: way", "id: other")
    assert found(working + other) == [("T03", "limits", 3)]
    assert found(other) == [("T02", "other", PROMISE)]
