"""A rota's page."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.rota import Rota
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``week``: the shifts on a week."""
    rota = page.subject
    assert isinstance(rota, Rota)
    return {"week": None}
