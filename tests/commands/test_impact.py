"""``guifan impact``: what a change touches, in words and as data."""

from __future__ import annotations

import json
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
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
answers_to: shift-leader
"""
PROCEDURE = """\
kind: procedure
id: handling
title: 投诉处理
about: 客户提出投诉
promise: complaint-answer
steps:
  - {id: answer, title: 答复, do: 说明结果, lane: backstage, by: hotline-agent}
"""
LADDER = """\
kind: escalation
id: ladder
title: 答复升级
about: 快到时限
of: complaint-answer
rungs: [{id: press, title: 督办, when: 快到期, to: shift-leader, does: 督办, by: 电话}]
"""
MESSAGE = """\
kind: message
id: received
title: 受理短信
form: template
to: customer
situation: 受理以后
says: 我们在【complaint-answer】内答复您
"""


@pytest.fixture(autouse=True)
def manual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    foldered.manual(tmp_path, LIMIT, PROCEDURE, LADDER, MESSAGE)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/about.md").write_text(
        "# 说明\n\n在【complaint-answer】内答复。\n", "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def impact(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["impact", *arguments])


def test_it_is_told_by_groups_with_the_reason() -> None:
    run = impact("complaint-answer", "--lang", "zh")
    assert run.exit_code == 0
    lines = [line.strip() for line in run.stdout.splitlines()]
    assert lines[0] == "改“投诉答复”会牵动："
    assert lines[lines.index("流程 · 1（靠它计时的 1 个）") + 1] == "投诉处理（handling）：承诺时限"
    messages = lines.index("话术与模板 · 1（里面有它的 1 个）")
    assert lines[messages + 1] == "受理短信（received）：内容"
    assert len([line for line in lines if line.startswith("话术与模板 · ")]) == 1
    assert lines[lines.index("升级阶梯 · 1") + 1] == "答复升级（ladder）：守护时限"
    assert lines[lines.index("正文 · 1") + 1] == "content/about.md:3:3"
    posts = lines[lines.index("要告诉的岗位 · 2") + 1 :][:2]
    assert sorted(posts) == ["热线客服代表（hotline-agent）", "班长（shift-leader）"]
    assert lines[-1] == "共 3 个条目，其中直接 3 个、间接 0 个；4 个页面。"


def test_what_is_reached_through_others_says_through_which() -> None:
    run = impact("complaint-received", "--lang", "zh")
    assert "投诉处理（handling）：承诺时限 ← 投诉答复" in run.stdout


def test_json_is_for_programs() -> None:
    record = json.loads(impact("complaint-answer", "--format", "json").stdout)
    assert record["id"] == "complaint-answer"
    assert record["counts"] == {"escalation": 1, "message": 1, "procedure": 1}
    assert (record["procedures"], record["messages"]) == (["handling"], ["received"])
    assert record["pages"] == [
        "escalations/ladder",
        "limits/complaint-answer",
        "messages/received",
        "procedures/handling",
    ]
    (item,) = (one for one in record["items"] if one["id"] == "handling")
    assert (item["direct"], item["path"], item["through"]) == (True, ["promise"], [])


def test_english_is_english() -> None:
    run = impact("complaint-answer", "--lang", "en")
    assert run.stdout.startswith("A change of “投诉答复” touches:")
    assert "Posts to be told · 2" in run.stdout


def test_an_unknown_id_is_one_clear_line() -> None:
    run = impact("complaint-answr")
    assert run.exit_code == 2
    assert run.stderr.count("\n") == 1
    assert "complaint-answer" in run.stderr
