"""A section's page: its items by kind."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds import KINDS
from guifan.language.kinds.manual import Chapter, Section
from guifan.manual.arrange import READING
from guifan.manual.book import Book, Page, placed


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``chapter``, ``section``, and ``groups``: each kind with its items, in reading order."""
    assert isinstance(page.subject, tuple)
    chapter, section = page.subject
    assert isinstance(chapter, Chapter)
    assert isinstance(section, Section)
    items = placed(book.corpus, chapter, section)
    groups = [(KINDS[kind], [item for item in items if item.kind == kind]) for kind in READING]
    return {
        "chapter": chapter,
        "section": section,
        "groups": [(model, found) for model, found in groups if found],
    }
