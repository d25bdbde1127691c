"""``guifan search``: what a built site's search finds, as text and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from searching import document, written

from guifan.cli import main
from guifan.publish.searched import FOLDER, NAMED
from guifan.search.sections import Section

if TYPE_CHECKING:
    from pathlib import Path

PAGES = (
    document("投诉答复", "从受理起答复客户。", name="complaint-answer", number="3 个工作日"),
    document("投诉受理", "收到就受理。", name="complaint-intake"),
    document(
        "网络中断",
        "先安抚。",
        name="outage",
        more=(Section("alert", "批量报障", "五分钟内五个报障。"),),
    ),
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with nothing but the search's files."""
    folder = tmp_path / "site" / FOLDER / "abc123"
    folder.mkdir(parents=True)
    (folder.parent / "index.js").write_text(NAMED.format("abc123"), "utf-8")
    for name, text in written(PAGES, {"网络中断": ["断网"]}).items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["search", *arguments])


def test_a_result_is_two_lines(site: Path) -> None:
    done = run("投诉几天答复", "--limit", "1")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "投诉答复  3 个工作日 · 时限",
        "  pages/投诉答复/",
        "一共 2 条，用 --limit 多看几条。",
    ]


def test_json_names_what_was_found(site: Path) -> None:
    told = json.loads(run("断网", "--format", "json").stdout)
    assert told["query"] == "断网"
    assert told["covered"] is True
    first = told["results"][0]
    assert (first["id"], first["kind"], first["title"]) == ("outage", "norm", "网络中断")
    assert first["number"] == ""
    assert first["review_by"] == "2026-12-31"
    assert first["roles"] == ["客服代表"]


def test_a_section_is_part_of_the_address(site: Path) -> None:
    told = json.loads(run("批量报障", "--format", "json").stdout)
    assert told["results"][0]["url"] == "pages/网络中断/#alert"
    assert told["results"][0]["section"] == "批量报障"


def test_only_the_kinds_asked_for_are_given(site: Path) -> None:
    told = json.loads(run("投诉", "--kind", "norm", "--format", "json").stdout)
    assert [one["id"] for one in told["results"]] == ["complaint-intake"]
    both = json.loads(run("投诉", "--kind", "norm", "--kind", "limit", "--format", "json").stdout)
    assert len(both["results"]) == 2


def test_a_query_may_be_several_words(site: Path) -> None:
    told = json.loads(run("投诉", "受理", "--format", "json").stdout)
    assert told["query"] == "投诉 受理"
    assert told["results"][0]["id"] == "complaint-intake"


@pytest.mark.parametrize("query", ["鼹鼠", "😀", " ", "(.*)+", "投" * 10_000])
def test_what_is_not_found_is_no_failure(site: Path, query: str) -> None:
    done = run(query)
    assert done.exit_code == 0
    assert done.stdout


def test_nothing_found_is_said(site: Path) -> None:
    assert run("鼹鼠").stdout == "没有找到“鼹鼠”\n"


def test_what_comes_near_is_told_apart(site: Path) -> None:
    assert run("投鼹鼠诉饕餮").stdout.startswith("没有完全符合的，下面是相近的\n")


def test_where_no_site_is_it_says_how_to_come_by_one(tmp_path: Path) -> None:
    done = run("投诉", "--site", str(tmp_path))
    assert done.exit_code == 2
    assert "guifan build" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("lost", ["meta", "n", "r"])
def test_a_site_that_is_not_whole_is_told(site: Path, lost: str) -> None:
    for path in site.glob(f"{lost}*.js"):
        path.unlink()
    done = run("投诉")
    assert done.exit_code == 2
    assert "重新生成" in done.stderr


@pytest.mark.parametrize("text", ["", "<!doctype html>", 'guifan.search.put("meta",{);\n'])
def test_a_file_that_is_none_is_told(site: Path, text: str) -> None:
    (site / "meta.js").write_text(text, "utf-8")
    done = run("投诉")
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1


def test_an_unknown_kind_is_answered_with_those_there_are(site: Path) -> None:
    done = run("投诉", "--kind", "x")
    assert done.exit_code == 2
    assert "limit、norm" in done.stderr
