"""A channel's page: what holds there."""

from collections.abc import Callable, Mapping

from guifan.corpus.views import by_channel
from guifan.language.kinds.channel import Channel
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Callable[[str], str]) -> Mapping[str, object]:
    """``holds``: what holds on the channel."""
    channel = page.subject
    assert isinstance(channel, Channel)
    return {"holds": by_channel(book.corpus, channel)}
