"""A unit's page: where it stands in the network, and its posts."""

from collections.abc import Iterator, Mapping

from guifan.corpus.graph import Corpus
from guifan.language.catalogues import Translator
from guifan.language.kinds.role import Role
from guifan.language.kinds.unit import Unit
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``above`` from the top down, ``below``, ``posts``, and ``network``: their picture."""
    unit = page.subject
    assert isinstance(unit, Unit)
    corpus = book.corpus
    return {
        "above": tuple(reversed(tuple(_above(corpus, unit)))),
        "below": tuple(one for one in corpus.of(Unit) if one.parent == unit.id),
        "posts": tuple(role for role in corpus.of(Role) if role.unit == unit.id),
        "network": None,
    }


def _above(corpus: Corpus, unit: Unit) -> Iterator[Unit]:
    """The units over this one, the nearest first; a circle, which the checks report, ends it."""
    seen = {unit.id}
    parent = corpus.one(Unit, unit.parent)
    while parent and parent.id not in seen:
        yield parent
        seen.add(parent.id)
        parent = corpus.one(Unit, parent.parent)
