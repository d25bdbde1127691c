"""A legal instrument's page."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.regulation import Regulation
from guifan.manual.book import Book, Page
from guifan.manual.kept import kept


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``ours``: by the id of a floor, what of ours keeps it."""
    regulation = page.subject
    assert isinstance(regulation, Regulation)
    return {"ours": {floor.id: kept(book, regulation, floor, _) for floor in regulation.floors}}
