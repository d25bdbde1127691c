"""Worst cases as they are read: the calendar whole on a phone, its words told, nothing too wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import DESK, PHONE, WCAG, assert_accessible

if TYPE_CHECKING:
    from collections.abc import Callable

    from browsing import Site
    from playwright.sync_api import Page

    Open = Callable[..., Page]

LIMIT = "limits/complaint-answer/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", [LIMIT, "procedures/complaint-handling/", "requirements/", "numbers/"]
)
def test_nothing_is_wider_than_a_phone(site: Site, new_page: Open, path: str, scheme: str) -> None:
    page = new_page(viewport=PHONE, color_scheme=scheme)
    page.goto(site.root + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    if path in (LIMIT, "requirements/"):
        assert_accessible(page, WCAG)


def test_the_whole_week_is_seen_on_a_phone(site: Site, new_page: Open) -> None:
    page = new_page(viewport=PHONE)
    page.goto(site.root + LIMIT)
    pictures = page.locator(".gf-timeline")
    assert pictures.count() == 2
    for at in range(2):
        frame = pictures.nth(at).locator("xpath=..")
        assert frame.evaluate("node => node.scrollWidth <= node.clientWidth")
    image = page.get_by_role("img", name="投诉答复：最不利情形，用足延期")
    assert image.count() == 1
    assert "法定底线" in (image.locator("desc").text_content() or "")


def test_both_pictures_stand_side_by_side_at_a_desk(site: Site, new_page: Open) -> None:
    page = new_page(viewport=DESK)
    page.goto(site.root + LIMIT)
    one, other = (page.locator(".gf-timeline").nth(at).bounding_box() for at in range(2))
    assert one
    assert other
    assert one["y"] == other["y"]
    assert one["x"] + one["width"] <= other["x"]


def test_a_step_in_the_picture_leads_to_the_step(site: Site, new_page: Open) -> None:
    page = new_page(viewport=DESK)
    page.goto(site.root + "procedures/complaint-handling/")
    page.locator(".gf-timeline").get_by_role("link", name="12 答复客户").click()
    page.wait_for_url("**/procedures/complaint-handling/#answer")


def test_the_summary_leaves_the_rows_that_it_counts(site: Site, new_page: Open) -> None:
    page = new_page(viewport=DESK)
    page.goto(site.root + "requirements/")
    rows = page.locator("#requirements-tables tbody tr:visible")
    every = rows.count()
    button = page.get_by_role("button", name="与法定相同")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert rows.count() == int(button.locator("b").inner_text())
    assert all("与法定相同" in text for text in rows.all_inner_texts())
    assert not page.get_by_role("heading", name="法律没有规定").is_visible()
    button.click()
    assert rows.count() == every
