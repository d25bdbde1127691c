"""What a reader does on the pages: go by keyboard, copy, sort, see what lapsed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from browsing import Site
    from playwright.sync_api import Page

LINE = 40
"""Two things that stand side by side may differ by this many px in height."""

PLACE = """(() => {
  const node = document.activeElement;
  return node.closest('.md-content') && node.getBoundingClientRect().top + scrollY;
})()"""
"""How far down the page the focus is; null outside the content."""

NO_CLIPBOARD = """
Object.defineProperty(navigator, 'clipboard', {value: undefined});
document.execCommand = () => { window.copied = getSelection().toString(); };
"""


def test_the_keyboard_goes_straight_to_the_content_and_down(site: Site, page: Page) -> None:
    page.goto(site.samples["norm"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")
    page.keyboard.press("Enter")
    tops = []
    for _ in range(12):
        page.keyboard.press("Tab")
        tops.append(page.evaluate(PLACE))
    assert None not in tops, "the focus left the content"
    assert max(before - after for before, after in pairwise(tops)) < LINE, "the focus jumps back"


def test_every_page_says_as_of_which_day(site: Site, page: Page) -> None:
    page.goto(site.samples["limit"])
    assert page.locator(".md-footer .gf-asof time").get_attribute("datetime")
    assert "Made with" not in page.locator(".md-footer").inner_text()


@pytest.mark.parametrize("answer", ["clipboard", "no clipboard"])
def test_a_clause_is_copied_with_its_source(
    site: Site, new_page: Callable[..., Page], answer: str
) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    if answer == "no clipboard":
        page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page.add_init_script(
            "document.execCommand = () => { window.copied = getSelection() + ''; }"
        )
    page.goto(site.samples["norm"])
    page.locator("[data-gf-cite]").click()
    title = page.locator("h1").evaluate("node => node.firstChild.textContent.trim()")
    copied = page.evaluate("navigator.clipboard ? navigator.clipboard.readText() : window.copied")
    assert page.locator("[data-gf-cite]").inner_text() == "已复制"
    assert f"——{title}（" in copied
    assert copied.endswith(site.samples["norm"])


def test_numbers_sort_by_size_and_not_by_digits(site: Site, page: Page) -> None:
    page.goto(site.samples["numbers"])
    page.get_by_role("button", name="数值").click()
    shown = page.locator(".gf-sortable tbody td:nth-child(2) b").all_inner_texts()
    days = [int(one.split()[0]) for one in shown if one.endswith("个工作日")]
    assert len(days) > 3
    assert days == sorted(days)
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("数值")


def test_what_has_lapsed_says_so_against_the_readers_clock(site: Site, page: Page) -> None:
    page.clock.set_fixed_time("2031-01-01T00:00:00")
    page.goto(site.samples["norm"])
    assert page.locator("[data-gf-when=review]").is_visible()
    page.clock.set_fixed_time("2025-01-01T00:00:00")
    page.reload()
    assert page.locator("[data-gf-when=future]").is_visible()
    assert page.locator("[data-gf-when=review]").is_hidden()


def test_a_filter_leaves_the_rows_that_hold_what_is_typed(site: Site, page: Page) -> None:
    page.goto(site.samples["numbers"])
    rows = page.locator("#all-numbers tbody tr")
    whole = rows.count()
    page.locator("[data-gf-filter]").fill("话费补偿 班长")
    shown = [row for row in rows.all() if row.is_visible()]
    assert 0 < len(shown) < whole
    assert all("话费补偿" in row.inner_text() and "班长" in row.inner_text() for row in shown)
    page.locator("[data-gf-filter]").fill("没有这样的行")
    assert page.locator("[data-gf-none]").is_visible()
    assert not [row for row in rows.all() if row.is_visible()]


@pytest.mark.parametrize(
    ("instant", "shift"),
    [("2026-06-03T02:00:00Z", "早班"), ("2026-06-03T18:30:00Z", "夜班")],
    ids=["ten in the morning in Shanghai", "half past two at night in Shanghai"],
)
def test_who_is_on_duty_follows_the_manuals_clock(
    site: Site, page: Page, instant: str, shift: str
) -> None:
    page.clock.set_fixed_time(instant)
    page.goto(site.samples["duty"])
    agents = page.locator("#all-posts tbody tr:has(th a[href*='roles/hotline-agent/'])").first
    on = [one for one in agents.locator("[data-gf-week]").all() if "现在" in one.inner_text()]
    assert [one.inner_text().split()[0] for one in on] == [shift]


def test_a_wide_picture_waits_folded_on_a_phone(site: Site, new_page: Callable[..., Page]) -> None:
    for width, is_open in ((390, False), (1280, True)):
        page = new_page(viewport={"width": width, "height": 844})
        page.goto(site.samples["procedure"])
        assert page.locator("details.gf-narrow").evaluate("node => node.open") is is_open


@pytest.mark.parametrize(
    ("instant", "mark"),
    [("2025-01-01", "未生效"), ("2026-12-01", "执行中"), ("2031-01-01", "已失效")],
)
def test_a_list_of_announcements_says_which_hold_today(
    site: Site, page: Page, instant: str, mark: str
) -> None:
    page.clock.set_fixed_time(f"{instant}T04:00:00Z")
    page.goto(f"{site.root}announcements/")
    notice = page.locator("#refund-scam-statement").locator("..")
    assert notice.locator(".gf-mark:visible").all_inner_texts() == [mark]


def test_the_first_page_shows_an_announcement_only_while_it_holds(site: Site, page: Page) -> None:
    page.clock.set_fixed_time("2026-12-01T04:00:00Z")
    page.goto(site.root)
    notice = page.locator(".gf-announcement", has_text="冒充云川通信客服")
    assert notice.is_visible()
    assert "2027" in notice.inner_text(), "it says until when"
    page.clock.set_fixed_time("2031-01-01T04:00:00Z")
    page.goto(site.root)
    assert not notice.is_visible()
