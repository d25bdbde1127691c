"""The moments of a call."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.manual.arrange import MOMENTS
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``moments``: each with its page."""
    moments = book.corpus.members(MOMENTS).values()
    return {"moments": [(one, book.pages[f"moments/{one.id}"]) for one in moments]}
