"""``guifan diff``: two states of a manual, by every name that they may have."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import foldered
import pytest
from click.testing import CliRunner, Result

from guifan.cli import main

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = """\
kind: limit
id: complaint-answer
title: 投诉答复
within: {} 个工作日
from: complaint-received
to: complaint-answered
calendar: office
answers_to: shift-leader
audience: public
"""
STRICTER = "投诉答复 5 → 3 个工作日（更严）"
GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@example.com")


@pytest.fixture
def manual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A manual that says 3 working days, with an edition that says 5."""
    root = tmp_path / "manual"
    foldered.manual(root)
    monkeypatch.chdir(root)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    write(root, 5)
    run = CliRunner().invoke(main, ["release", "--date", "2026-06-01"])
    assert run.exit_code == 0, run.output
    write(root, 3)
    return root


def write(root: Path, days: int) -> None:
    text = LIMIT.format(days) + foldered.SHARED_LINES
    (root / "standards" / "limits.yaml").write_text(text, "utf-8")


def diff(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", *arguments, "--date", "2026-06-01"])


def commit(root: Path) -> None:
    subprocess.run([*GIT, "init", "-q"], cwd=root, check=True)
    subprocess.run([*GIT, "add", "."], cwd=root, check=True)
    subprocess.run([*GIT, "commit", "-q", "-m", "one"], cwd=root, check=True)


@pytest.mark.parametrize("name", ["1", "editions/1.json", "./editions/1.json"])
def test_an_edition_against_the_files(manual: Path, name: str) -> None:
    run = diff(name)
    assert (run.exit_code, run.stderr) == (0, "")
    assert run.stdout == (
        "从第 1 版（2026-06-01）到现在的文件\n\n做法、数值和责任 · 1\n"
        f"  {STRICTER}\n      涉及：班长\n\n共 1 处变化。\n"
    )


def test_no_change_is_no_fault(manual: Path) -> None:
    run = diff("1", "1")
    assert run.exit_code == 0
    assert "没有变化" in run.stdout


def test_another_folder(manual: Path) -> None:
    shutil.copytree(manual, manual.parent / "old")
    write(manual.parent / "old", 5)
    run = diff("../old")
    assert run.exit_code == 0
    assert STRICTER in run.stdout
    assert "从“../old”到现在的文件" in run.stdout


@pytest.mark.parametrize("below", ["", "books/service"])
def test_a_revision_of_the_repository(
    manual: Path, monkeypatch: pytest.MonkeyPatch, below: str
) -> None:
    root = manual
    if below:
        root = manual.parent / "repository" / below
        shutil.copytree(manual, root)
        monkeypatch.chdir(root)
    write(root, 5)
    commit(manual.parent / "repository" if below else manual)
    write(root, 3)
    before = {path: path.read_bytes() for path in root.glob("standards/*")}
    for name in ("HEAD", "HEAD^{commit}"):
        run = diff(name)
        assert (run.exit_code, run.stderr) == (0, "")
        assert STRICTER in run.stdout
    assert {path: path.read_bytes() for path in root.glob("standards/*")} == before


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("7", "没有这一版"),
        ("editions/7.json", "没有这一版"),
        ("../1.json", "不在本手册的 editions 文件夹里"),
        ("standards/1.json", "不在本手册的 editions 文件夹里"),
        ("nosuch", "不是版号、文件夹，也不是版本库里的版本"),
        ("--output=x", "不是版号、文件夹，也不是版本库里的版本"),
        ("HEAD:standards", "不是版号、文件夹，也不是版本库里的版本"),
    ],
)
def test_what_is_not_there_is_one_clear_line(manual: Path, name: str, reason: str) -> None:
    commit(manual)
    run = CliRunner().invoke(main, ["diff", "--date", "2026-06-01", "--", name])
    assert run.exit_code == 2
    assert run.stderr.count("\n") == 1
    assert reason in run.stderr


def test_without_git_editions_still_compare(manual: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert STRICTER in diff("1").stdout
    run = diff("HEAD")
    assert run.exit_code == 2
    assert "没有 git" in run.stderr


def test_a_misnamed_edition_is_refused(manual: Path) -> None:
    shutil.copy("editions/1.json", "editions/2.json")
    run = diff("2")
    assert run.exit_code == 2
    assert "版号不一样" in run.stderr


def test_json_is_for_programs(manual: Path) -> None:
    record = json.loads(diff("1", "--format", "json").stdout)
    (change,) = record["changes"]
    assert (change["kind"], change["id"], change["path"]) == (
        "limit-amount",
        "complaint-answer",
        ["within"],
    )
    assert (change["old"], change["new"]) == ("5 个工作日", "3 个工作日")
    assert change["strictness"] == "stricter"
    assert change["posts"] == [{"id": "shift-leader", "title": "班长"}]
    assert record["summary"]["changes"] == 1


def test_markdown_in_english_is_a_notice(manual: Path) -> None:
    lines = diff("1", "--format", "markdown", "--lang", "en").stdout.splitlines()
    assert lines[0] == "# From edition 1 (2026-06-01) to the files as they are"
    assert "- 投诉答复: 5 → 3 working days (stricter) `complaint-answer`" in lines


def test_a_post_sees_what_concerns_it(manual: Path) -> None:
    assert STRICTER in diff("1", "--role", "shift-leader").stdout
    assert "没有变化" in diff("1", "--role", "hotline-agent").stdout
    run = diff("1", "--role", "shift-leadr")
    assert run.exit_code == 2
    assert "shift-leader" in run.stderr


def test_customers_see_what_is_public(manual: Path) -> None:
    public = diff("1", "--audience", "public").stdout
    assert STRICTER in public
    assert "班长" not in public


def test_what_cannot_be_read_is_said_and_not_compared(manual: Path) -> None:
    path = manual / "standards" / "limits.yaml"
    path.write_text(path.read_text("utf-8").replace("3 个工作日", "3 天"), "utf-8")
    run = diff("1")
    assert run.exit_code == 0
    assert "没有变化" in run.stdout
    assert "complaint-answer" in run.stderr
