"""No template holds a bare word: in the pseudo-locale every message stands in ⟦brackets⟧.

The manual of this test says everything in signs that are no letters, so that a letter outside
brackets is a word that nobody can translate.
"""

from __future__ import annotations

import re

import pytest
import rendering
from marked import Tags
from specimens import specimens

from guifan.language.catalogues import PSEUDO

SIGN = "※"
APART = {"code", "pre", "text"}
"""In code stands what is written in files; a picture cuts its words short and describes them."""

QUANTITIES = re.compile("working days?|times|days?|daily|CNY", re.IGNORECASE)
"""Quantities speak the locale's language without the catalogue."""

CHANGES = re.compile("stricter|Duties, figures and posts")
"""Which way a change goes, and how much it matters, is said in both languages by its module."""

SAID = ("aria-label", "title", "alt", "placeholder", "data-gf-label", "data-gf-done")
"""Attributes that a reader gets to see or hear."""

PAGES = {
    path: page
    for path, page in rendering.pages(specimens(lambda key: SIGN), PSEUDO).items()
    if not path.startswith("reference/rules")  # rules carry both languages in their own modules
}


def _bare(text: str) -> str:
    """The letters outside brackets."""
    depth, found = 0, ""
    for character in CHANGES.sub("", QUANTITIES.sub("", text)):
        depth += (character == "⟦") - (character == "⟧")
        found += character if character.isalpha() and not depth else ""
    return found


@pytest.mark.parametrize("path", PAGES)
def test_every_word_of_a_page_is_a_message(path: str) -> None:
    texts = Tags(PAGES[path].html).texts
    said = "".join(text for around, text in texts if not APART.intersection(around))
    assert said.count("⟦") == said.count("⟧")
    assert not _bare(said), said


@pytest.mark.parametrize("path", PAGES)
def test_every_word_of_an_attribute_is_a_message(path: str) -> None:
    for tag, attributes in Tags(PAGES[path].html).opened:
        for name in SAID:
            assert not _bare(attributes.get(name) or ""), (tag, name, attributes[name])


@pytest.mark.parametrize("path", PAGES)
def test_every_heading_of_the_contents_is_a_message(path: str) -> None:
    assert not _bare("".join(heading.title for heading in PAGES[path].headings))
