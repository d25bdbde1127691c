"""A ladder's page."""

from collections.abc import Callable, Mapping

from guifan.language.kinds.escalation import Escalation
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Callable[[str], str]) -> Mapping[str, object]:
    """``picture``: the ladder as a staircase."""
    ladder = page.subject
    assert isinstance(ladder, Escalation)
    return {"picture": None}
