"""``guifan explain``: a rule's page, and what the manual knows of an item."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from foldered import SHARED_LINES

from guifan.checks.examples import BASE
from guifan.checks.rules import RULES
from guifan.cli import main

LIMIT = """\
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
next:
  - effective: 2027-04-01
    within: 2 个工作日
"""
TERM = """\
kind: term
id: complaint
title: 投诉
means: 客户表示不满，我们在【complaint-answer】内答复
"""


@pytest.fixture
def manual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "standards").mkdir()
    for at, text in enumerate((*BASE, LIMIT, TERM, "kind: term\nid: broken\ntitel: 坏\n")):
        (tmp_path / "standards" / f"{at:02}.yaml").write_text(text + SHARED_LINES, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def explain(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments])


@pytest.mark.parametrize("code", RULES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_rule_has_its_page(code: str, language: str) -> None:
    run = explain(code, "--lang", language)
    assert run.exit_code == 0
    rule = RULES[code]
    assert run.stdout.startswith(f"{code} {rule.name}")
    assert rule.finds.say(language) in run.stdout
    assert rule.why.say(language) in run.stdout


def test_a_rules_page_shows_what_the_check_would_say() -> None:
    run = explain("s09")
    assert "within: 3 天\n            ^^^^\n" in run.stdout
    assert "→ “3 天”有两种读法" in run.stdout
    assert "within: 3 个工作日" in run.stdout


def test_an_item_is_shown_with_what_it_prints_and_who_refers_to_it(manual: Path) -> None:
    run = explain("complaint-answer")
    assert run.exit_code == 0
    at = len(BASE)
    assert run.stdout.splitlines() == [
        "投诉答复（complaint-answer）",
        "种类：时限与限额",
        f"写在：standards/{at:02}.yaml:2:5",
        "引用时显示：3 个工作日",
        "自 2027-04-01 起显示：2 个工作日",
        "引用它的条目：",
        f"    standards/{at + 1:02}.yaml:4:19 投诉（complaint）",
    ]


def test_a_part_of_an_item(manual: Path) -> None:
    run = explain("service-dimension.reliability")
    assert run.stdout.startswith("服务维度 › 可靠（service-dimension.reliability）")
    assert "引用时显示：可靠" in run.stdout


def test_nothing_refers_to_a_term(manual: Path) -> None:
    assert "没有条目引用它。" in explain("complaint").stdout


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("complaint-anser", "complaint-answer"),
        ("R77", "没有编号为“R77”"),
        ("broken", "guifan check"),
        ("complaint-answer.nothing", "没有编号为"),
    ],
)
def test_what_is_not_there_is_said_in_a_line(manual: Path, name: str, says: str) -> None:
    run = explain(name)
    assert run.exit_code == 2
    assert says in run.stderr
    assert len(run.stderr.splitlines()) == 1


def test_a_title_names_its_item(manual: Path) -> None:
    assert explain("班长").stdout.startswith("班长（shift-leader）")
    several = explain("投诉答复")
    assert several.exit_code == 2
    assert "complaint-answer" in several.stderr
    assert "complaint-answered" in several.stderr


def test_prose_that_refers_to_it_is_listed(manual: Path) -> None:
    (manual / "content").mkdir()
    (manual / "content/guide.md").write_text("# 指南\n\n在【complaint-answer】内\n", "utf-8")
    lines = explain("complaint-answer").stdout.splitlines()
    assert lines[-2:] == ["引用它的正文：", "    content/guide.md:3:3"]


def test_a_part_has_its_own_users(manual: Path) -> None:
    text = "kind: term\nid: quick\ntitle: 快\nmeans: 属于【service-dimension.responsiveness】\n"
    (manual / "standards/quick.yaml").write_text(text + SHARED_LINES, "utf-8")
    assert "（quick）" in explain("service-dimension.responsiveness").stdout
    assert "（quick）" in explain("service-dimension").stdout
    assert "（quick）" not in explain("service-dimension.reliability").stdout


def test_what_nobody_foresaw_is_one_line(manual: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("guifan.commands.explain.opened", fails)
    run = explain("complaint")
    assert run.exit_code == 2
    assert run.stderr.startswith("程序出错")
    assert "KeyError: 'x'" in run.stderr
    assert len(run.stderr.splitlines()) == 1
