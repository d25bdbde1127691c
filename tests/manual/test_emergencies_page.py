"""The index of emergencies: what one sees, class by grade, and three scales that are three."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import emergencies
import rendering

from guifan.corpus.graph import Corpus
from guifan.language.catalogues import translator
from guifan.language.kinds.taxonomy import Taxonomy
from guifan.manual.views.emergencies import view
from guifan.publish.folder import open_folder

if TYPE_CHECKING:
    from pathlib import Path


def _shown() -> Any:
    book = rendering.renderer(emergencies.corpus()).book
    return view(book, book.pages["emergencies/index"], translator("zh-Hans"))


def test_what_one_sees_is_the_first_sentence_of_each() -> None:
    seen = [(one.id, sentence) for one, sentence in _shown()["seen"]]
    assert seen == [
        ("outage", "一片客户断网，用本预案。"),
        ("illness", "三个人同时发烧，打开本预案。"),
    ]


def test_every_class_has_its_playbooks_with_the_response_to_each_grade() -> None:
    rows = {
        group.id: [
            (row.playbook.id, [cell and (cell[0], cell[1] and cell[1].id) for cell in row.cells])
            for row in rows
        ]
        for group, rows in _shown()["classes"]
    }
    assert rows == {
        "accident": [("outage", [(1, "level-1"), (0, None), (3, "level-3")])],
        "health": [("illness", [None, (2, "level-2"), None])],
        "people": [],
    }


def test_warnings_are_those_that_the_playbook_acts_on() -> None:
    (_, (outage,)), (_, (illness,)), _people = _shown()["classes"]
    assert [one.id for one in outage.colours] == ["red", "blue"]
    assert illness.colours == ()


def test_the_page_tells_the_three_scales_apart_and_names_the_law() -> None:
    html = rendering.pages(emergencies.corpus())["emergencies/index"].html
    for said in ("已经多重。", "可能多重。", "动员多少。", "事故灾难", "只在企业内部使用"):
        assert said in html
    assert html.count("还没有预案。") == 1


def test_a_cell_leads_to_the_row_of_its_grade() -> None:
    pages = rendering.pages(emergencies.corpus())
    cells = re.findall(r'href="[./]*playbooks/(\w+)/#([\w-]+)"', pages["emergencies/index"].html)
    assert len(cells) == 4
    for name, anchor in cells:
        assert anchor in pages[f"playbooks/{name}"].anchors


def test_the_first_page_leads_there_where_there_are_playbooks() -> None:
    whole = emergencies.corpus()
    pages = rendering.pages(whole)
    assert ("emergencies/index", "") in pages["index"].links
    quiet = {name: one for name, one in whole.entries.items() if one.item.kind != "playbook"}
    pages = rendering.pages(Corpus(quiet))
    assert "emergencies/index" not in pages
    assert "预案" not in pages["index"].html


def test_playbooks_go_by_class_and_not_by_their_ids(manual_root: Path) -> None:
    corpus = open_folder(manual_root).corpus
    book = rendering.renderer(corpus).book
    shown: Any = view(book, book.pages["emergencies/index"], translator("zh-Hans"))
    classes = [one.event_class for one, _ in shown["seen"]]
    taxonomy = corpus.one(Taxonomy, "event-class")
    assert taxonomy
    assert list(dict.fromkeys(classes)) == [one.id for one in taxonomy.members]
    assert len([a for a, b in pairwise(classes) if a != b]) == len(taxonomy.members) - 1
