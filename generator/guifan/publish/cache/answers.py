"""What the manual answers now to what was asked of it once; each answer is a digest."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b

from guifan.corpus.graph import Corpus
from guifan.corpus.noted import Asked, Question, id_of
from guifan.language.contacts import Contacts
from guifan.language.model import Item
from guifan.manual.book import Book
from guifan.proof.calendar.clocks import Clocks
from guifan.publish.cache.digests import SIZE, Digests, NoDigestError
from guifan.publish.cache.store import Kept, Store

NONE = "-"
"""The answer where there is nothing of the kind."""

UNLIKE = "?"
"""The answer to what cannot be told from another answer: whoever asked it is made anew."""


@dataclass(frozen=True, slots=True)
class Doors:
    """What can be asked, by the name of the question; an answer may be a ``NoDigestError``.

    Args:
        whole: of the whole.
        single: of one item, kind, place, page or post.
    """

    whole: Mapping[str, Callable[[], object]]
    single: Mapping[str, Callable[[str], object]]

    def __or__(self, other: "Doors") -> "Doors":
        """Both."""
        return Doors({**self.whole, **other.whole}, {**self.single, **other.single})


class Answers:
    """The answers of an edition, each worked out once, and what was kept with them.

    Args:
        doors: where they come from.
        digests: of its values.
        store: where things are kept; None where they are not.
    """

    def __init__(self, doors: Doors, digests: Digests, store: Store | None) -> None:
        self._doors, self._digests, self._store = doors, digests, store
        self._known: dict[Question, str] = {}

    def kept(self, name: str) -> str | None:
        """What was kept under a name, where what it rests on is still the same."""
        kept = self._store.get(name) if self._store else None
        return kept.body if kept and self._of(kept.asked) == kept.answers else None

    def stands(self, name: str) -> str | None:
        """The digest of what was kept under a name, where it holds: nothing of it is read."""
        head = self._store.head(name) if self._store else None
        return head.digest if head and self._of(head.asked) == head.answers else None

    def before(self, name: str) -> str | None:
        """What was kept under a name, whether or not it holds any more."""
        kept = self._store.get(name) if self._store else None
        return kept.body if kept else None

    def forget(self, question: Question) -> None:
        """Find the answer to a question anew when it is asked next."""
        self._known.pop(question, None)

    def keep(self, name: str, asked: Asked, body: str) -> None:
        """Keep something under a name, unless what it rests on cannot be told again."""
        if self._store is None:
            return
        questions = tuple(asked)
        answers = self._of(questions)
        if answers is not None:
            self._store.put(name, Kept(questions, answers, body))

    def _of(self, asked: Iterable[Question]) -> str | None:
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
        try:
            match question:
                case (name,) if name in self._doors.whole:
                    value = self._doors.whole[name]()
                case (name, of) if name in self._doors.single:
                    value = self._doors.single[name](of)
                case _:
                    return UNLIKE
            return NONE if value is None else self._digests.of(value)
        except NoDigestError:
            return UNLIKE


def of_corpus(corpus: Corpus) -> Doors:
    """What can be asked of a corpus."""
    named = partial(_named, corpus)
    linked = partial(_linked, corpus)
    return Doors(
        {
            "all": named,
            "listed": lambda: corpus.listed,
            "manual": lambda: corpus.manual,
            "links": linked,
            "aliases": lambda: corpus.aliases,
            "broken": lambda: (sorted(corpus.broken), corpus.is_partial),
            "every entry": named,
            "every incoming": linked,
            "every outgoing": linked,
        },
        {
            "item": corpus.get,
            "known": corpus.__contains__,
            "kind": corpus.of_kind,
            "placed": corpus.placed,
            "entry": partial(_entry, corpus),
            "position": partial(_position, corpus),
            "incoming": partial(_incoming, corpus),
            "mentioning": partial(_mentioning, corpus),
            "outgoing": partial(_outgoing, corpus),
        },
    )


def of_book(book: Book, contacts: Contacts) -> Doors:
    """What can be asked of an edition."""
    return of_corpus(book.corpus) | Doors(
        {
            "every page": lambda: book.pages,
            "every contact": lambda: contacts,
            "navigation": lambda: book.navigation,
            "clocks": lambda: told_clocks(book.clocks),
            "history": lambda: book.history,
        },
        {
            "page": book.pages.get,
            "page of": partial(_page_of, book),
            "past": partial(_past, book),
            "news": book.news,
            "asked": lambda name: book.asked(*name.split(" ")),
            "contact": contacts.get,
        },
    )


def _named(corpus: Corpus) -> tuple[tuple[str, Item], ...]:
    """All items under their ids, in their order."""
    return tuple((name, entry.item) for name, entry in corpus.entries.items())


def _linked(corpus: Corpus) -> object:
    return _named(corpus), corpus.links


def _entry(corpus: Corpus, name: str) -> object:
    entry = corpus.entries.get(name)
    return (entry.item, entry.revisions) if entry else None


def _position(corpus: Corpus, name: str) -> object:
    entry = corpus.entries.get(name)
    return entry.position(id_of(entry.item)) if entry else None


def _incoming(corpus: Corpus, name: str) -> object:
    """All that tells which links lead to an item: it, and what may refer to it."""
    if corpus.manual is not None and corpus.manual.id == name:  # every item refers to its place
        return _linked(corpus)
    return name, [_entry(corpus, one) for one in (name, *corpus.mentioning(name))]


def _mentioning(corpus: Corpus, question: str) -> object:
    kind, name = question.split(" ")
    return corpus.mentioning_of(kind, name)


def _outgoing(corpus: Corpus, name: str) -> object:
    return corpus.outgoing.get(name)


def _page_of(book: Book, name: str) -> object:
    item = book.corpus.get(name)
    return book.page_of(item) if item else None


def _past(book: Book, name: str) -> object:
    item = book.corpus.get(name)
    return book.past(item) if item else None


def told_clocks(clocks: Clocks | None) -> object:
    """All that tells one set of calendars from another: of the day, they take its year only."""
    return (clocks.manual, clocks.bound, clocks.horizon) if clocks else None
