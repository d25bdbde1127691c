"""A playbook as a commander meets it: on a phone at night, with a late drill, on one sheet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import emergencies
import pytest
from browsing import PHONE, SHEET, TOO_WIDE, WCAG, assert_accessible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from browsing import Site
    from playwright.sync_api import Page

    Open = Callable[..., Page]
    Serve = Callable[[Path, Path], AbstractContextManager[Site]]

THUMB = 24
"""The least height of what a thumb aims at, in px (WCAG 2.2)."""


@pytest.fixture
def small(serve_manual: Serve, tmp_path: Path) -> Iterator[Site]:
    """The small manual of emergencies, with its numbers."""
    manual = emergencies.write(tmp_path / "manual")
    (manual / "content").mkdir()
    with serve_manual(manual, tmp_path / "site") as site:
        yield site


def opened(new_page: Open, site: Site, path: str, **options: object) -> Page:
    page = new_page(**options)
    page.goto(site.root + path)
    return page


def test_the_first_thing_on_a_phone_is_whom_to_call(small: Site, new_page: Open) -> None:
    page = opened(new_page, small, "playbooks/outage/", viewport=PHONE, color_scheme="dark")
    number = page.locator(".gf-calls a[href^='tel:']").first
    box = number.bounding_box()
    assert box
    assert box["y"] + box["height"] < PHONE["height"], "one has to scroll for the first number"
    assert box["height"] >= THUMB
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("path", ["playbooks/outage/", "emergencies/", "roles/duty/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_emergencies_are_open_to_all(
    small: Site, new_page: Open, path: str, scheme: str
) -> None:
    page = opened(new_page, small, path, viewport=PHONE, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(n => n.open = true)")
    assert_accessible(page, WCAG)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_one_tap_from_the_first_page_and_one_more_to_the_playbook(
    small: Site, new_page: Open
) -> None:
    page = opened(new_page, small, "", viewport=PHONE)
    page.get_by_role("link", name="突发事件：打开预案").click()
    page.get_by_role("link", name=re.compile("^网络中断 一片客户断网")).click()
    page.wait_for_url("**/playbooks/outage/")


def test_a_cell_opens_the_playbook_at_its_grade(small: Site, new_page: Open) -> None:
    page = opened(new_page, small, "emergencies/")
    page.get_by_role("link", name="网络中断 特重 Ⅰ级").click()
    page.wait_for_url("**/playbooks/outage/#grade-extreme")
    assert page.locator("tr:target th").inner_text().startswith("特重")


def test_an_overdue_drill_is_marked_against_the_readers_clock(small: Site, page: Page) -> None:
    """Drilled on 2026-08-31, every 6 months: due until the last day of February."""
    mark = page.get_by_text("演练过期：应在 2027-02-28 前再演练一次。")
    for instant, overdue in (("2027-02-28T04:00:00Z", False), ("2027-03-01T04:00:00Z", True)):
        page.clock.set_fixed_time(instant)
        page.goto(small.root + "playbooks/outage/")
        page.wait_for_function("document.querySelector('[data-gf-state]')")
        assert mark.is_visible() is overdue


def test_a_link_to_a_template_opens_it_and_its_words_can_be_copied(
    small: Site, new_page: Open
) -> None:
    page = opened(new_page, small, "playbooks/outage/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    words = page.locator("#say-outage-notice .gf-say")
    assert not words.is_visible()
    page.get_by_role("link", name="模板：中断告知").click()
    words.wait_for(state="visible")
    words.get_by_role("button", name="复制").click()
    page.get_by_role("button", name="已复制").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "【地区】中断，正在抢修，【几点】再告知。"


def test_contacts_triggers_and_the_first_hour_print_on_one_sheet(
    small: Site, site: Site, new_page: Open
) -> None:
    """Of the small manual and of the longest playbook of this one; the rest begins a new sheet."""
    for address in (f"{small.root}playbooks/outage/", site.samples["playbook"]):
        page = new_page(color_scheme="dark")
        page.goto(address)
        whole = _sheets(page)
        page.add_style_tag(content=".gf-rest { display: none }")
        assert _sheets(page) == 1, address
        assert whole > 1


def _sheets(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


def test_nothing_is_cut_from_the_sheet(small: Site, new_page: Open) -> None:
    page = opened(new_page, small, "playbooks/outage/", viewport=SHEET)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert not page.evaluate(TOO_WIDE)
    assert page.locator(".md-content details:not([open])").count() == 0
    assert not page.locator(".gf-jumps").is_visible()
