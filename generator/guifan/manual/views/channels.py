"""The index of channels."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.channel import Channel
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``channels`` in the order of the files; ``requests``: what customers can bring."""
    return {
        "channels": book.corpus.of(Channel),
        "requests": tuple(book.corpus.members("request-type").values()),
    }
