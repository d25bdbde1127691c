"""What an editor shows: no red line where check finds nothing, hovers and proposals that help."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import language_server
import pytest
from editor_files import RIGHT, STYLES, WRONG, good_examples, whole_files
from language_server import LanguageServer

TOP = "kind: limit\nid: answer\n"


def nested(settings: dict[str, Any]) -> dict[str, Any]:
    """VS Code's settings as its server is given them: ``yaml.schemas`` under ``yaml``."""
    sections: dict[str, Any] = {}
    for name, value in settings.items():
        section, _, key = name.partition(".")
        sections.setdefault(section, {})[key] = value
    return sections


@pytest.fixture(scope="module")
def server(manual_root: Path, node_tool: Callable[[str], Path]) -> Iterator[LanguageServer]:
    settings = nested(json.loads((manual_root / ".vscode/settings.json").read_text("utf-8")))
    settings["yaml"] |= {"schemaStore": {"enable": False}, "validate": True}
    settings["yaml"] |= {"hover": True, "completion": True}
    script = node_tool("yaml-language-server")
    with language_server.running(script, manual_root, settings) as started:
        yield started


def marked(server: LanguageServer, files: dict[str, str]) -> dict[str, list[str]]:
    problems = server.problems(list(files.values()))
    return {name: found for name, found in zip(files, problems, strict=True) if found}


@pytest.mark.parametrize("style", STYLES)
def test_nothing_is_red_in_a_whole_file_of_any_kind(server: LanguageServer, style: str) -> None:
    assert marked(server, whole_files(style)) == {}


def test_nothing_is_red_in_a_good_example(server: LanguageServer) -> None:
    assert marked(server, good_examples()) == {}


def test_nothing_is_red_in_the_standards(server: LanguageServer, manual_root: Path) -> None:
    files = sorted((manual_root / "standards").rglob("*.yaml"))
    assert marked(server, {path.name: path.read_text("utf-8") for path in files}) == {}


def test_every_typo_is_red(server: LanguageServer) -> None:
    assert marked(server, RIGHT | WRONG).keys() == WRONG.keys()


def test_the_red_line_is_where_the_typo_is(server: LanguageServer) -> None:
    problems = marked(server, WRONG)
    assert problems["unknown-field"] == ["5:1 Property alos is not allowed."]
    assert problems["wrong-choice"] == [
        '5:11 Value is not accepted. Valid values: "public", "internal", "对外", "内部".'
    ]


@pytest.mark.parametrize("key", ["within", "时限"])
def test_hovering_a_field_tells_its_name_its_help_its_form_and_an_example(
    server: LanguageServer, key: str
) -> None:
    shown = server.hover(f"{TOP}{key[:1]}¦{key[1:]}: 3 日\n")
    assert shown.startswith("#### 时限与限额\n\n时限：从起点到终点最多多久。\n\n时长：15 秒、")
    assert "```yaml\n3 个工作日\n```" in shown


def test_hovering_a_choice_tells_every_choice_in_chinese(server: LanguageServer) -> None:
    shown = server.hover(f"{TOP}population: ev¦ery\n")
    assert "达成范围：每一件、一定比例还是平均。" in shown
    assert "* `every`: 每一件\n" in shown
    assert "* `mean`: 平均\n" in shown


def test_hovering_an_optional_list_shows_a_list(server: LanguageServer) -> None:
    assert "```yaml\n- telecom-regulations.article-32\n```" in server.hover(f"{TOP}la¦w: [a.b]\n")


def test_hovering_in_a_part_tells_the_part(server: LanguageServer) -> None:
    assert "每次延长多久。" in server.hover(f"{TOP}extension:\n  a¦dd: 1 日\n")


def test_keys_are_proposed_with_their_chinese_names(server: LanguageServer) -> None:
    proposed = server.completions(f"{TOP}¦")
    assert proposed["calendar"] == "日历：工作日、工作小时按哪个日历计算。"
    assert proposed["next"].startswith("将来：")
    assert "日历" in proposed
    assert not {"id", "kind", "note", "items"} & set(proposed)


def test_a_list_has_the_keys_of_its_items(server: LanguageServer) -> None:
    proposed = server.completions("kind: limit\nitems:\n  - id: answer\n    ¦")
    assert {"within", "时限", "next", "owner"} <= set(proposed)
    assert not {"kind", "种类", "items", "note"} & set(proposed)


def test_the_future_has_a_note(server: LanguageServer) -> None:
    proposed = server.completions(f"{TOP}next:\n  - effective: 2027-01-01\n    ¦")
    assert proposed["note"].startswith("变更说明：")
    assert "within" in proposed
    assert not {"kind", "next"} & set(proposed)


def test_choices_are_proposed_and_told(server: LanguageServer) -> None:
    proposed = server.completions(f"{TOP}bound: ¦\n")
    assert proposed == {
        "at-most": "不超过",
        "at-least": "不少于",
        "不超过": "at-most",
        "不少于": "at-least",
    }


def test_kinds_are_proposed_and_told(server: LanguageServer) -> None:
    assert server.completions("kind: ¦\n")["term"].startswith("术语：一个词在本手册里的含义")


@pytest.mark.parametrize("key", ["within", "title", "expires"])
def test_nothing_is_proposed_for_a_text_but_an_example(server: LanguageServer, key: str) -> None:
    assert not {"true", "false", "null"} & set(server.completions(f"{TOP}{key}: ¦\n"))
