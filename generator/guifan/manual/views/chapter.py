"""A chapter's page: its sections and what stands in them."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.manual import Chapter
from guifan.manual.book import Book, Page, chapter_path, placed

_LEADING = ("principle", "procedure", "norm", "playbook", "service", "announcement", "channel")
"""The kinds that a chapter's page lists; the section's own page has the rest."""

_SHOWN = 6
"""So many of a section stand with their sentence, the others by name: a page one can look over."""


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``sections``: each section with its items; ``own``: what stands in none of them.

    ``page_of_section`` gives a section's page; ``leading`` picks what staff read first, and so
    many of it are ``shown`` with their sentence.
    """
    chapter = page.subject
    assert isinstance(chapter, Chapter)
    corpus = book.corpus
    return {
        "sections": [(one, placed(corpus, chapter, one)) for one in chapter.sections],
        "own": placed(corpus, chapter),
        "leading": lambda items: [item for item in items if item.kind in _LEADING],
        "shown": _SHOWN,
        "page_of_section": lambda section: book.pages[chapter_path(chapter, section)],
    }
