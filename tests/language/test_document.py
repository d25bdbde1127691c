"""Where a value of an item stands in its file, however it was written there."""

import pytest

from guifan.findings import Place
from guifan.language.document import Entry
from guifan.language.loader import load
from guifan.language.source import Source

SHARED = """\
kind: procedure
place: complaints
owner: complaint-desk
author: editor
approver: director
version: 1
effective: 2026-01-01
review_by: 2026-12-31
origin: authored
law: [rules.article-3]
items:
"""
PROCEDURE = """\
  - id: handling
    title: 投诉处理
    about: 客户投诉时
    limits: [first, second]
    steps:
      - id: record
        title: 记录投诉
        do: 记录投诉
        lane: frontstage
        accountable: leader
      - id: answer
        title: 答复客户
        经办岗: agent
        做什么: >
          把结果
          告诉客户，
          按【complaint-answer】答复
        lane: frontstage
        accountable: leader
"""


@pytest.fixture(scope="module")
def entry() -> Entry:
    loaded = load([Source("a.yaml", SHARED + PROCEDURE)])
    assert not loaded.findings
    return loaded.entries[0]


def at(entry: Entry, *path: str | int, key: bool = False) -> str:
    """Line and column, the end exclusive, with what stands there on the first line."""
    return stretch(entry, Place("handling", path, key=key))


def stretch(entry: Entry, place: Place) -> str:
    found = entry.position(place)
    lines = entry.document.source.lines
    end = found.end_column - 1 if found.end_line == found.line else None
    text = lines[found.line - 1][found.column - 1 : end]
    return f"{found.line}:{found.column} {text}"


def test_a_value_of_its_own(entry: Entry) -> None:
    assert at(entry, "title") == "13:12 投诉处理"


def test_a_value_in_a_list(entry: Entry) -> None:
    assert at(entry, "limits", 1) == "15:21 second"


def test_a_value_of_a_part(entry: Entry) -> None:
    assert at(entry, "steps", 0, "do") == "19:13 记录投诉"


def test_a_value_under_a_chinese_name(entry: Entry) -> None:
    assert at(entry, "steps", 1, "by") == "24:14 agent"
    assert at(entry, "steps", 1, "by", key=True) == "24:9 经办岗"


def test_what_is_inherited_stands_at_the_top(entry: Entry) -> None:
    assert at(entry, "owner") == "3:8 complaint-desk"
    assert at(entry, "owner", key=True) == "3:1 owner"
    assert at(entry, "law", 0) == "10:7 rules.article-3"


def test_a_key_is_its_word(entry: Entry) -> None:
    assert at(entry, "limits", key=True) == "15:5 limits"


def test_a_part_is_shown_by_its_first_word(entry: Entry) -> None:
    assert at(entry, "steps", 1) == "22:9 id"
    assert at(entry, "steps") == "17:9 id"


def test_an_absent_field_is_shown_at_its_part(entry: Entry) -> None:
    assert at(entry, "steps", 0, "within") == "17:9 id"
    assert at(entry, "decided") == "12:5 id"
    assert at(entry) == "12:5 id"


def test_a_span_in_a_folded_text_stands_where_it_was_written(entry: Entry) -> None:
    (step,) = [step for step in getattr(entry.item, "steps", ()) if step.id == "answer"]
    begin = step.do.index("complaint-answer")
    place = Place("handling", ("steps", 1, "do"), (begin, begin + len("complaint-answer")))
    assert stretch(entry, place) == "28:13 complaint-answer"


def test_a_span_counts_code_points(entry: Entry) -> None:
    assert stretch(entry, Place("handling", ("title",), (2, 4))) == "13:14 处理"


@pytest.mark.parametrize(
    ("written", "span", "where"),
    [
        ('"投\\u8BC9处理"', (1, 2), "4:10 \\u8BC9"),
        ("'it''s 投诉'", (2, 3), "4:11 ''"),
        ("投诉   # 说明", (0, 2), "4:8 投诉"),
    ],
)
def test_a_span_in_a_quoted_text_covers_what_wrote_it(
    written: str, span: tuple[int, int], where: str
) -> None:
    text = SHARED.replace("kind: procedure", "kind: term").replace("items:\n", "")
    lines = text.splitlines()
    lines[1:1] = ["id: complaint", "means: 不满", f"title: {written}"]
    loaded = load([Source("a.yaml", "\n".join(lines))])
    assert not loaded.findings
    assert stretch(loaded.entries[0], Place("complaint", ("title",), span)) == where
