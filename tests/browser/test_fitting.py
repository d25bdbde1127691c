"""What fits: a day on a phone, a tree of units on a desk, an index folded, a post on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from browsing import DESK, PHONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from browsing import Site
    from playwright.sync_api import Page

    Open = Callable[..., Page]

CUT = "(node => node.scrollWidth > node.clientWidth)(document.querySelector('.gf-figure'))"
SHEETS = 20
"""A post's page is read at a desk; so many sheets are the most that anybody prints of it."""


@pytest.mark.parametrize(
    ("path", "screen"),
    [
        ("rotas/command-duty-rota/", PHONE),
        ("rotas/complaint-rota/", PHONE),
        ("units/own-shops/", DESK),
        ("units/", DESK),
    ],
)
def test_a_picture_is_seen_whole(
    site: Site, new_page: Open, path: str, screen: dict[str, int]
) -> None:
    page = new_page(viewport=screen)
    page.goto(site.root + path)
    assert page.locator(".gf-figure svg").first.is_visible()
    assert not page.evaluate(CUT)


def test_on_a_phone_the_letters_of_the_glossary_wait_folded(site: Site, new_page: Open) -> None:
    page = new_page(viewport=PHONE)
    page.goto(site.samples["glossary"])
    letters = page.locator(".gf-letter > details")
    assert letters.count() > 10
    assert not [one for one in letters.all() if one.get_attribute("open") is not None]
    page.locator(".gf-letters a", has_text="T").click()
    page.wait_for_function("document.querySelector('#T ~ details').open")
    page.locator("[data-gf-filter]").fill("听班")
    shown = [one for one in page.locator("[data-gf-row]").all() if one.is_visible()]
    assert shown
    assert all("听班" in one.inner_text() for one in shown)
    assert not page.locator("#Z").is_visible(), "a letter without any steps aside"
    page.locator("[data-gf-filter]").fill("")
    assert page.locator("#Z").is_visible()
    assert not page.locator("#Z ~ details dl").is_visible()


def test_metrics_are_filtered_over_all_families(site: Site, new_page: Open) -> None:
    page = new_page(viewport=DESK)
    page.goto(site.samples["metrics"])
    page.locator("[data-gf-filter]").fill("15 秒接通率")
    shown = [one for one in page.locator("#all-metrics tbody tr").all() if one.is_visible()]
    assert len(shown) == 1
    assert len([one for one in page.locator("#all-metrics h2").all() if one.is_visible()]) == 1


def test_a_number_on_a_phone_says_who_is_responsible(site: Site, new_page: Open) -> None:
    page = new_page(viewport=PHONE)
    page.goto(site.samples["numbers"])
    page.locator("[data-gf-filter]").fill("权限")
    shown = [one for one in page.locator("#all-numbers tbody tr").all() if one.is_visible()]
    assert len(shown) > 5
    for row in shown:
        assert row.locator("a[href*='roles/']").last.is_visible()
        assert not [one for one in row.locator(".gf-nil").all() if one.is_visible()]


@pytest.mark.parametrize("role", ["hotline-agent", "shift-leader", "duty-manager"])
def test_a_posts_page_prints_on_a_few_sheets(site: Site, new_page: Open, role: str) -> None:
    page = new_page(viewport=DESK)
    page.goto(f"{site.root}roles/{role}/")
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    assert sheets <= SHEETS


def test_a_form_leaves_more_room_for_a_long_answer(site: Site, new_page: Open) -> None:
    page = new_page(viewport=DESK)
    page.goto(f"{site.root}forms/complaint-ticket/")
    page.emulate_media(media="print")
    height = "name => document.getElementById(name).getBoundingClientRect().height"
    assert page.evaluate(height, "happened") > 2 * page.evaluate(height, "customer-name")
