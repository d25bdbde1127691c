"""The index of chapters."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.manual.book import Book, Page, chapter_path, holdings


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``chapters``: each that the edition shows, with the number of its items."""
    manual = book.corpus.manual
    return {
        "chapters": [
            (one, len(holdings(book.corpus, one)))
            for one in (manual.chapters if manual else ())
            if chapter_path(one) in book.pages
        ]
    }
