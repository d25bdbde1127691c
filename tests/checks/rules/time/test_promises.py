"""T27: the clock of a promise against the steps of its procedure."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.checks.rules import RULES
from guifan.findings import Example

GOOD = RULES["T27"].good.text


def said(*changes: tuple[str, str]) -> list[tuple[str, int]]:
    """What T27 finds once words of its good example are others: the key, and the line."""
    text = GOOD
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    report = run_example(Example(text))
    return [(one.key, one.position.line) for one in report.findings if one.code in ("T27", "X04")]


PROMISE, PROMISE_TO = 6, 7
FROM = 5


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], []),
        ([("promise_to: answer\n", "")], []),
        ([("promise_to: answer", "promise_to: investigate")], [("stops", PROMISE_TO)]),
        ([("to: complaint-answered", "to: cause-found")], [("stops", PROMISE_TO)]),
        ([("starts: complaint-received", "starts: cause-found")], [("starts", PROMISE)]),
        # From the middle on it may run from any event.
        (
            [
                ("starts: complaint-received", "starts: cause-found"),
                ("promise_to: answer", "promise_to: answer\npromise_from: answer"),
            ],
            [],
        ),
        (
            [
                ("from: complaint-received", "from: complaint-answered"),
                ("to: complaint-answered", "to: complaint-received"),
            ],
            [("reversed", FROM)],
        ),
        # No step says what it ends in: there is nothing to hold the promise to.
        ([("    ends: complaint-answered\n", "")], []),
    ],
)
def test_the_promise_runs_between_the_events_of_its_steps(
    changes: list[tuple[str, str]], expected: list[tuple[str, int]]
) -> None:
    assert said(*changes) == expected


def test_one_event_of_two_steps_in_a_row() -> None:
    assert [key for key, _ in said(("ends: cause-found", "ends: complaint-answered"))] == ["twice"]


def test_a_second_answer_where_the_first_did_not_do_is_no_fault() -> None:
    fork = (
        "    ends: complaint-answered\n    branches:\n"
        "      - when: 客户听明白了\n        to: close\n"
        "      - when: 客户没有听明白\n        otherwise: 是\n        to: answer\n"
    )
    close = (
        "  - id: close\n    title: 归档\n    do: 归档\n    lane: backstage\n    by: hotline-agent\n"
        "    accountable: shift-leader\n"
    )
    text = GOOD.replace("    ends: cause-found\n", fork) + close
    report = run_example(Example(text))
    assert "T27" not in {one.code for one in report.findings}
