"""Every kind of page as readers meet it: on a desk, on a phone, in the dark, on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import rendering
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Callable

    from browsing import Site
    from playwright.sync_api import Page

    Open = Callable[..., Page]

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
SHEET = {"width": 703, "height": 1016}
"""A4 within its margins, in px."""

TEMPLATES = sorted(rendering.templates() - {"_macros", "item", "moved"})
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
THEME = {
    # The theme's drawers and search are layers that it opens by checkboxes without names.
    "exclude": [["[data-md-toggle]"], [".md-search"]],
}
TO_THE_TOP = "document.querySelectorAll('.md-sidebar__scrollwrap').forEach(n => n.scrollTop = 0)"
"""What is scrolled half under the bar's own title is no small target."""

TOO_WIDE = """
  [...document.querySelectorAll('.md-content *')]
    .filter(node => !node.closest('.gf-visually-hidden'))
    .filter(node => node.getBoundingClientRect().right > innerWidth + 1)
    .map(node => node.className.baseVal ?? node.className).slice(0, 5)
"""


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
    _assert_accessible(_opened(new_page, address, viewport=DESK), WCAG)


def test_a_page_can_be_read_in_the_dark_on_a_phone(new_page: Open, address: str) -> None:
    page = _opened(new_page, address, viewport=PHONE, color_scheme="dark")
    page.wait_for_function("document.body.dataset.mdColorScheme == 'slate'")
    _assert_accessible(page, ["color-contrast", "scrollable-region-focusable"])
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def _assert_accessible(page: Page, rules: list[str]) -> None:
    page.evaluate(TO_THE_TOP)
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    found = Axe().run(page, context=THEME, options=options)
    faults = [
        f"{one['id']}: {node['target']} {node['html'][:160]} {node['failureSummary']}"
        for one in found.response["violations"]
        for node in one["nodes"][:3]
    ]
    assert not faults, "\n".join(faults)


def test_a_page_prints_whole_on_a4(new_page: Open, address: str) -> None:
    """No bars of the site, nothing folded, nothing wider than the sheet, dark only the ink."""
    page = _opened(new_page, address, viewport=SHEET, color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".md-header").is_hidden()
    assert page.locator(".md-content details:not([open])").count() == 0
    assert not page.evaluate(TOO_WIDE)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    heights = "[...document.querySelectorAll('.gf-figure svg')].map(n => n.clientHeight)"
    assert max(page.evaluate(heights), default=0) <= SHEET["height"], "a picture is cut"
    printed = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) >= 1
