"""What only bears another name has not changed, wherever it is named."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from guifan.changes.diff import diff
from guifan.corpus.renames import renames
from guifan.corpus.versions import unraised

if TYPE_CHECKING:
    from collections.abc import Callable

    from guifan.corpus.graph import Corpus

    Linked = Callable[..., Corpus]

DAY = date(2026, 6, 1)
OTHER = """\
kind: term
id: word
title: 承诺
means: 在【complaint-answer.extension】前，即【complaint-answer】
"""


def renamed(linked: Linked, texts: dict[str, str]) -> Corpus:
    """The limit under another id, in every field and text that names it."""
    name = ("complaint-answer", "answer-within")
    limit = texts["limit"].replace("id: complaint-answer\n", f"id: {name[1]}\nwas: [{name[0]}]\n")
    return linked(
        limit=limit,
        norm=texts["norm"].replace(*name),
        ladder=texts["ladder"].replace(*name),
        word=OTHER.replace(*name),
    )


def test_a_new_id_is_one_change(linked: Linked, texts: dict[str, str]) -> None:
    old, new = linked(word=OTHER), renamed(linked, texts)
    assert renames(old, new) == {"complaint-answer": "answer-within"}
    assert [change.key for change in diff(old, new, DAY)] == ["item-renamed"]


def test_references_to_the_former_id_are_no_change(linked: Linked, texts: dict[str, str]) -> None:
    limit = texts["limit"].replace(
        "id: complaint-answer\n", "id: answer-within\nwas: [complaint-answer]\n"
    )
    old, new = linked(word=OTHER), linked(word=OTHER, limit=limit)
    assert [change.key for change in diff(old, new, DAY)] == ["item-renamed"]


def test_a_renamed_item_may_have_changed_too(linked: Linked, texts: dict[str, str]) -> None:
    new = renamed(linked, texts | {"limit": texts["limit"].replace("5 个工作日", "3 个工作日")})
    found = diff(linked(word=OTHER), new, DAY)
    assert [change.says("zh") for change in found] == [
        "投诉答复 5 → 3 个工作日（更严）",
        "投诉答复 编号：complaint-answer → answer-within",
    ]


def test_an_id_that_another_item_takes_is_no_new_name(
    linked: Linked, texts: dict[str, str]
) -> None:
    term = "kind: term\nid: {}\ntitle: {}\nmeans: 甲\n"
    old = linked(one=term.format("one", "甲"), two=term.format("two", "乙"))
    new = linked(one=term.format("two", "乙") + "was: [one]\n")
    assert renames(old, new) == {}
    assert [change.key for change in diff(old, new, DAY)] == ["item-removed", "field"]


def test_a_reference_may_follow_a_rename_later(linked: Linked, texts: dict[str, str]) -> None:
    limit = texts["limit"].replace(
        "id: complaint-answer\n", "id: answer-within\nwas: [complaint-answer]\n"
    )
    behind = linked(word=OTHER, limit=limit)
    assert diff(behind, renamed(linked, texts), DAY) == ()


def test_following_a_rename_needs_no_new_version(linked: Linked, texts: dict[str, str]) -> None:
    assert unraised(renamed(linked, texts), linked(word=OTHER)) == ()
