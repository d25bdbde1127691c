"""The reference of one kind."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.model import Item
from guifan.manual.book import Book, Page
from guifan.manual.reference import kind_reference


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``parts``: its fields and those of its parts; ``example``: an item of it."""
    model = page.subject
    assert isinstance(model, type)
    assert issubclass(model, Item)
    items = [one for one in book.corpus.of_kind(model.kind) if book.page_of(one)]
    return {"parts": kind_reference(model), "example": items[0] if items else None}
