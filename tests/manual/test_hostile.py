"""Whatever stands in a text is text: it runs nothing, and the page keeps its structure."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
import rendering
from marked import Tags
from specimens import specimens

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from guifan.manual.render import Rendered

ATTACKS = (
    "<script>window.ran=1</script>",
    "<img src=x onerror=window.ran=2>",
    "<svg onload=window.ran=3><a xlink:href='javascript:window.ran=4'><text>点</text></a></svg>",
    "</p></div></main><h1>",
    "\" autofocus onfocus=window.ran=5 x=\"' onmouseover='window.ran=6",
    "[点](javascript:window.ran=7)",
    "[点](data:text/html;base64,PHNjcmlwdD4=)",
    "![图](javascript:window.ran=8)",
    "{{ 7 * 7 }}{% raw %}{{ corpus }}",
    "{{ ''.__class__.__mro__ }}",
    "<!-- --!> <![CDATA[ ]]> &lt;script&gt;",
    "{: onclick=window.ran=9 }",
    "\ue0000\ue001",
)
HARMLESS = "甲乙丙"


@cache
def _rendered(text: str) -> dict[str, Rendered]:
    return rendering.pages(specimens(lambda key: f"{text}【?空】"))


PLAIN = _rendered(HARMLESS)


def _shape(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """The tags of a page and the names of their attributes; a picture wraps its words as it may."""
    shape = [(tag, tuple(sorted(attributes))) for tag, attributes in Tags(page).opened]
    return [one for one in shape if one[0] != "text"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_changes_what_a_page_is_made_of(attack: str) -> None:
    for path, page in _rendered(attack).items():
        assert _shape(page.html) == _shape(PLAIN[path].html), path


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_title_is_shown_as_it_was_written(attack: str) -> None:
    words = Tags(_rendered(attack)["norms/the-norm"].html).words["h1"]
    assert words.strip() == f"{attack}【?空】".strip()


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_address_runs_anything(attack: str) -> None:
    for path, page in _rendered(attack).items():
        for _, attributes in Tags(page.html).opened:
            for name in ("href", "src", "xlink:href"):
                assert not (attributes.get(name) or "").startswith(("javascript:", "data:")), path


def test_a_browser_runs_nothing(new_page: Callable[..., Page], tmp_path: Path) -> None:
    """All attacks at once, in the pages of every kind, one after the other in one document."""
    pages = _rendered(" ".join(ATTACKS))
    written = tmp_path / "all.html"
    body = "".join(f"<main>{page.html}</main>" for page in pages.values())
    written.write_text(f"<!doctype html><meta charset=utf-8>{body}", encoding="utf-8")
    page = new_page()
    page.goto(written.as_uri())
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is None
    assert page.locator("main").count() == len(pages)
