"""T25: a limit inside another one, looser and tighter, linked by limits or by steps alone."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.checks.rules import RULES
from guifan.findings import Example

GOOD = RULES["T25"].good.text


def found(text: str) -> list[tuple[str, str]]:
    report = run_example(Example(text))
    return [(one.code, one.severity.value) for one in report.findings if one.code in ("T25", "T16")]


def inner(within: str, *more: str) -> str:
    lines = "".join(f"\n    {one}" for one in more)
    assert "within: 2 个工作日" in GOOD
    return GOOD.replace("within: 2 个工作日", f"within: {within}{lines}")


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        ("2 个工作日", []),
        # Equal is idle too: it starts later, so that it is due later.
        ("3 个工作日", [("T25", "W")]),
        ("5 个工作日", [("T25", "W")]),
        # Three working days from a Monday end on Thursday at 17:30, 89.5 hours after its beginning.
        ("20 小时", []),
        # Over Spring Festival, three working days take more than ten days: a day more binds there.
        ("10 日", []),
        ("1 个月", [("T25", "W")]),
    ],
)
def test_a_limit_binds_if_it_is_ever_due_first(
    within: str, expected: list[tuple[str, str]]
) -> None:
    assert found(inner(within)) == expected


@pytest.mark.parametrize("more", ["population: mean", "bound: at-least"])
def test_what_says_something_else_is_let_be(more: str) -> None:
    assert found(inner("5 个工作日", more)) == []


CLASSES = (
    "--- standards/classes.yaml\nkind: taxonomy\nid: complaint-class\ntitle: 分类\n"
    "members: [{id: raised, title: 升级}, {id: plain, title: 一般}]\n"
)
SPECIAL = """\
  - id: raised-whole
    title: 升级投诉全程
    within: 9 个工作日
    from: complaint-received
    to: complaint-answered
    calendar: office
    applies: {complaints: [raised]}
"""


@pytest.mark.parametrize(
    ("within", "applies", "more", "expected"),
    [
        ("3 个工作日", "raised", "", [("T25", "W")]),
        ("2 个工作日", "raised", "", []),
        # Raised complaints have a whole of their own, which stands in place of the general one.
        ("8 个工作日", "raised", SPECIAL, []),
        ("9 个工作日", "raised", SPECIAL, [("T25", "W")]),
        ("8 个工作日", "plain", SPECIAL, [("T25", "W")]),
    ],
)
def test_a_special_limit_is_held_to_what_binds_its_cases(
    within: str, applies: str, more: str, expected: list[tuple[str, str]]
) -> None:
    own = inner(within, f"applies: {{complaints: [{applies}]}}")
    assert found(own + more + CLASSES) == expected


@pytest.mark.parametrize(
    ("within", "expected"), [("4 个工作日", []), ("5 个工作日", ["idle-extended"])]
)
def test_what_ends_after_the_whole_by_itself_may_bind_once_it_is_extended(
    within: str, expected: list[str]
) -> None:
    extended = (
        "    extension: {add: 2 个工作日, times: 1 次, reasons: [], granted_by: shift-leader,"
        " notice: before-deadline}\n"
    )
    text = inner(within).replace("  - id: ticket-answer", f"{extended}  - id: ticket-answer")
    report = run_example(Example(text))
    assert [one.key for one in report.findings if one.code == "T25"] == expected


def test_where_limits_lead_to_its_start_they_are_put_in_a_row() -> None:
    link = """\
  - id: sending
    title: 派单时限
    within: 1 小时
    from: complaint-received
    to: ticket-sent
"""
    assert found(inner("5 个工作日") + link) == [("T16", "E")]


def test_what_starts_a_procedure_comes_before_what_its_steps_end_in() -> None:
    started = GOOD.replace(
        "about: 客户提出投诉\n", "about: 客户提出投诉\nstarts: complaint-received\n"
    )
    unlinked = started.replace("    ends: complaint-received\n", "")
    assert unlinked != started != GOOD
    assert found(unlinked) == []
    assert found(unlinked.replace("within: 2 个工作日", "within: 5 个工作日")) == [("T25", "W")]
