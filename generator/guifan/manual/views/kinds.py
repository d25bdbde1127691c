"""The index of kinds."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.manual.book import Book, Page
from guifan.manual.reference import kind_path, kinds_by_use


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``kinds``: each with its page, the most used first."""
    corpus = book.corpus
    return {"kinds": [(one, book.pages[kind_path(one.kind)]) for one in kinds_by_use(corpus)]}
