"""A whole site of hostile titles: the theme around the pages shows them as text, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specimens import specimens

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from browsing import Site
    from playwright.sync_api import Page


ATTACK = (
    "</title></nav><script>window.ran=1</script><img src=x onerror='window.ran=2'>\"{{ 7 * 7 }}"
)


def test_titles_run_nothing_in_tabs_trees_and_contents(
    serve_manual: Callable[[Path, Path], AbstractContextManager[Site]],
    page: Page,
    tmp_path: Path,
) -> None:
    manual = tmp_path / "manual"
    for entry in specimens(lambda key: ATTACK).entries.values():
        source = entry.document.source
        (manual / source.file).parent.mkdir(parents=True, exist_ok=True)
        (manual / source.file).write_text(source.text, encoding="utf-8")
    (manual / "content").mkdir()
    with serve_manual(manual, tmp_path / "site") as site:
        for template in ("home", "chapter", "section", "norm", "principle", "role", "glossary"):
            page.goto(site.samples[template])
            page.wait_for_timeout(100)
            assert page.evaluate("window.ran") is None, template
        page.goto(site.samples["norm"])
        assert page.title().startswith(ATTACK)
        here = page.locator(".md-nav--primary a.md-nav__link--active").first.text_content()
        assert here
        assert here.strip() == ATTACK
        assert page.locator("h1").first.evaluate("node => node.firstChild.textContent") == ATTACK
