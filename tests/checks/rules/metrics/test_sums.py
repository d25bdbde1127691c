"""What has to come to a hundred (K11), metrics in a circle (K12), and by which time one counts."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.checks.rules import RULES
from guifan.checks.rules.metrics.framed import example
from guifan.checks.wording import message
from guifan.findings import Example, Severity

CARD = RULES["K11"].good.text


def said(text: str, code: str) -> list[tuple[str, int]]:
    """What a rule finds: the key and the line."""
    found = run_example(Example(text)).findings
    assert [one for one in found if one.code == "X04"] == []
    for one in found:
        assert "{" not in message(one, "zh-Hans") + message(one, "en")
    return [(one.key, one.position.line) for one in found if one.code == code]


@pytest.mark.parametrize(
    ("points", "mark", "expected"),
    [
        (100, "100 分", []),
        (100, "101 分", [("beyond", 6)]),
        (90, "85 分", [("points", 12)]),
        (110, "85 分", [("points", 12)]),
        # A mark that nobody can reach is mended first, and says the sum.
        (80, "85 分", [("beyond", 6)]),
    ],
)
def test_points_of_a_scorecard(points: int, mark: str, expected: list[tuple[str, int]]) -> None:
    text = CARD.replace("points: 100", f"points: {points}").replace("85 分", mark)
    assert said(text, "K11") == expected


TABLE = """\
kind: matrix
id: weights
title: 权重表
sort: weights
about: 竖着看
rows: [{id: quality, title: 质检}, {id: resolved, title: 解决}]
columns: [{id: agent, title: 客服代表}, {id: leader, title: 班长}]
cells:
  - {row: quality, column: agent, says: 40%}
  - {row: resolved, column: agent, says: 60.0 %}
  - {row: quality, column: leader, says: 另定}
"""


def test_columns_of_weights() -> None:
    assert said(TABLE, "K11") == []
    assert said(TABLE.replace("40%", "4%"), "K11") == [("weights", 9)]
    assert said(TABLE.replace("sort: weights\n", "").replace("40%", "4%"), "K11") == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("row: resolved, column: agent", "row: quality, column: agent", "S07", 10),
        ("row: resolved, column: agent", "row: solved, column: agent", "R01", 10),
        ("column: leader, says", "column: chief, says", "R01", 11),
    ],
)
def test_cells_stand_in_their_table_once(old: str, new: str, code: str, line: int) -> None:
    assert [at for _, at in said(TABLE.replace(old, new), code)] == [line]


def climbing(*above: str) -> str:
    """Metrics a, b, c …, each with what it supports."""
    one = example().partition("--- standards/platform.yaml")[0]
    names = "abc"[: len(above)]
    files = ""
    for name, upper in zip(names, above, strict=True):
        text = one.replace("metric.yaml", f"{name}.yaml").replace("id: answer-rate", f"id: {name}")
        text = text.replace("title: 接通率", f"title: 接通率{name}")
        files += text + (f"supports: {upper}\n" if upper else "")
    return example(more=files, metrics=f", {', '.join(names)}")


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (("b", "c", ""), []),
        (("b", "a"), ["circle"]),
        (("b", "c", "a"), ["circle"]),
        # What hangs below a circle is none of it.
        (("b", "c", "b"), ["circle"]),
        (("a",), ["alone"]),
        (("nowhere",), []),
    ],
)
def test_a_tree_of_metrics_has_a_top(above: tuple[str, ...], expected: list[str]) -> None:
    assert [key for key, _ in said(climbing(*above), "K12")] == expected


LIMITS = """\
--- standards/times.yaml
kind: limit
from: complaint-received
items:
  - {id: soon, title: 马上答复, within: 1 小时, to: complaint-answered, metric: answer-rate}
  - {id: late, title: 晚些答复, within: 2 小时, to: other, metric: answer-rate}
--- standards/other.yaml
kind: event
id: other
title: 办完
happens: 办完的时刻
evidence: 工单
"""
ANSWERED = "{id: answered, title: 接通量, unit: 通, source: call-platform}"


def counted(by: str, limits: str = LIMITS) -> list[str]:
    means = f"{ANSWERED[:-1]}, means: 在【{by}】内办完的}}"
    limits = limits.replace("from: complaint-received\n", "")
    limits = limits.replace("to: ", "from: complaint-received, to: ")
    return [key for key, _ in said(example((ANSWERED, means), more=limits), "K04")]


def test_a_metric_counts_by_a_time_that_it_measures() -> None:
    assert counted("soon") == []
    assert counted("late") == []
    # 「晚些答复」 names no metric any more, and 「马上答复」 is measured by what counts the other.
    moved = LIMITS.replace("to: other, metric: answer-rate", "to: other")
    assert "counts-another" in counted("late", moved)


def test_what_is_counted_in_a_sentence_only_warns() -> None:
    moved = LIMITS.replace("to: other, metric: answer-rate", "to: other")
    moved = moved.replace("from: complaint-received\n", "")
    moved = moved.replace("to: ", "from: complaint-received, to: ")
    means = f"{ANSWERED[:-1]}, means: 在【late】内办完的}}"
    found = run_example(Example(example((ANSWERED, means), more=moved))).findings
    (one,) = (one for one in found if one.key == "counts-another")
    assert one.severity is Severity.WARNING
