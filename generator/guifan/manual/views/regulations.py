"""The index of legal instruments."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.regulation import Regulation
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``regulations`` in the order of the files."""
    return {"regulations": book.corpus.of(Regulation)}
