"""The index of fail points."""

from collections.abc import Callable, Mapping

from guifan.language.kinds.procedure import Procedure
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Callable[[str], str]) -> Mapping[str, object]:
    """``procedures``: those that have fail points."""
    return {"procedures": [one for one in book.corpus.of(Procedure) if one.fail_points]}
