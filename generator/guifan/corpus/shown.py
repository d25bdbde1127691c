"""A noted corpus that shows its items one by one to whoever goes through all of them.

So it is known on which other items rests what a rule says of one: it alone is judged anew when
they change. A rule that holds items against each other is shown them all at once.
"""

from __future__ import annotations

from collections.abc import (
    Callable,
    Collection,
    ItemsView,
    Iterable,
    Iterator,
    Mapping,
    ValuesView,
)
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from guifan.corpus.noted import Doors, NotedCorpus, Notes
from guifan.corpus.snapshot import ALL, IDS, NAMES, NEVER, PLACES, of_item, of_links, of_word
from guifan.language.kinds.manual import Manual
from guifan.language.model import Item

if TYPE_CHECKING:
    from guifan.corpus.graph import Corpus, Link, Named
    from guifan.language.document import Entry

NOBODY = ""
"""Stands for the item where none is shown by itself."""

_OF_ITEMS = frozenset({"item", "known", "entry"})
_OF_LINKS = frozenset({"incoming", "outgoing"})
_OF_PARTS = {
    "every entry": IDS,
    "names": NAMES,
    "never": NEVER,
    "places": PLACES,
    "manual": Manual.kind,
}

_SETTLED = frozenset({"broken"})
"""What is answered alike by every manual of which anything is remembered: all of it was read."""


class NotOneByOneError(Exception):
    """Who goes through all items does so more than once: what he says of one may rest on all."""


class Turns(Notes):
    """What is asked while one item after the other is shown, or all at once.

    Args:
        near: the ids that are near an item: whoever judges it is known to depend on them. None
            where items are not judged one by one.
        alone: the id of the one item that is shown, as often as may be; by default each once.

    Attributes:
        parts: what was asked for as a whole, in the words of a snapshot.
        now: the id of the item that is shown.
        asked: the other questions, by the item that was shown.
    """

    def __init__(self, near: Callable[[str], Collection[str]] | None, alone: str = NOBODY) -> None:
        super().__init__()
        self.parts: set[str] = set()
        self.asked: dict[str, set[str]] = {}
        self._of, self._alone = near, alone
        self._is_over = False
        self._turn(alone)

    @property
    def is_one_by_one(self) -> bool:
        """Whether items are judged one by one."""
        return self._of is not None

    def through(self, some: Iterable[Entry]) -> Iterator[Entry]:
        """Show items, each by itself.

        Raises:
            NotOneByOneError: they were shown before.
        """
        if self._alone:
            yield from some
            return
        if self._is_over:
            raise NotOneByOneError
        self._is_over = True
        for entry in some:
            self._turn(entry.item.id)
            yield entry
        self._turn(NOBODY)

    def _turn(self, name: str) -> None:
        self.now = name
        self._near: Collection[str] | None = None

    def _is_near(self, name: str) -> bool:
        """Whether an item is near the one that is shown; of most nothing is asked."""
        if self._near is None:
            self._near = self._of(self.now) if self.now and self._of else ()
        return name in self._near

    def add(self, *question: str) -> None:
        """Note a question."""
        sort, name = question[0], question[-1]
        if sort in _OF_ITEMS:
            if self._is_near(name):
                return
            said = of_item(name)
        elif sort in _OF_LINKS:
            if name == self.now:
                return
            said = of_links(name)
        elif sort == "called":
            said = of_word(name)
        else:
            if sort not in _SETTLED:
                self.parts.add(name if sort == "kind" else _OF_PARTS.get(sort, ALL))
            return
        self.asked.setdefault(self.now, set()).add(said)


