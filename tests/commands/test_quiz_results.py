"""``guifan quiz analyse`` and ``sheet``: what they print, write and refuse."""

from __future__ import annotations

import csv
import json
import sys
from typing import TYPE_CHECKING

import openpyxl
import pytest
from click.testing import CliRunner, Result
from foldered import manual

from guifan.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return manual(tmp_path)


def run(folder: Path, *words: str) -> Result:
    where = ["--dir", str(folder), "--date", "2026-06-01"]
    return CliRunner().invoke(main, ["quiz", *words, *where])


@pytest.fixture
def results(folder: Path) -> Path:
    asked = json.loads(run(folder, "items", "--format", "json").stdout)["items"]
    path = folder / "results.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["工号", "题号", "对错"])
        for item in asked:
            rows.writerows([(f"p{at}", item["id"], "对" if at % 4 else "错") for at in range(40)])
        rows.writerow(["p1", "nothing", "对"])
    return path


def test_it_tells_and_writes_a_page_and_a_workbook(folder: Path, results: Path) -> None:
    out = folder / "out"
    result = run(folder, "analyse", str(results), "--out", str(out), "--target", "95")
    assert result.exit_code == 0, result.output
    assert "40 人" in result.output
    assert "没有编号为“nothing”的题目" in result.output
    assert "<svg" in (out / "analysis.html").read_text("utf-8")
    assert openpyxl.load_workbook(out / "analysis.xlsx").sheetnames[0] == "题目"


def test_it_tells_programs(folder: Path, results: Path) -> None:
    result = run(folder, "analyse", str(results), "--format", "json", "--target", "95")
    told = json.loads(result.stdout)
    assert told["summary"]["people"] == 40
    assert {one["difficulty"]["value"] for one in told["items"]} == {0.75}
    assert {one["standing"] for one in told["clauses"]} == {"weak"}
    assert [one["name"] for one in told["findings"]] == ["unknown-item"]


def test_files_without_an_answer_cannot_be_analysed(folder: Path) -> None:
    result = run(folder, "analyse", str(folder / "absent.csv"))
    assert result.exit_code == 2
    assert "没有可以分析的作答" in result.output
    assert "absent.csv" in result.output


def test_without_the_database_it_says_how_to_get_it(
    folder: Path, results: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    result = run(folder, "analyse", str(results))
    assert result.exit_code == 2
    assert "guifan[results]" in result.output


def test_a_sheet_is_written_once(folder: Path) -> None:
    out = folder / "sheet.xlsx"
    assert run(folder, "sheet", "--out", str(out), "--limit", "2").exit_code == 0
    heads = [cell.value for cell in openpyxl.load_workbook(out)["成绩"][1]]
    assert heads[:3] == ["工号", "姓名", "岗位"]
    assert len(heads) == 5
    again = run(folder, "sheet", "--out", str(out), "--limit", "2")
    assert again.exit_code == 2
    assert "没有动它" in again.output
