"""A section's page: its items by kind."""

from collections.abc import Mapping

from guifan.corpus.views import placed
from guifan.language.catalogues import Translator
from guifan.language.kinds import KINDS
from guifan.language.kinds.manual import Chapter, Section
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``chapter``, ``section``, and ``groups``: each kind's Chinese name with its items."""
    assert isinstance(page.subject, tuple)
    chapter, section = page.subject
    assert isinstance(chapter, Chapter)
    assert isinstance(section, Section)
    items = placed(book.corpus, chapter.id, section.id)
    groups = [
        (model, [item for item in items if item.kind == kind]) for kind, model in KINDS.items()
    ]
    return {
        "chapter": chapter,
        "section": section,
        "groups": [(model, found) for model, found in groups if found],
    }
