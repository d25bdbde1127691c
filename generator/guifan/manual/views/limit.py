"""A limit's page: what it comes to at worst, in words and as a picture of its days."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.limit import Limit
from guifan.manual.book import Book, Page
from guifan.manual.outlook import room, told
from guifan.manual.timelines import pictures
from guifan.proof.law.floors import bounded_by


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``worst`` in words, the ``law`` and the ``room`` to it, ``pictures`` of the worst starts."""
    limit = page.subject
    assert isinstance(limit, Limit)
    return {
        "worst": told(book, limit, _),
        "law": bounded_by(book.corpus, limit),
        "room": room(book, limit, _),
        "pictures": pictures(book, limit, _),
    }
