"""What the manual answers now to what a page asked once; each answer is a digest."""

from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b

from guifan.corpus.graph import Corpus
from guifan.corpus.noted import Question, id_of
from guifan.language.contacts import Contacts
from guifan.language.model import Item
from guifan.manual.book import Book
from guifan.publish.cache.digests import SIZE, Digests, NoDigestError

NONE = "-"
"""The answer where there is nothing of the kind."""

UNLIKE = "?"
"""The answer to what cannot be told from another answer: whoever asked it is made anew."""


class Answers:
    """The answers of an edition, each worked out once.

    Args:
        book: the edition.
        contacts: the telephone numbers that it shows.
        digests: of its values.
        view: the digest of what a page's template is given, by path; None where it has none.
    """

    def __init__(
        self,
        book: Book,
        contacts: Contacts,
        digests: Digests,
        view: Callable[[str], str | None],
    ) -> None:
        self._book, self._contacts, self._digests, self._view = book, contacts, digests, view
        self._known: dict[Question, str] = {}

    def of(self, asked: Iterable[Question]) -> str | None:
        """The answers to several questions, as one digest; None where one is like no other."""
        told = blake2b(digest_size=SIZE)
        for question in asked:
            answer = self._to(question)
            if answer == UNLIKE:
                return None
            told.update(answer.encode())
        return told.hexdigest()

    def _to(self, question: Question) -> str:
        known = self._known.get(question)
        if known is None:
            known = self._known[question] = self._found(question)
        return known

    def _found(self, question: Question) -> str:
        match question:
            case ("view", path):
                return self._view(path) or UNLIKE
            case (name,) if name in _WHOLE:
                value = _WHOLE[name](self._book, self._contacts)
            case (name, of) if name in _SINGLE:
                value = _SINGLE[name](self._book, self._contacts, of)
            case _:
                return UNLIKE
        try:
            return NONE if value is None else self._digests.of(value)
        except NoDigestError:
            return UNLIKE


def _named(corpus: Corpus) -> tuple[tuple[str, Item], ...]:
    """All items under their ids, in their order."""
    return tuple((name, entry.item) for name, entry in corpus.entries.items())


def _entry(corpus: Corpus, name: str) -> object:
    entry = corpus.entries.get(name)
    return (entry.item, entry.revisions) if entry else None


def _position(corpus: Corpus, name: str) -> object:
    entry = corpus.entries.get(name)
    return entry.position(id_of(entry.item)) if entry else None


def _page_of(book: Book, name: str) -> object:
    item = book.corpus.get(name)
    return book.page_of(item) if item else None


def _past(book: Book, name: str) -> object:
    item = book.corpus.get(name)
    return book.past(item) if item else None


def _clocks(book: Book) -> object:
    """All that tells one set of calendars from another: of the day, they take its year only."""
    clocks = book.clocks
    return (clocks.manual, clocks.bound, clocks.horizon) if clocks else None


_WHOLE: Mapping[str, Callable[[Book, Contacts], object]] = {
    "all": lambda book, _: _named(book.corpus),
    "manual": lambda book, _: book.corpus.manual,
    "links": lambda book, _: (_named(book.corpus), book.corpus.links),
    "aliases": lambda book, _: book.corpus.aliases,
    "broken": lambda book, _: (sorted(book.corpus.broken), book.corpus.is_partial),
    "every entry": lambda book, _: _named(book.corpus),
    "every incoming": lambda book, _: (_named(book.corpus), book.corpus.links),
    "every outgoing": lambda book, _: (_named(book.corpus), book.corpus.links),
    "every page": lambda book, _: book.pages,
    "every contact": lambda _, contacts: contacts,
    "navigation": lambda book, _: book.navigation,
    "clocks": lambda book, _: _clocks(book),
    "history": lambda book, _: book.history,
}
"""What is asked of the whole."""

_SINGLE: Mapping[str, Callable[[Book, Contacts, str], object]] = {
    "item": lambda book, _, name: book.corpus.get(name),
    "known": lambda book, _, name: name in book.corpus,
    "kind": lambda book, _, name: book.corpus.of_kind(name),
    "placed": lambda book, _, name: book.corpus.placed(name),
    "entry": lambda book, _, name: _entry(book.corpus, name),
    "position": lambda book, _, name: _position(book.corpus, name),
    "incoming": lambda book, _, name: book.corpus.incoming.get(name),
    "outgoing": lambda book, _, name: book.corpus.outgoing.get(name),
    "page": lambda book, _, path: book.pages.get(path),
    "page of": lambda book, _, name: _page_of(book, name),
    "past": lambda book, _, name: _past(book, name),
    "asked": lambda book, _, name: book.asked(*name.split(" ")),
    "contact": lambda _, contacts, name: contacts.get(name),
}
"""What is asked of one item, kind, place, page or post."""
