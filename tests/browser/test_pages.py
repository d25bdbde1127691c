"""Every kind of page as readers meet it: on a desk, on a phone, in the dark, on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import rendering
from browsing import DESK, PHONE, SHEET, TOO_WIDE, WCAG, assert_accessible

if TYPE_CHECKING:
    from collections.abc import Callable

    from browsing import Site
    from playwright.sync_api import Page

    Open = Callable[..., Page]

TEMPLATES = sorted(rendering.templates() - {"_macros", "item", "moved"})


@pytest.fixture(params=TEMPLATES)
def address(request: pytest.FixtureRequest, site: Site) -> str:
    """The address of the largest page of every template."""
    found = site.samples.get(request.param)
    if found is None:
        pytest.skip("the manual has no such item yet")
    return found


def _opened(new_page: Open, address: str, **options: object) -> Page:
    page = new_page(**options)
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.goto(address)
    assert not faults
    return page


def test_a_page_is_open_to_all(new_page: Open, address: str) -> None:
    assert_accessible(_opened(new_page, address, viewport=DESK), WCAG)


def test_a_page_can_be_read_in_the_dark_on_a_phone(new_page: Open, address: str) -> None:
    page = _opened(new_page, address, viewport=PHONE, color_scheme="dark")
    page.wait_for_function("document.body.dataset.mdColorScheme == 'slate'")
    assert_accessible(page, ["color-contrast", "scrollable-region-focusable"])
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_page_prints_whole_on_a4(new_page: Open, address: str) -> None:
    """No bars of the site, nothing wider than the sheet, dark only the ink.

    Nothing is folded but what says where it is printed in full.
    """
    page = _opened(new_page, address, viewport=SHEET, color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".md-header").is_hidden()
    assert page.locator(".md-content details:not([open])").count() == 0
    for folded in page.locator(".md-content details[data-gf-brief]").all():
        assert "全文见手册页面" in folded.locator("> summary").inner_text()
        assert not [one for one in folded.locator("> :not(summary)").all() if one.is_visible()]
    assert not page.evaluate(TOO_WIDE)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    heights = "[...document.querySelectorAll('.gf-figure svg')].map(n => n.clientHeight)"
    assert max(page.evaluate(heights), default=0) <= SHEET["height"], "a picture is cut"
    printed = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) >= 1
