"""A procedure's page."""

from collections.abc import Callable, Mapping

from guifan.language.kinds.procedure import Procedure
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Callable[[str], str]) -> Mapping[str, object]:
    """``picture``: the service blueprint; ``budget``: the steps against the promise."""
    procedure = page.subject
    assert isinstance(procedure, Procedure)
    return {"picture": None, "budget": None}
