"""What customers see of a manual: nothing of how we checked it, and no chapter without content."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import rendering
from marked import Tags
from specimens import specimens

from guifan.corpus.editions import edition
from guifan.corpus.graph import Corpus
from guifan.language.kinds.regulation import Verification
from guifan.language.model import Audience

WHOLE = specimens(lambda key: f"正文 {key}")


def _said(corpus: Corpus, audience: Audience) -> dict[str, str]:
    pages = rendering.pages(edition(corpus, audience), audience=audience)
    return {
        path: "".join(text for _, text in Tags(page.html).texts) for path, page in pages.items()
    }


def test_how_far_a_figure_was_checked_is_told_to_staff_alone() -> None:
    told = [one.label for one in Verification]
    named = ("regulations/the-regulation", "regulations/index", "limits/the-limit")
    staff, customers = _said(WHOLE, Audience.INTERNAL), _said(WHOLE, Audience.PUBLIC)
    for path in named:
        assert any(one in staff[path] for one in told), path
        assert "核验" not in customers[path]
    for path, text in customers.items():
        assert not [one for one in told if one in text], path


def test_a_chapter_with_nothing_for_customers_is_not_in_their_edition() -> None:
    entries = {
        name: replace(entry, item=entry.item.model_copy(update={"audience": Audience.INTERNAL}))
        if entry.item.kind != "manual"
        else entry
        for name, entry in WHOLE.entries.items()
    }
    corpus = Corpus(MappingProxyType(entries))
    chapter = "chapters/one-chapters/index"
    assert chapter in _said(corpus, Audience.INTERNAL)
    assert chapter not in _said(corpus, Audience.PUBLIC)
    assert chapter in _said(WHOLE, Audience.PUBLIC)
