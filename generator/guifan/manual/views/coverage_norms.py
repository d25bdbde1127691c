"""The norms by dimension of service, and in it by what they ask and how it is measured."""

from collections.abc import Mapping

from guifan.corpus.views import in_order
from guifan.language.catalogues import Translator
from guifan.manual.book import Book, Page
from guifan.proof.dimensions import DIMENSIONS, cells


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``dimensions``: pairs of a dimension and its cells, each with its norms by chapter."""
    corpus = book.corpus
    return {
        "dimensions": [
            (one, [(cell, in_order(corpus, cell.norms)) for cell in cells(corpus, one)])
            for one in corpus.members(DIMENSIONS).values()
        ]
    }