class ShownCorpus(NotedCorpus):
    """The doors of a corpus for a rule; what it asks is noted with the item that it is shown.

    Args:
        corpus: the corpus.
        turns: where questions are noted.
        some: the ids of the items that are shown, with their kinds; None to show all.
    """

    def __init__(self, corpus: Corpus, turns: Turns, some: Mapping[str, str] | None = None) -> None:
        super().__init__(corpus, turns)
        object.__setattr__(self, "_turns", turns)
        object.__setattr__(self, "_some", some)

    _turns: Turns
    _some: Mapping[str, str] | None

    def _all(self) -> Iterable[Entry]:
        entries = self._raw.entries
        if self._some is not None:
            return self._turns.through(entries[name] for name in self._some)
        if self._turns.is_one_by_one:
            return self._turns.through(entries.values())
        self._turns.add("all")
        return entries.values()

    def __iter__(self) -> Iterator[Item]:
        return (entry.item for entry in self._all())

    def each(self, *models: type[Item]) -> Iterator[Any]:
        """The items of some kinds, one by one."""
        if not self._turns.is_one_by_one:
            return super().each(*models)
        kinds, entries = {one.kind for one in models}, self._raw.entries
        names: Iterable[str] = (one.id for one in self._raw.each(*models))
        if self._some is not None:
            names = (name for name, kind in self._some.items() if kind in kinds)
        shown = self._turns.through(entries[name] for name in names)
        return (entry.item for entry in shown)

    def places(self, kind: str) -> frozenset[str]:
        """Where in the manual the items of a kind stand."""
        self._turns.add("places")
        return self._raw.places(kind)

    def named_with(self, part: str) -> tuple[Named, ...]:
        """The names that hold some characters."""
        self._turns.add("names")
        return self._raw.named_with(part)

    def but(self, entry: Entry) -> Corpus:
        """This corpus with another entry under an id; whoever is given it may ask anything."""
        self._turns.add("all")
        return self._raw.but(entry)

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """By id, in the order of the files."""
        return _Entries(self._raw.entries, self._turns, self._all)

    @property
    def named(self) -> tuple[Named, ...]:
        """What every item is called."""
        self._turns.add("names")
        return self._raw.named

    @cached_property
    def called(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of items by what they are called."""
        return _Called(self._raw.called, self._turns, "called")

    @property
    def forbidden(self) -> Mapping[str, str]:
        """The phrases that nobody may say, with who forbids them."""
        self._turns.add("never")
        return self._raw.forbidden

    @property
    def outgoing(self) -> Mapping[str, tuple[Link, ...]]:
        """Links by the item that refers; where it stands is the manual's to say."""
        self._turns.add("manual")
        return super().outgoing

    @cached_property
    def incoming(self) -> Mapping[str, tuple[Link, ...]]:
        """Links by the item referred to."""
        return _Incoming(self._raw.incoming, self._turns, self._ask_incoming)

    def users(self, name: str) -> Iterator[Link]:
        """The links to an item, one after the other."""
        self._ask_incoming(name)
        return self._raw.users(name)

    def leaving(self, name: str, kind: str) -> tuple[Link, ...]:
        """The links of an item to those of a kind."""
        self._turns.add("manual")
        return super().leaving(name, kind)

    def referring_of(self, kind: str, name: str) -> tuple[Item, ...]:
        """The items of the kind with this name that refer to this one."""
        self._ask_incoming(name)
        found = self._raw.referring_of(kind, name)
        for item in found:
            self._turns.add("item", item.id)
        return found

    def _ask_incoming(self, name: str) -> None:
        """Note that links to an item were asked for; to the manual all items refer."""
        self._turns.add("incoming", name)
        manual = self._raw.manual
        if manual is None or name in (manual.id, *manual.was):
            self._turns.add("links")

    @property
    def links(self) -> tuple[Link, ...]:
        """Every reference of every item and of what it will be, one by one."""
        outgoing = self.outgoing
        found = (link for entry in self._all() for link in outgoing.get(entry.item.id, ()))
        return cast("tuple[Link, ...]", found)


class _Entries(Doors["Entry"]):
    """Entries by id; all of them one by one."""

    def __init__(
        self, raw: Mapping[str, Entry], turns: Turns, all_: Callable[[], Iterable[Entry]]
    ) -> None:
        super().__init__(raw, turns, "entry")
        self._all = all_

    def values(self) -> ValuesView[Entry]:
        """All entries."""
        return cast("ValuesView[Entry]", self._all())

    def items(self) -> ItemsView[str, Entry]:
        """All entries with their ids."""
        return cast("ItemsView[str, Entry]", ((one.item.id, one) for one in self._all()))


class _Incoming(Doors["tuple[Link, ...]"]):
    """Links by the item referred to."""

    def __init__(
        self, raw: Mapping[str, tuple[Link, ...]], turns: Turns, ask: Callable[[str], None]
    ) -> None:
        super().__init__(raw, turns, "incoming")
        self._ask = ask

    def __getitem__(self, key: str) -> tuple[Link, ...]:
        self._ask(key)
        return self._raw[key]


class _Called(Doors[tuple[str, ...]]):
    """Ids by a word, of which no other question is asked."""

    def __iter__(self) -> Iterator[str]:
        self._notes.add("names")
        return iter(self._raw)
