"""A book that notes what is asked of it, as the corpus below it does."""

from collections.abc import Mapping
from dataclasses import fields
from functools import cached_property
from typing import Any

from guifan.corpus.graph import Corpus
from guifan.corpus.noted import Doors, NotedCorpus, Notes
from guifan.language.kinds.limit import Limit
from guifan.language.model import Item
from guifan.manual.book import Book, Branch, Page
from guifan.manual.history import History, Period, Told
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.limits.slack import Worst


class NotedBook(Book):
    """The doors of a book, each of which notes what passes.

    Args:
        book: the book.
        notes: where questions are noted.
    """

    def __init__(self, book: Book, notes: Notes) -> None:
        weighed: dict[str, Worst | None] = {}
        for name, value in (
            ("_raw", book),
            ("_notes", notes),
            ("_noted", NotedCorpus(book.corpus, notes)),
            ("_weighed", weighed),
        ):
            object.__setattr__(self, name, value)

    _raw: Book
    _notes: Notes
    _noted: NotedCorpus
    _weighed: dict[str, Worst | None]

    @property
    def corpus(self) -> Corpus:
        """What the pages show."""
        return self._noted

    @property
    def pages(self) -> Mapping[str, Page]:
        """By path."""
        return Doors(self._raw.pages, self._notes, "page")

    @property
    def navigation(self) -> tuple[Branch, ...]:
        """The pages that stand in the navigation."""
        self._notes.add("navigation")
        return self._raw.navigation

    @property
    def clocks(self) -> Clocks | None:
        """The calendars of the edition."""
        self._notes.add("clocks")
        return self._raw.clocks

    @property
    def history(self) -> History:
        """What each edition released so far changed."""
        self._notes.add("history")
        return self._raw.history

    def worst(self, limit: Limit) -> Worst | None:
        """What a limit comes to at worst as the edition tells it."""
        self._notes.add("worst", limit.id)
        if limit.id not in self._weighed:
            with self._notes.taken():  # it is one answer, whatever it rests on
                self._weighed[limit.id] = self.weighed(limit)
        return self._weighed[limit.id]

    def past(self, item: Item) -> tuple[Period, ...]:
        """What became of an item, and of it alone, in each edition, the newest first."""
        return self.past_of(item.id)

    def past_of(self, name: str) -> tuple[Period, ...]:
        """The same, by the item's id."""
        self._notes.add("past", name)
        return self._raw.past_of(name)

    def news(self, post: str) -> tuple[tuple[Period, Told], ...] | None:
        """What concerns a post in the newest edition and since."""
        self._notes.add("news", post)
        return self._raw.news(post)

    def asked(self, sort: str, name: str) -> int:
        """How many questions there are about something."""
        self._notes.add("asked", f"{sort} {name}")
        return self._raw.asked(sort, name)

    def page_of(self, item: Item) -> Page | None:
        """The page of an item."""
        return self.page_with(item.id)

    def page_with(self, name: str) -> Page | None:
        """The page of the item with this id."""
        self._notes.add("page of", name)
        return self._raw.page_with(name)


def _unlike(name: str) -> property:
    """A door for what has none of its own: who reads it is made anew every time."""

    def read(book: NotedBook) -> Any:
        book._notes.add("unlike any", name)
        return getattr(book._raw, name)

    return property(read)


_KEPT = {name for name, member in vars(Book).items() if isinstance(member, cached_property)}

for _name in _KEPT | {one.name for one in fields(Book)}:
    if _name not in vars(NotedBook):
        setattr(NotedBook, _name, _unlike(_name))
