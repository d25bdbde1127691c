"""Who answers for what and by when; no page depends on the day on which it is built."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import rendering
from managed import managed
from marked import Tags

from guifan.language.catalogues import translator
from guifan.language.model import Audience
from guifan.manual.arrange import OWNERS, arrange
from guifan.manual.render import Renderer, Settings
from guifan.manual.views.owner import view as view_owner
from guifan.manual.views.owners import view
from guifan.publish.templates import environment

if TYPE_CHECKING:
    from guifan.manual.render import Rendered

_ = translator("zh-Hans")


def _made(day: date = rendering.DAY) -> Renderer:
    read = managed()
    book = arrange(read.corpus, Audience.INTERNAL, _, day, read.waivers)
    settings = Settings("zh-Hans", Audience.INTERNAL.value, directory_urls=True, day=day)
    return Renderer(book, environment(rendering.ROOT, _), settings, _)


@pytest.fixture(scope="module")
def made() -> Renderer:
    return _made()


@pytest.fixture(scope="module")
def shown(made: Renderer) -> Any:
    return view(made.book, made.book.pages[OWNERS], _)


@pytest.fixture(scope="module")
def page(made: Renderer) -> Rendered:
    return made.render(made.book.pages[OWNERS])


def test_units_stand_by_their_earliest_review(shown: Any) -> None:
    """Of 28 items one is withdrawn, one ends before its review; a post's are those of its unit."""
    autumn, winter = date(2026, 9, 30), date(2026, 12, 31)
    assert [(one.page.path, one.items, one.days) for one in shown["owners"]] == [
        ("owners/care", 23, ((autumn, 1), (winter, 22))),
        ("owners/legal", 3, ((winter, 3),)),
    ]


def test_every_item_that_needs_review_stands_on_its_owners_page_once(made: Renderer) -> None:
    listed = [
        item.id
        for path in made.book.pages
        if path.startswith("owners/") and path != OWNERS
        for _day, _count, kinds in _batches(made, path)
        for _kind, items in kinds
        for item in items
    ]
    assert len(listed) == len(set(listed))
    assert {one.id for one in made.book.corpus} - set(listed) == {"gone", "sooner"}


def _batches(made: Renderer, path: str) -> Any:
    found: Any = view_owner(made.book, made.book.pages[path], _)
    return found["batches"]


def test_a_units_items_stand_by_day_and_kind(made: Renderer) -> None:
    (autumn, count, kinds), (_winter, more, _kinds) = _batches(made, "owners/care")
    assert (autumn, count, more) == (date(2026, 9, 30), 1, 22)
    assert [(kind, [one.id for one in items]) for kind, items in kinds] == [
        ("服务条款", ["be-kind"])
    ]


def test_figures_nobody_verified_come_with_what_rests_on_them(shown: Any) -> None:
    """What was compared with the text is not among them, nor what binds the authority alone."""
    assert [(one.floor.id, [our.id for our in one.ours]) for one in shown["figures"]] == [
        ("keep-90d", []),
        ("answer-15d", ["answer"]),
    ]


def test_drafts_and_what_ends(shown: Any) -> None:
    assert [(one.id, post.id) for one, post in shown["drafts"]] == [("planned", "legal")]
    assert [(one.item.id, one.last, one.owner.id) for one in shown["endings"]] == [
        ("sooner", date(2026, 6, 30), "care"),
        ("later", date(2027, 5, 31), "care"),
    ]


def test_waivers_say_why_where_and_until_when(shown: Any, page: Rendered) -> None:
    assert [(one.code, one.reason) for one, _rule, _page in shown["waivers"]] == [
        ("W01", "照法规原文"),
        ("R02", "下一版的公告要用"),
    ]
    row = page.html.split("W01</a>")[1].split("</tr>")[0]
    assert 'data-gf-by="2026-07-31"' in row
    assert "照法规原文" in row
    assert ".yaml:" in row


def test_a_manual_without_waivers_says_so() -> None:
    html = rendering.pages(managed().corpus)[OWNERS].html
    assert "现在没有。" in html


def test_pages_do_not_change_with_the_day(made: Renderer) -> None:
    """The reader's clock marks what is late; a build at night leaves the pages as they are."""
    later = _made(date(2026, 12, 30))
    for path in made.book.pages:
        if path.startswith("owners/"):
            one, other = (it.render(it.book.pages[path]).html for it in (made, later))
            assert one == other, path


def test_the_page_of_a_unit_stays_its_own(made: Renderer) -> None:
    unit = made.book.corpus.get("care")
    assert unit
    found = made.book.page_of(unit)
    assert found
    assert found.path == "units/care"
    assert ("owners/care", "") in made.render(found).links


def test_every_day_is_marked_and_counted(page: Rendered) -> None:
    marked = [of for _tag, of in Tags(page.html).opened if "data-gf-by" in of]
    assert sum(int(of["data-gf-count"] or 0) for of in marked[:3]) == 26
