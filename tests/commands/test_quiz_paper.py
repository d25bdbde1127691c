"""``guifan quiz paper``: files written, what is missing told, nobody's file replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from foldered import manual, write

from guifan.cli import main

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = """\
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
EXAM = """\
kind: exam
id: small-exam
title: 小测
roles: [{role}]
sections:
  - {{type: single, count: {count}, points: 1 分}}
cells:
  - {{chapter: general, level: apply, count: {count}}}
takes: 60 分钟
full_mark: {count} 分
pass_mark: 1 分
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return manual(tmp_path, LIMIT, EXAM.format(role="shift-leader", count=1))


def run(folder: Path, *words: str) -> Result:
    where = ["--dir", str(folder), "--date", "2026-06-01", "--lang", "zh"]
    return CliRunner().invoke(main, ["quiz", "paper", *words, *where])


def files(out: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in sorted(out.iterdir())}


def test_it_writes_every_sheet_in_both_formats_and_again_the_same(folder: Path) -> None:
    out = folder / "papers"
    result = run(folder, "small-exam", "--forms", "A,B", "--out", str(out))
    assert result.exit_code == 0, result.output
    first = files(out)
    sheets = {f"small-exam-{n}-{s}" for n in "AB" for s in ("paper", "answers", "key")}
    tables = {"small-exam-results.csv", "small-exam-results.xlsx", "small-exam-questions.csv"}
    assert set(first) == {f"{one}.{end}" for one in sheets for end in ("docx", "pdf")} | tables
    assert run(folder, "small-exam", "--forms", "A,B", "--out", str(out)).exit_code == 0
    assert files(out) == first


def test_a_table_that_was_filled_in_is_never_replaced(folder: Path) -> None:
    out = folder / "papers"
    assert run(folder, "small-exam", "--out", str(out), "--format", "docx").exit_code == 0
    filled = out / "small-exam-results.csv"
    filled.write_text("工号\n1\n", encoding="utf-8")
    before = files(out)
    result = run(folder, "small-exam", "--out", str(out), "--format", "docx", "--size", "a3")
    assert result.exit_code == 2
    assert "small-exam-results.csv" in result.output
    assert files(out) == before


def test_an_earlier_paper_is_replaced_and_anything_else_is_not(folder: Path) -> None:
    out = folder / "papers"
    assert run(folder, "small-exam", "--out", str(out)).exit_code == 0
    before = files(out)
    assert run(folder, "small-exam", "--out", str(out), "--size", "a3").exit_code == 0
    paper = "small-exam-A-paper.pdf"
    assert files(out)[paper] != before[paper]
    (out / paper).write_bytes(b"%PDF-1.7 somebody's own")
    assert run(folder, "small-exam", "--out", str(out)).exit_code == 2


def test_a_blueprint_that_cannot_be_met_tells_what_is_lacking(folder: Path) -> None:
    write(folder, "big", EXAM.format(role="shift-leader", count=500).replace("small", "big"))
    out = folder / "papers"
    result = run(folder, "big-exam", "--out", str(out))
    assert result.exit_code == 2
    assert "单项选择题：每份要 500 题" in result.output
    assert not out.exists()


@pytest.mark.parametrize("forms", ["", "A,A", "AB", "1,2"])
def test_forms_are_different_letters(folder: Path, forms: str) -> None:
    result = run(folder, "small-exam", "--out", str(folder / "papers"), "--forms", forms)
    assert result.exit_code == 2
    assert "--forms" in result.output


def test_an_unknown_blueprint_is_told_its_neighbour(folder: Path) -> None:
    result = run(folder, "smal-exam", "--out", str(folder / "papers"))
    assert result.exit_code == 2
    assert "small-exam" in result.output
