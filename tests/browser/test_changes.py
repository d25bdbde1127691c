"""The page of changes in a browser: narrowed down to a post, and the address keeps the choice."""

from __future__ import annotations

import contextlib
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from browsing import DESK, PHONE, WCAG, Site, assert_accessible
from rendering import ROOT

from guifan.changes.editions import Edition
from guifan.checks.reading import read_standards
from guifan.publish.editions import write_edition
from guifan.publish.files import read_sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Page

    Serve = Callable[[Path, Path], AbstractContextManager[Site]]
    Open = Callable[..., Page]

TERMS = "standards/terms.yaml"
SHOWN = """() => [...document.querySelectorAll("[data-gf-change]")]
  .filter(one => one.checkVisibility()).map(one => one.querySelector("b").textContent)"""


def released(root: Path, number: int) -> None:
    corpus = read_standards(*read_sources(root)).corpus
    write_edition(root, Edition(number, "", date(2026, number, 1), corpus))


@pytest.fixture
def changes(tmp_path: Path, serve_manual: Serve) -> Iterator[str]:
    """The address of the page, of a shop in which a post, a term and a limit were changed."""
    shop = shutil.copytree(ROOT / "tests/publish/shop", tmp_path / "shop")
    released(shop, 1)
    for file, old, new in (
        ("standards/units.yaml", "接待来店客户", "接待每一位来店客户"),
        (TERMS, "客户把商品交还小店", "客户把买到的商品交还小店"),
    ):
        path = shop / file
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    released(shop, 2)
    with contextlib.ExitStack() as stack:
        yield f"{stack.enter_context(serve_manual(shop, tmp_path / 'site')).root}changes/"


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_a_choice_narrows_the_lists_and_stands_in_the_address(
    changes: str, new_page: Open, screen: dict[str, int]
) -> None:
    page = new_page(viewport=screen)
    page.goto(changes)
    assert page.evaluate(SHOWN) == ["退货", "前台"]
    page.get_by_label("岗位").select_option("总店")
    assert page.evaluate(SHOWN) == ["前台"]
    assert page.url == f"{changes}#post=head-office"
    assert page.get_by_role("status").filter(has_text="符合的有 1 处。").is_visible()
    page.get_by_label("章节").select_option("1 基础")
    assert page.url == f"{changes}#post=head-office&chapter=basics"
    page.get_by_label("岗位").select_option("")
    page.get_by_label("章节").select_option("")
    assert page.url == changes
    assert page.evaluate(SHOWN) == ["退货", "前台"]
    assert_accessible(page, WCAG)


def test_an_address_with_a_choice_shows_it_and_a_heading_leaves_it(
    changes: str, new_page: Open
) -> None:
    page = new_page(viewport=DESK)
    page.goto(f"{changes}#post=head-office")
    assert page.evaluate(SHOWN) == ["前台"]
    page.evaluate("location.hash = 'edition-2'")
    assert page.evaluate(SHOWN) == ["前台"]
    page.goto("about:blank")
    page.goto(f"{changes}#post=nobody")
    assert page.evaluate(SHOWN) == ["退货", "前台"]


def test_without_scripts_every_change_is_there(changes: str, new_page: Open) -> None:
    page = new_page(viewport=DESK, java_script_enabled=False)
    page.goto(changes)
    assert page.locator("[data-gf-change]").count() == 2
    assert not page.get_by_label("岗位").is_visible()
