"""The moments of a call."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.taxonomy import Taxonomy
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``moments``: each with its page."""
    moments = book.corpus.one(Taxonomy, "call-moment")
    members = moments.members if moments else ()
    return {"moments": [(one, book.pages[f"moments/{one.id}"]) for one in members]}
