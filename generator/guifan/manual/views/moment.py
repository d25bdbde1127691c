"""A moment of the call: what holds then, and what to say."""

from collections.abc import Mapping

from guifan.corpus.views import by_moment
from guifan.language.catalogues import Translator
from guifan.language.kinds.taxonomy import TaxonomyMember
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``norms`` and ``messages`` of the moment."""
    moment = page.subject
    assert isinstance(moment, TaxonomyMember)
    norms, messages = by_moment(book.corpus, moment.id)
    return {"norms": norms, "messages": messages}
