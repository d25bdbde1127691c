"""A clock event: the limits that begin and end with it."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.event import Event
from guifan.language.kinds.limit import Limit
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``starts`` and ``stops``: the limits whose clock it starts or stops."""
    event = page.subject
    assert isinstance(event, Event)
    limits = book.corpus.mentions(Limit, event.id)
    return {
        "starts": [one for one in limits if one.from_ == event.id],
        "stops": [one for one in limits if one.to == event.id],
    }
