"""``guifan quiz export``: one file written, what it lost reported, nobody's file replaced."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from guifan.checks.examples import BASE, SHARED
from guifan.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shared = "".join(f"{names[0]}: {value}\n" for names, value in SHARED.items())
    (tmp_path / "standards").mkdir()
    for at, text in enumerate(BASE):
        kind, _, rest = text.partition("\n")
        file = tmp_path / "standards" / f"{at}.yaml"
        file.write_text(f"{kind}\n{shared}{rest}", encoding="utf-8")
    return tmp_path


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
