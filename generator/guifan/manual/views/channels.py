"""The index of channels."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.taxonomy import Taxonomy
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``channels`` in the order of the files; ``requests``: what customers can bring."""
    requests = book.corpus.one(Taxonomy, "request-type")
    return {
        "channels": book.corpus.of(Channel),
        "requests": requests.members if requests else (),
    }
