"""A ladder's page."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.escalation import Escalation
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``ladder``: the ladder as a staircase."""
    ladder = page.subject
    assert isinstance(ladder, Escalation)
    return {"ladder": None}
