"""``guifan release``: an edition is kept whole, once, and only when there is something to keep."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import foldered
import pytest
from click.testing import CliRunner, Result

from guifan.cli import main

if TYPE_CHECKING:
    from pathlib import Path

TERM = "kind: term\nid: complaint\ntitle: 投诉\nmeans: 客户表示不满，由【shift-leader】跟进\n"


@pytest.fixture
def manual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    foldered.manual(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    write(tmp_path, TERM)
    return tmp_path


def write(manual: Path, text: str, version: int = 1) -> None:
    shared = foldered.SHARED_LINES.replace("version: 1", f"version: {version}")
    (manual / "standards" / "terms.yaml").write_text(text + shared, "utf-8")


def release(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["release", "--date", "2026-06-01", *arguments])


def kept(manual: Path) -> list[str]:
    folder = manual / "editions"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_the_first_edition_holds_every_item(manual: Path) -> None:
    run = release()
    assert (run.exit_code, run.stderr) == (0, "")
    assert "第 1 版：editions/1.json" in run.stdout
    record = json.loads((manual / "editions/1.json").read_text("utf-8"))
    assert (record["edition"], record["title"]) == (1, "2026 年第 1 版")
    assert (record["date"], record["language"]) == ("2026-06-01", 1)
    assert {"complaint", "manual", "shift-leader"} < {item["id"] for item in record["items"]}


def test_the_same_standards_give_the_same_bytes(manual: Path) -> None:
    release()
    first = (manual / "editions/1.json").read_bytes()
    (manual / "editions/1.json").unlink()
    (manual / "standards/terms.yaml").rename(manual / "standards/a.yaml")
    release()
    assert (manual / "editions/1.json").read_bytes() == first


def test_nothing_new_is_no_edition(manual: Path) -> None:
    release()
    run = release()
    assert run.exit_code == 1
    assert "和第 1 版相比没有变化" in run.stderr
    assert kept(manual) == ["1.json"]


def test_a_change_needs_a_higher_version_and_then_is_the_next_edition(manual: Path) -> None:
    release()
    write(manual, TERM.replace("表示不满", "不满意"))
    run = release()
    assert run.exit_code == 1
    assert "complaint（投诉）改了含义，版本仍是 1，请提高到 2。" in run.stderr
    assert kept(manual) == ["1.json"]
    write(manual, TERM.replace("表示不满", "不满意"), version=2)
    assert release().exit_code == 0
    assert kept(manual) == ["1.json", "2.json"]


def test_a_figure_that_changed_silently_is_found_beside_the_last_edition(manual: Path) -> None:
    limit = "kind: limit\nid: answer\ntitle: 答复\nwithin: {} 小时\n"
    clock = "from: complaint-received\nto: complaint-answered\n"
    write(manual, limit.format(5) + clock)
    assert release().exit_code == 0
    write(manual, limit.format(3) + clock, version=2)
    run = release()
    assert run.exit_code == 1
    assert "L06" in run.stderr
    told = "changed: 客户等得太久\nsigned_by: [shift-leader]\n"
    write(manual, limit.format(3) + clock + told, version=2)
    assert release().exit_code == 0
    assert kept(manual) == ["1.json", "2.json"]


def test_errors_are_not_released(manual: Path) -> None:
    write(manual, TERM.replace("shift-leader", "shift-leadr"))
    run = release()
    assert run.exit_code == 1
    assert "R01" in run.stderr
    assert "没有存为新的一版" in run.stderr
    assert kept(manual) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"edition": 1, "title": "一", "da', "不完整"),
        ('{"language": 99, "items": []}', "请先升级 guifan"),
    ],
)
def test_a_spoilt_last_edition_is_one_clear_line(manual: Path, text: str, reason: str) -> None:
    (manual / "editions").mkdir()
    (manual / "editions/1.json").write_text(text, "utf-8")
    run = release()
    assert run.exit_code == 2
    assert run.stderr.count("\n") == 1
    assert "editions/1.json" in run.stderr
    assert reason in run.stderr
    assert kept(manual) == ["1.json"]


def test_a_folder_of_editions_elsewhere_is_refused(
    manual: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (manual / "editions").symlink_to(outside, target_is_directory=True)
    run = release()
    assert run.exit_code == 2
    assert "不在本手册的 editions 文件夹里" in run.stderr
    assert not list(outside.iterdir())
