"""A chapter's page: its sections and what stands in them."""

from collections.abc import Callable, Mapping

from guifan.corpus.views import placed
from guifan.language.kinds.manual import Chapter
from guifan.manual.book import Book, Page, chapter_path


def view(book: Book, page: Page, _: Callable[[str], str]) -> Mapping[str, object]:
    """``sections``: each section with its items; ``own``: what stands in none of them.

    ``page_of_section`` gives a section's page.
    """
    chapter = page.subject
    assert isinstance(chapter, Chapter)
    corpus = book.corpus
    return {
        "sections": [(one, placed(corpus, chapter.id, one.id)) for one in chapter.sections],
        "own": placed(corpus, chapter.id),
        "page_of_section": lambda section: book.pages[chapter_path(chapter, section)],
    }
