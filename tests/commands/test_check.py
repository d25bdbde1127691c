"""``guifan check``: what it prints, what it writes, and how it ends."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import foldered
import pytest
from click.testing import CliRunner, Result
from foldered import SHARED_LINES

from guifan.cli import main

GOOD = """\
kind: term
id: complaint
title: 投诉
means: 客户表示不满，由【shift-leader】和【hotline-agent】跟进
"""
BAD = GOOD.replace("【shift-leader】", "【Shift-Leadr】").replace("title", "owner: 班长\ntitle")
MISTYPED = GOOD.replace("title", "see: [班长, shift_leader]\ntitle")

Check = Callable[..., Result]


@pytest.fixture
def manual(tmp_path: Path) -> Path:
    """A manual without a fault that fails it."""
    foldered.manual(tmp_path)
    (tmp_path / "standards" / "terms.yaml").write_text(GOOD + SHARED_LINES, "utf-8")
    return tmp_path


@pytest.fixture
def check(manual: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    monkeypatch.chdir(manual)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["check", "--date", "2026-06-01", *arguments])

    return run


def write(manual: Path, text: str) -> Path:
    path = manual / "standards" / "terms.yaml"
    path.write_text(text + SHARED_LINES, "utf-8")
    return path


def test_a_manual_without_errors_ends_with_zero(check: Check) -> None:
    run = check("--ignore", "R02")
    assert run.exit_code == 0
    assert "没有发现问题" in run.stdout


def test_warnings_are_shown_and_do_not_fail(check: Check) -> None:
    run = check()
    assert run.exit_code == 0
    assert "R02" in run.stdout


def test_errors_end_with_one(check: Check, manual: Path) -> None:
    write(manual, MISTYPED)
    run = check("--select", "R01")
    assert run.exit_code == 1
    assert "standards/terms.yaml:3:7 " in run.stdout
    assert "2 个错误" in run.stdout


def test_english(check: Check, manual: Path) -> None:
    write(manual, MISTYPED)
    run = check("--lang", "en")
    assert "There is no item with the id “班长”" in run.stdout
    assert "2 errors" in run.stdout


def test_json_is_one_object_whatever_else_is_said(check: Check, manual: Path) -> None:
    write(manual, MISTYPED)
    run = check("--format", "json", "--select", "R01")
    found = json.loads(run.stdout)
    assert [one["suggestion"] for one in found["findings"]] == ["shift-leader", "shift-leader"]
    assert found["summary"]["errors"] == 2
    mended = json.loads(check("--format", "json", "--fix", "--select", "R01").stdout)
    assert mended["findings"] == []


def test_select_and_ignore_take_codes_and_areas(check: Check, manual: Path) -> None:
    write(manual, MISTYPED)
    assert check("--select", "S,X").exit_code == 0
    assert check("--select", "r").exit_code == 1
    assert check("--ignore", "R01,R02").exit_code == 0
    assert check("--select", "R", "--ignore", "R01").exit_code == 0


def test_fix_writes_what_is_certain_and_checks_again(check: Check, manual: Path) -> None:
    path = write(manual, MISTYPED)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    run = check("--fix", "--select", "R01")
    assert run.exit_code == 0
    expected = MISTYPED.replace("班长, shift_leader", "shift-leader, shift-leader") + SHARED_LINES
    assert path.read_bytes() == b"\xef\xbb\xbf" + expected.replace("\n", "\r\n").encode()
    assert "已修改 standards/terms.yaml:3:7（R01）：shift-leader" in run.stderr
    assert sorted(one.name for one in path.parent.iterdir() if one.name.startswith(".")) == []


def test_fix_leaves_alone_what_is_not_certain_or_not_selected(check: Check, manual: Path) -> None:
    path = write(manual, GOOD.replace("shift-leader", "shift-leadr"))
    before = path.read_bytes()
    assert check("--fix", "--select", "R01").exit_code == 1
    write(manual, MISTYPED)
    assert check("--fix", "--select", "S").exit_code == 0
    assert path.read_bytes() == (MISTYPED + SHARED_LINES).encode()
    assert before != path.read_bytes()


def test_fix_deletes_characters_that_nobody_sees(check: Check, manual: Path) -> None:
    path = write(manual, GOOD.replace("投诉", "投\u200b诉\u200b"))
    run = check("--fix", "--ignore", "R02")
    assert run.exit_code == 0
    assert path.read_text("utf-8") == GOOD + SHARED_LINES
    assert run.stderr.count("已删去 standards/terms.yaml") == 2


def test_the_manual_may_be_elsewhere(
    manual: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(manual, MISTYPED)
    monkeypatch.chdir(manual.parent)
    run = CliRunner().invoke(main, ["check", manual.name, "--select", "R01"])
    assert run.exit_code == 1
    assert f"{manual.name}/standards/terms.yaml:3:7 " in run.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere"], "standards"),
        (["--date", "2026-13-01"], "2026-01-01"),
        (["--select", "R99"], "R99"),
        (["--format", "xml"], "sarif"),
        (["--selekt", "R"], "--select"),
        ([".", "."], "参数"),
        (["--select"], "--select"),
    ],
    ids=["no manual", "no day", "no rule", "no format", "no option", "too many", "no value"],
)
def test_what_cannot_run_says_why_in_a_line_and_ends_with_two(
    check: Check, arguments: list[str], says: str
) -> None:
    run = check(*arguments)
    assert run.exit_code == 2
    assert says in run.stderr
    assert run.stdout == ""
    assert "Traceback" not in run.stderr
    assert len(run.stderr.splitlines()) <= 2


def test_a_bad_day_of_the_environment_is_named(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    run = CliRunner().invoke(main, ["check"])
    assert run.exit_code == 2
    assert "SOURCE_DATE_EPOCH" in run.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_ends_with_two(check: Check, manual: Path) -> None:
    (manual / "standards" / "terms.yaml").chmod(0)
    assert check().exit_code == 2


def test_a_pipe_where_a_file_should_be_ends_with_two(check: Check, manual: Path) -> None:
    os.mkfifo(manual / "standards" / "pipe.yaml")
    run = check()
    assert run.exit_code == 2
    assert "standards/pipe.yaml" in run.stderr


def test_the_day_decides(check: Check, manual: Path) -> None:
    write(
        manual,
        MISTYPED.replace("leader]", "leader]  # guifan: allow R01 until=2026-06-30 reason=待定"),
    )
    arguments = ["check", "--select", "R01", "--date"]
    assert CliRunner().invoke(main, [*arguments, "2026-06-30"]).exit_code == 0
    late = CliRunner().invoke(main, [*arguments, "2026-07-01"])
    assert late.exit_code == 0
    assert "2 个警告" in late.stdout


def test_help_shows_examples(check: Check) -> None:
    run = check("--help")
    assert run.exit_code == 0
    assert "guifan check --fix" in run.stdout
    assert "用法：" in run.stdout


@pytest.mark.parametrize("language", ["zh_CN.UTF-8", "en_US.UTF-8"])
def test_the_command_itself(manual: Path, language: str) -> None:
    write(manual, MISTYPED)
    run = subprocess.run(
        [sys.executable, "-m", "guifan", "check", str(manual), "--date", "2026-06-01"],
        env={**os.environ, "LANG": language, "LC_ALL": language, "PYTHONIOENCODING": "ascii"},
        cwd=manual.parent,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr == b""
    words = {"zh_CN.UTF-8": "2 个错误", "en_US.UTF-8": "2 errors"}
    assert words[language] in run.stdout.decode("utf-8")
