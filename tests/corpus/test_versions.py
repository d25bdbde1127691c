"""Versions against a baseline: what was changed has a higher one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from guifan.corpus.versions import unraised

if TYPE_CHECKING:
    from collections.abc import Callable

    from guifan.corpus.graph import Corpus

    Link = Callable[..., Corpus]


def edited(link: Link, files: tuple[str, ...], old: str, new: str) -> Corpus:
    assert sum(old in file for file in files) == 1
    return link(*(file.replace(old, new) for file in files))


def test_nothing_changed(corpus: Corpus) -> None:
    assert unraised(corpus, corpus) == ()


@pytest.mark.parametrize(
    ("old", "new", "name", "fields"),
    [
        ("within: 3 个工作日", "within: 5 个工作日", "complaint-answer", ("within",)),
        ("title: 主动问候", "title: 先问候", "greet", ("title",)),
        ("medium: voice", "medium: text", "hotline", ("medium",)),
    ],
)
def test_what_says_something_else_needs_a_higher_version(
    link: Link,
    files: tuple[str, ...],
    corpus: Corpus,
    old: str,
    new: str,
    name: str,
    fields: object,
) -> None:
    (found,) = unraised(edited(link, files, old, new), corpus)
    assert (found.item.id, found.fields, found.before.version) == (name, fields, 1)


def test_a_higher_version_is_enough(link: Link, files: tuple[str, ...], corpus: Corpus) -> None:
    new = edited(link, files, "within: 3 个工作日", "within: 5 个工作日\nversion: 2")
    assert unraised(new, corpus) == ()


def test_a_lower_version_is_not(link: Link, files: tuple[str, ...], corpus: Corpus) -> None:
    raised = edited(link, files, "within: 3 个工作日", "within: 3 个工作日\nversion: 4")
    new = edited(link, files, "within: 3 个工作日", "within: 5 个工作日\nversion: 3")
    assert [one.item.id for one in unraised(new, raised)] == ["complaint-answer"]


@pytest.mark.parametrize(
    "line", ["review_by: 2027-12-31", "origin: 002", "see: [greet]", "place: complaints"]
)
def test_what_is_only_recorded_changes_freely(
    link: Link, files: tuple[str, ...], corpus: Corpus, line: str
) -> None:
    assert unraised(edited(link, files, "medium: voice", f"medium: voice\n{line}"), corpus) == ()


def test_a_new_item_has_no_past(link: Link, files: tuple[str, ...], corpus: Corpus) -> None:
    term = "kind: term\nid: answer\ntitle: 答复\nmeans: 告知结果\n"
    assert unraised(link(*files, term), corpus) == ()


def test_another_name_hides_nothing(link: Link, files: tuple[str, ...], corpus: Corpus) -> None:
    new = edited(link, files, "id: greet\ntitle: 主动问候", "id: hello\nwas: [greet]\ntitle: 问候")
    (found,) = unraised(new, corpus)
    assert (found.before.id, found.item.id, found.fields) == ("hello", "hello", ("title",))


def test_what_is_announced_needs_no_version_yet(
    link: Link, files: tuple[str, ...], corpus: Corpus
) -> None:
    future = "within: 3 个工作日\nnext: [{effective: 2027-04-01, within: 2 个工作日}]"
    assert unraised(edited(link, files, "within: 3 个工作日", future), corpus) == ()
