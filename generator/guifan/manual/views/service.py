"""A business's page: what its times come to, for whom and where."""

from collections.abc import Mapping

from guifan.corpus.graph import Corpus
from guifan.language.catalogues import Translator
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.service import Service
from guifan.manual.book import Book, Page
from guifan.proof.limits.variants import TAXONOMIES, beside
from guifan.proof.scopes import named


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``times``: by the limit of a way, that and its variants, each with the words for whom."""
    service = page.subject
    assert isinstance(service, Service)
    names = {one.limit for one in (*service.routes, *service.cancels) if one.limit}
    return {"times": {name: _times(book.corpus, name, _) for name in names}}


def _times(corpus: Corpus, name: str, _: Translator) -> tuple[tuple[str, Limit], ...]:
    """A limit by itself, or the limits between which it depends whom, where or what it is for."""
    limit = corpus.one(Limit, name)
    if limit is None:
        return ()
    found: dict[str, tuple[str, Limit]] = {}
    for axis, group in beside(corpus, limit):
        for one in group:
            found.setdefault(one.id, (_for_whom(corpus, one, axis, _), one))
    return tuple(found.values()) or (("", limit),)


def _for_whom(corpus: Corpus, limit: Limit, axis: str, _: Translator) -> str:
    members = corpus.members(TAXONOMIES[axis])
    names = named(limit.applies, axis)
    return _("、").join(one.title for name, one in members.items() if name in names) or _("其他")
