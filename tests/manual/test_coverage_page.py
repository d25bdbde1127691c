"""What the manual covers: cells counted by hand, the flagship's without a gap of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import rendering
from managed import managed
from marked import Tags

from guifan.language.catalogues import translator
from guifan.language.model import Audience
from guifan.manual.arrange import COVERAGE, COVERED_NORMS, COVERED_QUESTIONS, COVERED_ROLES
from guifan.manual.views.coverage import Count, view
from guifan.manual.views.coverage_norms import view as view_norms
from guifan.manual.views.coverage_questions import Total
from guifan.manual.views.coverage_questions import view as view_questions
from guifan.manual.views.coverage_roles import view as view_roles
from guifan.publish.folder import open_folder

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.manual.render import Rendered, Renderer

_ = translator("zh-Hans")


@pytest.fixture(scope="module")
def made() -> Renderer:
    return rendering.renderer(managed().corpus)


@pytest.fixture(scope="module")
def shown(made: Renderer) -> Any:
    return view(made.book, made.book.pages[COVERAGE], _)


@pytest.fixture(scope="module")
def page(made: Renderer) -> Rendered:
    return made.render(made.book.pages[COVERAGE])


@pytest.fixture(scope="module")
def flagship(manual_root: Path) -> Renderer:
    return rendering.renderer(open_folder(manual_root).corpus)


def _links(page: Rendered) -> list[str]:
    return [of["href"] or "" for tag, of in Tags(page.html).opened if tag == "a" and "href" in of]


def test_every_map_counts_its_cells(shown: Any) -> None:
    """Advice has no limit on the hotline, no reason why not in the shop; the shop says nothing."""
    assert {one.title: one.count for one in shown["maps"]} == {
        "事项与渠道": Count(3, 1, 2),
        "业务与渠道": Count(1, 1, 1),
        "服务维度与条款": Count(2, 1, 5),
        "岗位与条款": Count(2, 0, 1),
        "条款与题目": Count(3, 6, 0),
        "法定要求与我们的规定": Count(1, 1, 2),
    }


def test_the_promise_of_a_procedure_answers_and_a_norm_where_it_does_not_hold(shown: Any) -> None:
    found = {
        row.channel.id: [one and one.limit and one.limit.id for one in row.cells]
        for row in shown["rows"]
    }
    assert found == {
        "hotline": ["answer", None],
        "letter": ["by-letter", None],
        "shop": ["answer", None],
    }


def test_one_post_that_takes_in_everything_is_named_once(shown: Any, page: Rendered) -> None:
    assert [row.by for row in shown["rows"]] == ["agent", "desk", "desk"]
    hotline = page.html.split("热线</a>")[1].split("</tr>")[0]
    assert hotline.count("客服代表") == 1


def test_what_is_not_taken_in_is_told_from_what_nobody_wrote(page: Rendered) -> None:
    letter, shop = (
        page.html.split(f"{name}</a>")[1].split("</tr>")[0] for name in ("信函", "营业厅")
    )
    assert "○ 不受理" in letter
    assert "✕ 没有写" in shop
    assert "不接受咨询；请拨打热线。" in page.html


def test_a_business_says_where_it_is_done_where_not_and_where_nobody_knows(shown: Any) -> None:
    (offer,) = shown["offers"]  # a policy is only told
    assert offer.service.id == "new-number"
    assert [one.channel for one in offer.done] == ["hotline"]
    assert [(one.channel, one.instead) for one in offer.excluded] == [("letter", "hotline")]
    assert [one.id for one in offer.unsaid] == ["shop"]


def test_a_channel_that_sends_people_on_is_no_gap() -> None:
    kiosk = (
        "kind: channel\nid: kiosk\ntitle: 自助机\nmedium: self-service\nreach: 门口\n"
        "hours: 每天 08:00–20:00\nidentity: password\nintake: []\notherwise: hotline\n"
    )
    book = rendering.renderer(managed(kiosk).corpus).book
    told: Any = view(book, book.pages[COVERAGE], _)
    (offer,) = told["offers"]
    assert [one.id for one in offer.otherwise] == ["kiosk"]
    counts = {one.title: one.count for one in told["maps"]}
    assert counts["业务与渠道"] == Count(1, 2, 1)
    assert counts["事项与渠道"] == Count(3, 3, 2)


def test_a_cell_of_a_dimension_leads_to_its_norms_or_says_why(
    made: Renderer, page: Rendered
) -> None:
    goal = made.render(made.book.pages[COVERED_NORMS])
    anchors = [one.partition("#")[2] for one in _links(page) if one.startswith("norms/#")]
    assert anchors == ["reliability-operational-process", "reliability-behavioural-process"]
    assert set(anchors) <= goal.anchors
    assert "○ 看过程就知道" in page.html
    assert page.html.count("✕ 没有条款") == 5
    listed: Any = view_norms(made.book, made.book.pages[COVERED_NORMS], _)
    reliability = {one.id: cells for one, cells in listed["dimensions"]}["reliability"]
    assert [[one.id for one in norms] for _cell, norms in reliability] == [
        ["tell-truth", "keep-word"],  # the first chapter first
        [],
        ["be-kind"],
        [],
    ]


def test_norms_are_counted_by_post_and_chapter(made: Renderer) -> None:
    told: Any = view_roles(made.book, made.book.pages[COVERED_ROLES], _)
    assert [one.number for one in told["chapters"]] == [1, 2]
    assert [
        (one.role.id, one.norms, one.scored, one.red, one.chapters) for one in told["posts"]
    ] == [("agent", 3, 1, 1, (1, 2)), ("desk", 1, 1, 0, (0, 1)), ("chief", 0, 0, 0, (0, 0))]


def test_a_count_leads_to_the_page_of_the_post(made: Renderer) -> None:
    page = made.render(made.book.pages[COVERED_ROLES])
    for link in _links(page):
        if "#" in link and "roles/" in link:
            name, _sep, anchor = link.removeprefix("../../roles/").partition("/#")
            assert anchor in made.render(made.book.pages[f"roles/{name}"]).anchors, link
    assert page.html.count("✕ 没有条款") == 1


def test_clauses_are_counted_by_their_questions(made: Renderer) -> None:
    """One limit is asked as a case, which a norm cites; a business is asked on two channels."""
    told: Any = view_questions(made.book, made.book.pages[COVERED_QUESTIONS], _)
    assert told["whole"] == Total(9, 3, 3, (0, 0, 3))
    posts = {role.id: total for role, total in told["posts"]}
    assert posts["agent"] == Total(7, 3, 3, (0, 0, 3))
    assert posts["chief"] == Total(0, 0, 0, (0, 0, 0))
    assert sum(len(rows) for _why, rows in told["gaps"]) == 6
    assert sum(part.total.clauses for part in told["parts"]) == 9


def test_a_clause_without_questions_says_why(made: Renderer) -> None:
    page = made.render(made.book.pages[COVERED_QUESTIONS])
    assert "没有可以出题的字段" in page.html
    assert "3 条有题" in page.html


def test_customers_are_shown_none_of_it() -> None:
    book = rendering.renderer(managed().corpus, audience=Audience.PUBLIC).book
    assert not [path for path in book.pages if path.startswith(("coverage/", "owners/"))]
    made = rendering.renderer(managed().corpus, audience=Audience.PUBLIC)
    assert "coverage" not in made.render(made.book.pages["index"]).html


def test_managers_find_it_from_the_first_page_and_the_indexes(made: Renderer) -> None:
    for path in ("index", "lookup/index"):
        assert (COVERAGE, "") in made.render(made.book.pages[path]).links, path


def test_the_flagship_has_no_gap_that_a_rule_would_refuse(flagship: Renderer) -> None:
    """C02 and C04 leave none among requests and dimensions, C03 none in the network."""
    told: Any = view(flagship.book, flagship.book.pages[COVERAGE], _)
    counts = {one.title: one.count for one in told["maps"]}
    for title in ("事项与渠道", "服务维度与条款", "职能与层级", "突发事件类别与分级"):
        assert counts[title].filled > 0, title
        assert counts[title].gaps == 0, title
