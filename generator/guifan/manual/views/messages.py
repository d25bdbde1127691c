"""The index of scripts and templates."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.message import Message
from guifan.manual.book import Book, Page
from guifan.manual.grouping import grouped, place_title


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``groups``: by the place they stand in."""
    corpus = book.corpus
    return {"groups": grouped((place_title(corpus, one), one) for one in corpus.of(Message))}
