"""``guifan bump``: what was changed since the last edition is recorded where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import foldered
import pytest
from click.testing import CliRunner, Result

from guifan.cli import main

if TYPE_CHECKING:
    from pathlib import Path

CLOCK = "from: complaint-received\nto: complaint-answered\n"
LIMIT = f"kind: limit\nid: answer\ntitle: 答复\nwithin: 5 小时\n{CLOCK}answers_to: hotline-agent\n"
ANOTHER = "kind: limit\nid: another\ntitle: 请客户等候的时长\nvalue: 60 秒\n"
NORM = """\
kind: norm
id: answer-first
title: 先答后问
rule: 先答复客户，在【answer】内办完
modal: must
binds: {roles: [hotline-agent]}
aspect: operational
result: process
dimension: responsiveness
check: [听录音]
"""


@pytest.fixture
def manual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A manual that was released once."""
    foldered.manual(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for name, text in (("limits", LIMIT), ("others", ANOTHER), ("norms", NORM)):
        write(tmp_path, name, text + foldered.SHARED_LINES)
    first = run("release", "--date", "2026-06-01")
    assert first.exit_code == 0, first.stderr
    return tmp_path


def path_of(manual: Path, name: str) -> Path:
    return manual / "standards" / f"{name}.yaml"


def write(manual: Path, name: str, text: str) -> None:
    path_of(manual, name).write_bytes(text.encode())


def read(manual: Path, name: str) -> str:
    return path_of(manual, name).read_bytes().decode()


def change(manual: Path, name: str, old: str, new: str) -> None:
    assert old in read(manual, name)
    write(manual, name, read(manual, name).replace(old, new))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def codes() -> set[str]:
    report = run("check", "--date", "2026-06-02", "--select", "L06", "--format", "text").output
    return {"L06"} if "L06 “" in report else set()


def test_a_changed_figure_is_recorded_in_one_line_and_then_in_order(manual: Path) -> None:
    change(manual, "limits", "5 小时", "3 小时")
    assert codes() == {"L06"}
    done = run("bump", "--why", "客户等得太久")
    assert (done.exit_code, done.stderr) == (0, "")
    text = read(manual, "limits")
    noted = "changed: 时限由 5 小时改为 3 小时，客户等得太久\nsigned_by: [hotline-agent]\n"
    assert f"title: 答复\n{noted}" in text
    assert "version: 2\n" in text
    assert "version: 1\n" not in text
    assert codes() == set()
    assert run("release", "--date", "2026-06-02").exit_code == 0


def test_a_figure_asks_for_a_reason_before_anything_is_written(manual: Path) -> None:
    change(manual, "limits", "5 小时", "3 小时")
    before = read(manual, "limits")
    refused = run("bump")
    assert refused.exit_code == 2
    assert "时限由 5 小时改为 3 小时。请写 --why" in refused.stderr
    assert read(manual, "limits") == before


def test_words_need_a_version_alone(manual: Path) -> None:
    change(manual, "norms", "先答复客户", "先给客户答复")
    before = read(manual, "norms")
    assert run("bump").exit_code == 0
    assert read(manual, "norms") == before.replace("version: 1", "version: 2")
    assert run("release", "--date", "2026-06-02").exit_code == 0


def test_what_stands_there_is_kept_and_a_second_run_changes_nothing(manual: Path) -> None:
    change(manual, "limits", "5 小时", "3 小时\nsigned_by: [hotline-agent]")
    run("bump", "--why", "客户等得太久")
    text = read(manual, "limits")
    assert text.count("signed_by") == 1
    again = run("bump", "--why", "别的原因")
    assert "没有要记的" in again.output
    assert read(manual, "limits") == text


def test_the_note_of_the_change_before_gives_way(manual: Path) -> None:
    change(manual, "limits", "5 小时", "3 小时")
    run("bump", "--why", "客户等得太久")
    run("release", "--date", "2026-06-02")
    change(manual, "limits", "within: 3 小时", "within: 2 小时")
    run("bump", "--why", "还是太久: 再快些")
    text = read(manual, "limits")
    assert text.count("changed:") == 1
    assert "changed: '时限由 3 小时改为 2 小时，还是太久: 再快些'\n" in text
    assert "version: 3" in text
    assert codes() == set()


def test_only_what_is_named_is_recorded_and_signed_by_whom_is_named(manual: Path) -> None:
    change(manual, "limits", "5 小时", "4 小时")
    change(manual, "others", "60 秒", "45 秒")
    assert run("bump", "answer", "--why", "快些", "--signed-by", "shift-leader").exit_code == 0
    assert "signed_by: [shift-leader]\n" in read(manual, "limits")
    assert "changed" not in read(manual, "others")
    assert run("bump", "--why", "快些").exit_code == 0
    assert "signed_by: [service-department]\n" in read(manual, "others")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("answr", "--why", "快"), "是不是 answer？"),
        (("--why", "快", "--signed-by", "nobody"), "没有编号为“nobody”的岗位或部门"),
        (("--why", "快", "--signed-by", "answer"), "没有编号为“answer”的岗位或部门"),
    ],
)
def test_what_is_not_known_is_said(manual: Path, arguments: tuple[str, ...], said: str) -> None:
    change(manual, "limits", "5 小时", "3 小时")
    before = read(manual, "limits")
    refused = run("bump", *arguments)
    assert refused.exit_code == 2
    assert said in refused.stderr
    assert read(manual, "limits") == before


def test_before_the_first_edition_there_is_nothing_to_record(manual: Path) -> None:
    (manual / "editions/1.json").unlink()
    refused = run("bump", "--why", "快")
    assert refused.exit_code == 2
    assert "还没有存过版" in refused.stderr


@pytest.mark.parametrize(
    ("head", "item"),
    [
        ("items:\n", "  - id: a\n    title: 甲\n    means: 一件事\n"),
        ("items:\n", "  - title: 甲\n    means: 一件事\n    id: a"),
        ("items:\r\n", "  - id: a\r\n    title: 甲 # 名字\r\n    means: 一件事\r\n"),
        ("items:\n", "  - {id: a, title: 甲, means: 一件事}\n"),
        ("items:\n", "  - 编号: a\n    名称: 甲\n    释义: 一件事\n"),
        ("items:\n", "  - id: a\n    means: 一件事\n    title: 甲"),
    ],
)
def test_an_item_keeps_its_own_way_of_being_written(manual: Path, head: str, item: str) -> None:
    end = "\r\n" if "\r\n" in head else "\n"
    shared = foldered.SHARED_LINES.replace("\n", end)
    item = item.replace("释义", "含义")
    write(manual, "terms", f"\ufeffkind: term{end}{shared}{head}{item}")
    run("release", "--date", "2026-06-02")
    change(manual, "terms", "一件事", "两件事")
    assert run("bump").exit_code == 0
    text = read(manual, "terms")
    new = "版本: 2" if "名称" in item else "version: 2"
    assert new in text
    assert text.startswith("\ufeff")
    assert ("\n" in text.replace("\r\n", "")) == (end == "\n")
    assert run("release", "--date", "2026-06-03").exit_code == 0
