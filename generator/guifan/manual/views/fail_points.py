"""The index of fail points."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.procedure import Procedure
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``procedures``: those that have fail points."""
    return {"procedures": [one for one in book.corpus.of(Procedure) if one.fail_points]}
