"""A channel's page: what holds there."""

from collections.abc import Mapping

from guifan.corpus.views import by_channel
from guifan.language.catalogues import Translator
from guifan.language.kinds.channel import Channel
from guifan.manual.book import Book, Page
from guifan.manual.grouping import by_moment, by_place
from guifan.manual.weeks import draw_hours


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``holds``: what holds on the channel; ``week``: its hours, unless all days are alike.

    ``norms`` of the channel and those that hold ``everywhere`` by where they stand; ``messages``
    by the moment at which they are said first.
    """
    channel = page.subject
    assert isinstance(channel, Channel)
    corpus = book.corpus
    alike = len(set(channel.hours.week)) == 1
    holds = by_channel(corpus, channel)
    return {
        "holds": holds,
        "norms": by_place(corpus, holds.norms),
        "everywhere": by_place(corpus, holds.everywhere),
        "messages": by_moment(corpus, holds.messages, _),
        "week": None if alike else draw_hours(_("服务时间"), [(channel.title, channel.hours)], _),
    }
