"""A channel's page: what holds there."""

from collections.abc import Mapping

from guifan.corpus.views import by_channel
from guifan.language.catalogues import Translator
from guifan.language.kinds.channel import Channel
from guifan.manual.book import Book, Page
from guifan.manual.weeks import draw_hours


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``holds``: what holds on the channel; ``week``: its hours, unless all days are alike."""
    channel = page.subject
    assert isinstance(channel, Channel)
    alike = len(set(channel.hours.week)) == 1
    return {
        "holds": by_channel(book.corpus, channel),
        "week": None if alike else draw_hours(_("服务时间"), {channel.title: channel.hours}, _),
    }
