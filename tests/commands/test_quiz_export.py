"""``guifan quiz export``: one file written, what it lost reported, nobody's file replaced."""

from __future__ import annotations

import csv
import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from foldered import manual, write

from guifan.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return manual(tmp_path)


def run(folder: Path, *words: str) -> Result:
    where = ["--dir", str(folder), "--date", "2026-06-01"]
    return CliRunner().invoke(main, ["quiz", "export", *words, *where])


def test_it_writes_the_file_and_tells_what_is_lost(folder: Path) -> None:
    out = folder / "new" / "questions.gift"
    result = run(folder, "gift", "--out", str(out), "--title", "甲/乙", "--format", "json")
    assert result.exit_code == 0, result.output
    report = json.loads(result.stdout)
    assert report["format"] == "gift"
    assert report["items"] == out.read_text("utf-8").count("// [id:")
    assert "$CATEGORY: $course$/top/甲//乙" in out.read_text("utf-8")
    assert {"id", "reason", "left_out", "message"} == set(report["losses"][0])


def test_the_same_command_gives_the_same_bytes(folder: Path) -> None:
    first, again = folder / "a.xlsx", folder / "b.xlsx"
    assert "导出" in run(folder, "xlsx", "--out", str(first)).output
    assert "导出" in run(folder, "xlsx", "--out", str(again)).output
    assert first.read_bytes() == again.read_bytes()
    assert zipfile.is_zipfile(first)


def test_only_an_earlier_export_is_replaced(folder: Path) -> None:
    out = folder / "a.json"
    assert run(folder, "json", "--out", str(out)).exit_code == 0
    assert run(folder, "json", "--out", str(out), "--limit", "1").exit_code == 0
    assert len(json.loads(out.read_text("utf-8"))["items"]) == 1
    out.write_text('{"mine": true}', encoding="utf-8")
    result = run(folder, "json", "--out", str(out))
    assert result.exit_code == 2
    assert "没有动它" in result.output
    assert out.read_text("utf-8") == '{"mine": true}'


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
NORMS = "kind: norm\nitems:\n" + "".join(
    f"""\
  - id: norm-{name}
    title: {title}
    rule: 员工应当{title}。
    modal: must
    binds: {{roles: [shift-leader]}}
    aspect: behavioural
    result: process
    dimension: responsiveness
    steps: [{title}先问, {title}再查, {title}后答]
    check: [听录音]
"""
    for name, title in (("one", "核对姓名"), ("two", "登记去向"), ("three", "收好钥匙"))
)
EXAM = """\
kind: exam
id: small-exam
title: 小测
roles: [shift-leader]
sections:
  - {type: true-false, count: 1, points: 2 分}
  - {type: short-answer, count: 2, points: 3 分}
cells:
  - {chapter: general, level: apply, count: 1}
  - {chapter: general, level: understand, count: 2}
takes: 60 分钟
full_mark: 8 分
pass_mark: 6 分
"""


@pytest.fixture
def examined(folder: Path) -> Path:
    for at, text in enumerate([LIMIT, NORMS, EXAM]):
        write(folder, f"exam-{at}", text)
    return folder


def test_a_paper_leaves_with_its_questions_in_order_and_their_marks(examined: Path) -> None:
    where = ["--dir", str(examined), "--date", "2026-06-01"]
    words = ["quiz", "paper", "small-exam", "--out", str(examined / "p"), "--format", "docx"]
    assert CliRunner().invoke(main, [*words, *where]).exit_code == 0
    told = (examined / "p" / "small-exam-questions.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(told.splitlines()))
    for letter in "AB":
        out = examined / f"{letter}.json"
        result = run(examined, "json", "--out", str(out), "--blueprint", "small-exam",
                     "--paper", letter)  # fmt: skip
        assert result.exit_code == 0, result.output
        data = json.loads(out.read_text("utf-8"))
        assert data["title"] == f"小测（{letter} 卷）"
        printed = sorted(
            (int(row[f"{letter} 卷题号"]), row["题目编号"], int(row["分值"]))
            for row in rows
            if row[f"{letter} 卷题号"]
        )
        exported = [(one["id"], one["points"]) for one in data["items"]]
        assert exported == [(name, points) for _, name, points in printed]


def test_marks_that_are_left_out_are_told_and_the_pass_mark_is_kept(examined: Path) -> None:
    out, words = examined / "a.zip", ["--blueprint", "small-exam", "--format", "json"]
    result = run(examined, "scorm-1.2", "--out", str(out), *words)
    assert result.exit_code == 0, result.output
    reasons = [one["reason"] for one in json.loads(result.stdout)["losses"]]
    assert sorted(reasons) == ["by-people", "by-people", "one-mark-each"]
    with zipfile.ZipFile(out) as archive:
        assert b"<adlcp:masteryscore>75<" in archive.read("imsmanifest.xml")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["--paper", "A"], "--blueprint"),
        (["--blueprint", "small-exam", "--paper", "C"], "没有 C 卷"),
        (["--blueprint", "small-exam", "--limit", "3"], "--limit"),
        (["--blueprint", "smal-exam"], "small-exam"),
    ],
)
def test_a_paper_that_is_not_there_is_one_line(examined: Path, words: list[str], hint: str) -> None:
    result = run(examined, "json", "--out", str(examined / "a"), *words)
    assert result.exit_code == 2
    assert hint in result.output
    assert not (examined / "a").exists()


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["gift"], "缺少 --out"),
        (["word", "--out", "a"], "只能是"),
        (["gift", "--out", "a", "--role", "nobody"], "没有编号为"),
        (["gift", "--out", "a", "--chapter", "complaints", "--model", "red-line"], "没有"),
    ],
)
def test_what_cannot_be_done_is_one_line(folder: Path, words: list[str], hint: str) -> None:
    result = run(folder, *words)
    assert result.exit_code == 2
    assert hint in result.output
    assert "Traceback" not in result.output


def test_a_place_that_cannot_be_written_is_said(folder: Path) -> None:
    (folder / "file").write_text("", encoding="utf-8")
    result = run(folder, "gift", "--out", str(folder / "file" / "a.gift"))
    assert result.exit_code == 2
    assert "写不了" in result.output
