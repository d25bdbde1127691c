"""The index of metrics."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.metric import Metric
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``metrics`` in the order of the files."""
    return {"metrics": book.corpus.of(Metric)}
