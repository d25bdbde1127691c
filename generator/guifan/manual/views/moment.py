"""A moment of the call: what holds then, and what to say."""

from collections.abc import Mapping

from guifan.corpus.views import by_moment
from guifan.language.catalogues import Translator
from guifan.language.kinds.taxonomy import TaxonomyMember
from guifan.manual.book import Book, Page
from guifan.manual.grouping import by_channel


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``norms`` and ``messages`` of the moment for all channels; ``on_channels``: those of some.

    Each of the latter is a channel's title with its norms and its messages.
    """
    moment = page.subject
    assert isinstance(moment, TaxonomyMember)
    norms, messages = by_moment(book.corpus, moment.id)
    return {
        "norms": [norm for norm in norms if not norm.binds.channels],
        "messages": [message for message in messages if not message.channels],
        "on_channels": by_channel(book.corpus, norms, messages),
    }
