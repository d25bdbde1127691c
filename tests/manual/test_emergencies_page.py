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
    """By class, without the words that only say to open the page."""
    seen = [
        (group.title, [(one.id, sentence) for one, sentence in playbooks])
        for group, playbooks in _shown()["seen"]
    ]
    assert seen == [
        ("事故", [("outage", "一片客户断网。")]),
        ("卫生", [("illness", "三个人同时发烧。")]),
    ]


def test_every_class_has_its_playbooks_with_the_response_to_each_grade() -> None:
    rows = {
        group.id: [
            (
                row.playbook.id,
                [cell and (cell.response and cell.response.level) for cell in row.cells],
            )
            for row in rows
        ]
        for group, rows in _shown()["classes"]
    }
    assert rows == {
        "accident": [("outage", ["level-1", None, "level-3"])],
        "health": [("illness", [None, "level-2", None])],
        "people": [],
    }


def test_a_cell_says_from_which_value_on_or_that_signs_tell() -> None:
    (_, (outage,)), (_, (illness,)), _people = _shown()["classes"]
    told = [cell and (cell.starts[:1], len(cell.signs)) for cell in (*outage.cells, *illness.cells)]
    assert told == [(("1,000 户",), 0), (("",), 1), (("100 户",), 0), None, ((), 1), None]
    assert (outage.measures, illness.measures) == ("断网户数", "")


def test_the_legend_explains_only_what_appears() -> None:
    whole = emergencies.corpus()
    html = rendering.pages(whole)["emergencies/index"].html
    assert "「—」是到不了这一级。" in html
    assert "带色点的是有行动的预警。" in html
    alone = {name: one for name, one in whole.entries.items() if name != "illness"}
    html = rendering.pages(Corpus(alone))["emergencies/index"].html
    assert "「—」是到不了这一级。" not in html


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
    classes = [one.event_class for _, group in shown["seen"] for one, _ in group]
    assert len(classes) == len({one.id for _, group in shown["seen"] for one, _ in group})
    taxonomy = corpus.one(Taxonomy, "event-class")
    assert taxonomy
    assert list(dict.fromkeys(classes)) == [one.id for one in taxonomy.members]
    assert len([a for a, b in pairwise(classes) if a != b]) == len(taxonomy.members) - 1
