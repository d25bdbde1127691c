"""``guifan quiz delta``: against another folder, with results, into a folder."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from foldered import manual

from guifan.cli import main

if TYPE_CHECKING:
    from pathlib import Path

LIMITS = "kind: limit\nitems:\n" + "".join(
    f"  - {{{{id: moves-{at}, title: 第 {at} 种次数, value: {{first}} 次}}}}\n"
    if at == 0
    else f"  - {{{{id: moves-{at}, title: 第 {at} 种次数, value: {at + 4} 次}}}}\n"
    for at in range(5)
)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    old, new = (LIMITS.format(first=first) for first in (2, 3))
    return manual(tmp_path / "old", old), manual(tmp_path / "new", new)


def run(folders: tuple[Path, Path], *words: str) -> Result:
    old, new = folders
    where = ["--since", str(old), "--dir", str(new), "--date", "2026-06-01"]
    return CliRunner().invoke(main, ["quiz", "delta", *where, *words])


def test_it_tells_old_and_new(folders: tuple[Path, Path]) -> None:
    result = run(folders)
    assert result.exit_code == 0, result.output
    assert "2 次 → 3 次" in result.output


def test_it_writes_the_changes_the_questions_and_a_deck(folders: tuple[Path, Path]) -> None:
    out = folders[1] / "out"
    result = run(folders, "--out", str(out), "--carrier", "gift")
    assert result.exit_code == 0, result.output
    assert {one.name for one in out.iterdir()} == {
        "changes.json",
        "questions.json",
        "deck.apkg",
        "gift.gift",
    }
    told = json.loads((out / "changes.json").read_text("utf-8"))["items"]
    asked = json.loads((out / "questions.json").read_text("utf-8"))["items"]
    assert [one["id"] for one in asked] == [one["id"] for one in told if one["new"]]
    assert {one["clause"] for one in told} == {"moves-0"}
    assert run(folders, "--out", str(out)).exit_code == 0  # its own files are replaced


def test_it_sets_a_paper_on_what_changed(folders: tuple[Path, Path]) -> None:
    out = folders[1] / "out"
    words = ["--out", str(out), "--paper", "2"]
    result = run(folders, *words)
    assert result.exit_code == 0, result.output
    sheets = {f"changes-A-{one}.{end}" for one in ("paper", "answers", "key")
              for end in ("docx", "pdf")}  # fmt: skip
    assert sheets <= {one.name for one in out.iterdir()}
    changed = {one["id"] for one in json.loads((out / "changes.json").read_text("utf-8"))["items"]}
    rows = list(csv.reader((out / "changes-questions.csv").read_text("utf-8-sig").splitlines()))
    asked = [row[0] for row in rows[1:]]
    assert set(asked) <= changed
    # All of them ask one fact, of which a paper has one question.
    assert len(asked) == 1
    assert run(folders, *words).exit_code == 0  # its own files are replaced
    refused = run(folders, "--paper", "2")
    assert refused.exit_code == 2
    assert "--out" in refused.output


def test_it_lists_who_has_to_answer_again(folders: tuple[Path, Path]) -> None:
    told = json.loads(run(folders, "--format", "json").stdout)["items"]
    item = next(one for one in told if one["fate"] == "changed")
    path = folders[1] / "results.csv"
    rows = [
        f"甲,{item['id']},对,{item['old']['hash']}",
        f"乙,{item['id']},对,{item['new']['hash']}",
    ]
    path.write_text("\n".join(["工号,题号,对错,指纹", *rows, "丙,nothing,对,"]), encoding="utf-8")
    result = run(folders, "--results", str(path), "--format", "json")
    found = json.loads(result.stdout)
    assert [(one["learner"], one["reason"]) for one in found["retests"]] == [("甲", "right-by-old")]
    assert [one["name"] for one in found["findings"]] == ["unknown-item"]
    assert "甲" in run(folders, "--results", str(path)).output


def test_it_must_be_told_since_when(folders: tuple[Path, Path]) -> None:
    result = CliRunner().invoke(main, ["quiz", "delta", "--dir", str(folders[1])])
    assert result.exit_code == 2
    assert "--since" in result.output
