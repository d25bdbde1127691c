"""The number index: every limit in one table."""

from collections.abc import Callable, Mapping

from guifan.corpus.views import quantities
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Callable[[str], str]) -> Mapping[str, object]:
    """``limits``: in the order of chapters."""
    return {"limits": tuple(quantities(book.corpus))}
