"""A corpus that takes note of what is asked of it: on nothing else can the answer depend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from guifan.corpus.graph import Corpus, Link
from guifan.language.kinds.manual import Manual
from guifan.language.model import Member, OfManual, Own

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, ItemsView, Iterator, ValuesView

    from guifan.corpus.graph import Named
    from guifan.language.document import Entry
    from guifan.language.model import Item

ALL, IDS, LINKS, NAMES, PLACES = "*", "@ids", "@links", "@names", "@places"
BASELINE = "@baseline"
"""What may be asked for beside a kind: everything, which ids there are, what refers to what and
how, what items are called, where they stand in the manual, what the last edition held."""


@dataclass(slots=True)
class Seen:
    """What was asked for.

    Args:
        kinds: the kinds of the items, and the words above for what is no kind.
        near: ids that need no note, because whoever asks knows that he depends on these items.
        only: the one item that is shown to whoever goes through all; None to show them all. What
            refers to it is near.
    """

    kinds: set[str] = field(default_factory=set)
    near: Collection[str] = ()
    only: Entry | None = None

    def item(self, name: str, item: Item | None) -> None:
        """An item was asked for by a name, and found or not."""
        if name not in self.near:
            self.kinds.add(item.kind if item else IDS)


@dataclass(frozen=True)
class Watched(Corpus):
    """A corpus with what is asked of it.

    Args:
        whole: the corpus itself.
        seen: the notes.
    """

    whole: Corpus = field(default_factory=lambda: Corpus({}))
    seen: Seen = field(default_factory=Seen)

    def __len__(self) -> int:
        self.seen.kinds.add(IDS)
        return len(self.whole)

    def __contains__(self, name: str) -> bool:
        found = name in self.whole
        if name not in self.seen.near:
            self.seen.kinds.add(IDS)
        return found

    def __iter__(self) -> Iterator[Item]:
        if self.seen.only:
            return iter((self.seen.only.item,))
        self.seen.kinds.add(ALL)
        return iter(self.whole)

    def get(self, name: str) -> Item | None:
        """The item with this id, today's or a former one."""
        item = self.whole.get(name)
        self.seen.item(name, item)
        return item

    def of_kind(self, kind: str) -> tuple[Item, ...]:
        """All items of the kind with this name."""
        self.seen.kinds.add(kind)
        return self.whole.of_kind(kind)

    def users(self, name: str) -> Iterator[Link]:
        """The links to an item, one after the other."""
        self._arriving(name, ())
        return self.whole.users(name)

    def places(self, kind: str) -> frozenset[str]:
        """Where in the manual the items of a kind stand."""
        self.seen.kinds.add(PLACES)
        return self.whole.places(kind)

    def referring_of(self, kind: str, name: str) -> tuple[Item, ...]:
        """The items of the kind with this name that refer to this one."""
        self.seen.kinds |= {kind, LINKS}
        self.seen.item(name, self.whole.get(name))
        return self.whole.referring_of(kind, name)

    @property
    def manual(self) -> Manual | None:
        """The manual itself."""
        self.seen.kinds.add(Manual.kind)
        return self.whole.manual

    @property
    def named(self) -> tuple[Named, ...]:
        """What every item is called."""
        self.seen.kinds.add(NAMES)
        return self.whole.named

    @property
    def called(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of items by what they are called."""
        self.seen.kinds.add(NAMES)
        return self.whole.called

    def named_with(self, part: str) -> tuple[Named, ...]:
        """The names that hold some characters."""
        self.seen.kinds.add(NAMES)
        return self.whole.named_with(part)

    @property
    def links(self) -> tuple[Link, ...]:
        """Every reference of every item."""
        if self.seen.only:
            return self.outgoing.get(self.seen.only.item.id, ())
        self.seen.kinds.add(ALL)
        return self.whole.links

    @property
    def outgoing(self) -> Mapping[str, tuple[Link, ...]]:
        """Links by the item that refers."""
        return _Links(self.whole.outgoing, self._leaving, self.seen)

    @property
    def incoming(self) -> Mapping[str, tuple[Link, ...]]:
        """Links by the item referred to."""
        return _Links(self.whole.incoming, self._arriving, self.seen)

    def _leaving(self, name: str, links: tuple[Link, ...]) -> None:
        self.seen.item(name, self.whole.get(name))
        for link in links:
            match link.spot.marker:
                case Own():
                    pass
                case OfManual():
                    self.seen.kinds.add(Manual.kind)
                case Member(taxonomy=taxonomy):
                    self.seen.item(taxonomy, self.whole.get(taxonomy))
                case _:
                    head = link.address.partition(".")[0]
                    self.seen.item(head, self.whole.get(head))

    def _arriving(self, name: str, links: tuple[Link, ...]) -> None:
        if self.seen.only is None or self.seen.only.item.id != name:
            self.seen.kinds.add(LINKS)
        self.seen.item(name, self.whole.get(name))


def watched(whole: Corpus, seen: Seen) -> Watched:
    """A corpus with what is asked of it."""
    shelf = _Entries(whole.entries, seen)
    return Watched(shelf, whole.aliases, whole.broken, whole.is_partial, whole, seen)


class _Entries(Mapping[str, "Entry"]):
    """Items by id."""

    def __init__(self, whole: Mapping[str, Entry], seen: Seen) -> None:
        self._whole, self._seen = whole, seen

    def __getitem__(self, name: str) -> Entry:
        found = self._whole.get(name)
        self._seen.item(name, found.item if found else None)
        if found is None:
            raise KeyError(name)
        return found

    def __contains__(self, name: object) -> bool:
        if name not in self._seen.near:
            self._seen.kinds.add(IDS)
        return name in self._whole

    def __iter__(self) -> Iterator[str]:
        if self._seen.only:
            return iter((self._seen.only.item.id,))
        self._seen.kinds.add(IDS)
        return iter(self._whole)

    def __len__(self) -> int:
        self._seen.kinds.add(IDS)
        return len(self._whole)

    def values(self) -> ValuesView[Entry]:
        """All items."""
        if self._seen.only:
            return {self._seen.only.item.id: self._seen.only}.values()
        self._seen.kinds.add(ALL)
        return self._whole.values()

    def items(self) -> ItemsView[str, Entry]:
        """All items with their ids."""
        if self._seen.only:
            return {self._seen.only.item.id: self._seen.only}.items()
        self._seen.kinds.add(ALL)
        return self._whole.items()


class _Links(Mapping[str, tuple[Link, ...]]):
    """Links by an id."""

    def __init__(
        self,
        whole: Mapping[str, tuple[Link, ...]],
        asked: Callable[[str, tuple[Link, ...]], None],
        seen: Seen,
    ) -> None:
        self._whole, self._asked, self._seen = whole, asked, seen

    def __getitem__(self, name: str) -> tuple[Link, ...]:
        found = self._whole.get(name, ())
        self._asked(name, found)
        if not found:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        self._seen.kinds.add(ALL)
        return iter(self._whole)

    def __len__(self) -> int:
        self._seen.kinds.add(ALL)
        return len(self._whole)
