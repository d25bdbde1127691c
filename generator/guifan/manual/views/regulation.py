"""A legal instrument's page."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.regulation import Regulation
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``ours``: by the id of a floor, our limits that it bounds."""
    regulation = page.subject
    assert isinstance(regulation, Regulation)
    limits = book.corpus.of(Limit)
    return {
        "ours": {
            floor.id: [one for one in limits if one.floor == f"{regulation.id}.{floor.id}"]
            for floor in regulation.floors
        }
    }
