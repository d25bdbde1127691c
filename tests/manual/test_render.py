"""Pages of every kind, from a manual that holds one item of each with every field filled."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
import rendering
from marked import Tags
from specimens import specimens

from guifan.corpus.editions import edition
from guifan.corpus.graph import Corpus
from guifan.language.kinds import KINDS
from guifan.language.model import Audience

if TYPE_CHECKING:
    from guifan.manual.render import Rendered

PAGES = rendering.pages(specimens(lambda key: f"正文 {key}"))


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_well_formed(path: str) -> None:
    tags = Tags(PAGES[path].html)
    assert not tags.faults
    ids = [attributes["id"] for _, attributes in tags.opened if "id" in attributes]
    assert len(ids) == len(set(ids)), "an id stands twice"


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_one_title_and_its_headings_do_not_skip_a_level(path: str) -> None:
    levels = [int(tag[1]) for tag, _ in Tags(PAGES[path].html).opened if tag in ("h1", "h2", "h3")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_carries_no_words_of_script_and_no_style_of_its_own(path: str) -> None:
    for tag, attributes in Tags(PAGES[path].html).opened:
        assert tag not in ("style", "iframe", "object")
        assert tag != "script" or str(attributes.get("src")).startswith(("../", "assets/")), (
            "words in it"
        )
        assert not [name for name in attributes if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("path", PAGES)
def test_every_anchor_that_a_page_announces_is_on_it(path: str) -> None:
    page: Rendered = PAGES[path]
    ids = {attributes.get("id") for _, attributes in Tags(page.html).opened}
    assert page.anchors <= ids


def test_every_link_between_pages_arrives() -> None:
    for path, page in PAGES.items():
        for goal, anchor in page.links:
            assert goal in PAGES, path
            assert not anchor or anchor in PAGES[goal].anchors, f"{path}: {goal}#{anchor}"


def test_a_template_is_used_by_every_kind_of_page() -> None:
    """A template that nothing renders is dead; a page without one is not a page."""
    pages = {name for name in rendering.templates() if not name.startswith("_")}
    assert pages == {*rendering.used(specimens(str)), "item", "moved"}


def test_a_part_of_templates_is_used_by_one() -> None:
    folder = rendering.ROOT / "site_templates/pages"
    texts = [path.read_text("utf-8") for path in folder.glob("*.html")]
    parts = {name for name in rendering.templates() if name.startswith("_")}
    assert parts
    assert [name for name in parts if not any(f'"pages/{name}.html"' in one for one in texts)] == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_page_stands_when_nothing_that_it_names_may_be_shown(kind: str) -> None:
    """The customers' edition of a manual in which one item alone is for customers."""
    whole = specimens(lambda key: f"正文 {key}")
    entries = {
        name: replace(entry, item=entry.item.model_copy(update={"audience": Audience.INTERNAL}))
        if entry.item.kind not in (kind, "manual")
        else entry
        for name, entry in whole.entries.items()
    }
    shown = edition(Corpus(MappingProxyType(entries)), Audience.PUBLIC)
    assert {item.kind for item in shown} == {kind, "manual"}
    for page in rendering.pages(shown).values():
        assert not Tags(page.html).faults
