"""``guifan quiz``: its contract with other programs, and what it says when it cannot."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from foldered import manual

from guifan.cli import main

if TYPE_CHECKING:
    from pathlib import Path

LIMITS = """\
kind: limit
items:
  - id: complaint-answer
    title: 投诉答复
    within: 3 个工作日
    from: complaint-received
    to: complaint-answered
    calendar: office
    answers_to: shift-leader
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return manual(tmp_path, LIMITS)


def run(folder: Path, *words: str) -> Result:
    date = ["--date", "2026-06-01"]
    return CliRunner().invoke(main, ["quiz", *words, "--dir", str(folder), *date])


def test_items_as_data(folder: Path) -> None:
    result = run(folder, "items", "--format", "json")
    assert result.exit_code == 0, result.output
    items = json.loads(result.stdout)["items"]
    one = next(one for one in items if one["id"] == "due-date.complaint-answer.weekend")
    wanted = {"id", "type", "stem", "options", "key", "clause", "version", "hash", "level", "roles"}
    assert wanted | {"proof"} <= set(one)
    assert one["type"] == "single"
    assert one["clause"] == "complaint-answer"
    assert one["roles"] == ["shift-leader"]
    by_letter = {option["id"]: option["text"] for option in one["options"]}
    true = [answer["answer"] for answer in one["proof"] if answer["true"]]
    assert [by_letter[letter] for letter in one["key"]] == true


def test_why_shows_the_proof(folder: Path) -> None:
    result = run(folder, "why", "due-date.complaint-answer.weekend")
    assert result.exit_code == 0
    assert "[对]" in result.output
    assert "[错]" in result.output
    assert "「投诉答复」是 3 个工作日" in result.output


def test_check_and_coverage(folder: Path) -> None:
    assert "没有通过 0 题" in run(folder, "check").output
    report = json.loads(run(folder, "coverage", "--format", "json").stdout)
    row = next(row for row in report["clauses"] if row["clause"] == "complaint-answer")
    assert row["levels"]["apply"] >= 2
    assert not row["reasons"]


def test_check_looks_over_a_paper(folder: Path) -> None:
    words = ("check", "--limit", "5", "--minutes", "1", "--format", "json")
    report = json.loads(run(folder, *words).stdout)
    together = {one["name"]: one for one in report["together"]}
    assert together["total-time"]["items"] == []
    assert "时间不够" in together["total-time"]["message"]
    shown = run(folder, "check", "--limit", "5", "--minutes", "1").output
    assert "合在一起看 total-time" in shown
    assert "total-time" not in run(folder, "check").output


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("items", "--role", "shift-leeder"), "shift-leader"),
        (("items", "--model", "due-dat"), "due-date"),
        (("why", "due-date.complaint-answer.weekendd"), "due-date.complaint-answer.weekend"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(
    folder: Path, words: tuple[str, ...], hint: str
) -> None:
    result = run(folder, *words)
    assert result.exit_code == 2
    assert hint in result.stderr


def test_a_post_and_a_limit(folder: Path) -> None:
    items = json.loads(
        run(folder, "items", "--role", "shift-leader", "--limit", "1", "--format", "json").stdout
    )["items"]
    assert len(items) == 1
