"""An index of which some files were made anew is the one that is made of all documents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from searching import document, written

from guifan.search.document import Document, terms
from guifan.search.patching import OtherwiseMadeError, Turned, patched
from guifan.search.sections import Section
from guifan.search.store import part_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WHATS = ("投诉", "退费", "报修", "销户", "移机", "补卡", "过户", "复机")
PAGES = [
    document(
        f"{what}的时限",
        f"从{what}起，{days} 个工作日内办完，逾期由班长说明。" * (days % 3 + 1),
        number=f"{days} 个工作日",
        also=(f"{days} 个工作日", f"{what}几天"),
        more=(Section("why", "为什么这样定", f"客户等{what}的结果，{days} 天还接受得了。"),),
    )
    for days, what in enumerate(WHATS, 2)
]
PAGES.append(document("由班长说明，写下从哪里移来，逾期几天"))


def said(page: Document, old: str, new: str) -> Document:
    """A page on which something is said otherwise, wherever it stands."""
    sections = (replace(one, text=one.text.replace(old, new)) for one in page.sections)
    return replace(
        page,
        number=page.number.replace(old, new),
        names=tuple(name.replace(old, new) for name in page.names),
        sections=tuple(sections),
    )


def changed(pages: Sequence[Document], turned: Mapping[int, Document]) -> dict[str, str]:
    """The index with some pages changed, made of the one before."""
    files = written(pages)
    made = [
        Turned(number, (pages[number], terms(pages[number])), (page, terms(page)))
        for number, page in turned.items()
    ]
    return {**files, **patched(lambda name: part_of(files[name]), made)}


def anew(pages: Sequence[Document], turned: Mapping[int, Document]) -> dict[str, str]:
    return written([turned.get(number, page) for number, page in enumerate(pages)])


@pytest.mark.parametrize(
    ("number", "old", "new"),
    [
        (0, "2", "3"),  # a value: in a name, in the number of its row, in the text
        (3, "5", "27"),  # a new unit, and one that is in no name any more
        (1, "逾期由班长说明", "逾期由班长写明"),
        (4, "从移机起，", ""),  # shorter
        (7, "班长", "班长 A12"),  # a word of letters
        (2, "客户", "客户"),  # nothing
    ],
)
def test_an_edit_makes_only_the_files_that_become_others(number: int, old: str, new: str) -> None:
    turned = {number: said(PAGES[number], old, new)}
    made = changed(PAGES, turned)
    assert made == anew(PAGES, turned)
    before = written(PAGES)
    assert sum(made[name] != before[name] for name in before) < len(before) / 3


def test_several_edits_are_made_at_once() -> None:
    turned = {at: said(PAGES[at], "班长", "主管") for at in (0, 1, 5)}
    turned[2] = replace(said(PAGES[2], "4", "6"), weight=12, days=("2026-02-01", "", ""))
    assert changed(PAGES, turned) == anew(PAGES, turned)


@pytest.mark.parametrize(
    "page",
    [
        replace(PAGES[0], sections=PAGES[0].sections[:1]),
        replace(PAGES[0], names=(*PAGES[0].names, "又名")),
        replace(PAGES[0], roles=()),
        replace(PAGES[0], names=(PAGES[0].names[0], "投诉猴年")),  # read aloud, and never was
        said(PAGES[0], "结果", "結果"),  # folded, and never was
        said(PAGES[0], "客户等", "客户等" * 900),  # other files
    ],
)
def test_what_moves_numbers_or_tables_is_made_anew(page: Document) -> None:
    """Or it happens to be the same; it is never another."""
    try:
        made = changed(PAGES, {0: page})
    except OtherwiseMadeError:
        return
    assert made == anew(PAGES, {0: page})


def test_numbers_that_move_are_refused() -> None:
    with pytest.raises(OtherwiseMadeError):
        changed(PAGES, {0: replace(PAGES[0], sections=PAGES[0].sections[:1])})


WORDS = st.sampled_from(
    ["投诉", "退费", "3 日", "VIP", "班长", "当日", "裡面", "里面", "，", "A1 b2"]
)
TEXTS = st.lists(WORDS, max_size=6).map("".join)


@st.composite
def pages(draw: st.DrawFn) -> Document:
    title = draw(st.sampled_from(["投诉", "退费", "班长", "VIP 3 日"]))
    text, more, also = draw(TEXTS), draw(TEXTS), draw(TEXTS)
    return document(title, text, also=(also,), more=(Section("a", draw(TEXTS), more),))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(pages(), pages(), st.booleans()), min_size=1, max_size=9))
def test_it_is_the_index_of_what_is_there_now(made: list[tuple[Document, Document, bool]]) -> None:
    before = [replace(one, id=str(at), path=str(at)) for at, (one, _, _) in enumerate(made)]
    turned = {
        at: replace(one, id=str(at), path=str(at))
        for at, (_, one, is_turned) in enumerate(made)
        if is_turned
    }
    try:
        now = changed(before, turned)
    except OtherwiseMadeError:
        return
    assert now == anew(before, turned)
