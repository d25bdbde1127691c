"""A site that a test's browser visits, the screens it is read on, and what all can read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from playwright.sync_api import Page

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
SHEET = {"width": 703, "height": 1016}
"""A4 within its margins, in px."""

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
THEME = {
    # The theme's drawers are layers that it opens by checkboxes without names.
    "exclude": [["[data-md-toggle]"]],
}
TO_THE_TOP = "document.querySelectorAll('.md-sidebar__scrollwrap').forEach(n => n.scrollTop = 0)"
"""What is scrolled half under the bar's own title is no small target."""

TOO_WIDE = """
  [...document.querySelectorAll('.md-content *')]
    .filter(node => !node.closest('.gf-visually-hidden'))
    .filter(node => node.getBoundingClientRect().right > innerWidth + 1)
    .map(node => node.className.baseVal ?? node.className).slice(0, 5)
"""


@dataclass(frozen=True)
class Site:
    """A served site.

    Args:
        folder: its files.
        root: its address, with a slash at the end.
        samples: for every template the address of the page that shows most with it.
    """

    folder: Path
    root: str
    samples: Mapping[str, str]


def assert_accessible(page: Page, rules: list[str]) -> None:
    """No rule of these, by axe, is broken in what is ours of a page."""
    page.evaluate(TO_THE_TOP)
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    found = Axe().run(page, context=THEME, options=options)
    faults = [
        f"{one['id']}: {node['target']} {node['html'][:160]} {node['failureSummary']}"
        for one in found.response["violations"]
        for node in one["nodes"][:3]
    ]
    assert not faults, "\n".join(faults)
