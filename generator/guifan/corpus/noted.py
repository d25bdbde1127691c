"""A corpus that notes what is asked of it: what a page, or any other answer, rests on.

Nothing is read unnoticed: what has no door of its own here counts as all that the corpus holds.
Items are values that hold no other items, so that who was given one can read no more than that.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import Any, TypeVar, cast

from guifan.corpus.graph import Corpus, Link
from guifan.corpus.listed import Listed
from guifan.findings import Place, Position
from guifan.language.anatomy import Spot
from guifan.language.document import Entry, Revision
from guifan.language.kinds.manual import Manual
from guifan.language.kinds.message import Message
from guifan.language.kinds.norm import Norm
from guifan.language.model import Item

Question = tuple[str, ...]
"""What was asked, and of what: ``("item", "complaint-answer")``."""

Asked = dict[Question, None]
"""Questions in the order in which they were asked first."""

Value = TypeVar("Value")


class Notes:
    """What is asked while somebody listens; nothing is kept while nobody does."""

    def __init__(self) -> None:
        self._open: list[Asked] = []

    def add(self, *question: str) -> None:
        """Note a question."""
        if self._open:
            self._open[-1][question] = None

    def again(self, asked: Asked) -> None:
        """Note the questions behind an answer that was kept."""
        if self._open:
            self._open[-1].update(asked)

    @contextmanager
    def taken(self) -> Iterator[Asked]:
        """Take down what is asked meanwhile, apart from what is being taken down already."""
        own: Asked = {}
        self._open.append(own)
        try:
            yield own
        finally:
            self._open.pop()


class NotedCorpus(Corpus):
    """The doors of a corpus, each of which notes what passes.

    Args:
        corpus: the corpus.
        notes: where questions are noted.
    """

    def __init__(self, corpus: Corpus, notes: Notes) -> None:
        object.__setattr__(self, "_raw", corpus)
        object.__setattr__(self, "_notes", notes)

    _raw: Corpus
    _notes: Notes

    def __len__(self) -> int:
        self._notes.add("all")
        return len(self._raw)

    def __contains__(self, name: str) -> bool:
        self._notes.add("known", name)
        return name in self._raw

    def __iter__(self) -> Iterator[Item]:
        self._notes.add("all")
        return iter(self._raw)

    def get(self, name: str) -> Item | None:
        """The item with this id, today's or a former one."""
        self._notes.add("item", name)
        return self._raw.get(name)

    def of_kind(self, kind: str) -> tuple[Item, ...]:
        """All items of the kind with this name."""
        self._notes.add("kind", kind)
        return self._raw.of_kind(kind)

    def placed(self, place: str) -> tuple[Item, ...]:
        """The items of a place."""
        self._notes.add("placed", place)
        return self._raw.placed(place)

    def mentioning_of(self, kind: str, name: str) -> tuple[Item, ...]:
        """The items of the kind with this name that may refer to this one."""
        self._notes.add("mentioning", f"{kind} {name}")
        return self._raw.mentioning_of(kind, name)

    @property
    def listed(self) -> tuple[Listed, ...]:
        """Every item as contents list it."""
        self._notes.add("listed")
        return self._raw.listed

    @property
    def manual(self) -> Manual | None:
        """The manual itself."""
        self._notes.add("manual")
        return self._raw.manual

    @property
    def forbidden(self) -> Mapping[str, str]:
        """The phrases that nobody may say, with who forbids them."""
        for kind in (Norm.kind, Message.kind):
            self._notes.add("kind", kind)
        return self._raw.forbidden

    @property
    def entries(self) -> Mapping[str, Entry]:
        """By id, in the order of the files."""
        return cast("Mapping[str, Entry]", _Entries(self._raw.entries, self._notes))

    @property
    def incoming(self) -> Mapping[str, tuple[Link, ...]]:
        """Links by the item referred to."""
        return Doors(self._raw.incoming, self._notes, "incoming")

    @property
    def outgoing(self) -> Mapping[str, tuple[Link, ...]]:
        """Links by the item that refers."""
        return Doors(self._raw.outgoing, self._notes, "outgoing")

    def leaving(self, name: str, kind: str) -> tuple[Link, ...]:
        """The links of an item to those of the kind with this name."""
        self._notes.add("outgoing", name)
        return self._raw.leaving(name, kind)

    @property
    def links(self) -> tuple[Link, ...]:
        """Every reference of every item and of what it will be."""
        self._notes.add("links")
        return self._raw.links

    @property
    def aliases(self) -> Mapping[str, str]:
        """Former ids with today's."""
        self._notes.add("aliases")
        return self._raw.aliases

    @property
    def broken(self) -> frozenset[str]:
        """Ids that are written but could not be loaded; an edition that is built has none."""
        self._notes.add("broken")
        return self._raw.broken

    @property
    def is_partial(self) -> bool:
        """Whether some item could not be loaded."""
        self._notes.add("broken")
        return self._raw.is_partial


def _whole(name: str) -> property:
    """A door for what is worked out of all items."""

    def read(corpus: NotedCorpus) -> Any:
        for question in ("all", "aliases", "broken"):
            corpus._notes.add(question)
        return getattr(corpus._raw, name)

    return property(read)


for _name, _member in vars(Corpus).items():
    if isinstance(_member, cached_property) and _name not in vars(NotedCorpus):
        setattr(NotedCorpus, _name, _whole(_name))


class Doors(Mapping[str, Value]):
    """A mapping that notes under a name which keys are asked for; ``…s`` where all of them are."""

    def __init__(self, raw: Mapping[str, Value], notes: Notes, name: str) -> None:
        self._raw, self._notes, self._name = raw, notes, name

    def __getitem__(self, key: str) -> Value:
        self._notes.add(self._name, key)
        return self._raw[key]

    def __contains__(self, key: object) -> bool:
        self._notes.add(self._name, str(key))
        return key in self._raw

    def __iter__(self) -> Iterator[str]:
        self._notes.add(f"every {self._name}")
        return iter(self._raw)

    def __len__(self) -> int:
        self._notes.add(f"every {self._name}")
        return len(self._raw)


class _Entries(Doors[Any]):
    """Entries by id, of which pages may see the item, its revisions and where it stands."""

    def __init__(self, raw: Mapping[str, Entry], notes: Notes) -> None:
        super().__init__(raw, notes, "entry")

    def __getitem__(self, key: str) -> Any:
        self._notes.add("entry", key)
        return _Seen(self._raw[key], self._notes)


class _Seen:
    """The doors of an entry: where it stands in its file is asked apart from what it says."""

    __slots__ = ("_entry", "_notes")

    def __init__(self, entry: Entry, notes: Notes) -> None:
        self._entry, self._notes = entry, notes

    @property
    def item(self) -> Item:
        """The item as it is now."""
        return self._entry.item

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """What it will be."""
        return self._entry.revisions

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every text and reference of the item as it is now."""
        return self._entry.spots

    def position(self, place: Place) -> Position:
        """Where the item's id stands in its file; nothing else is shown by a page.

        Raises:
            ValueError: another place is asked for.
        """
        if place != id_of(self._entry.item):
            raise ValueError(place)
        self._notes.add("position", self._entry.item.id)
        return self._entry.position(place)


def id_of(item: Item) -> Place:
    """The place of an item's own id."""
    return Place(item.id, ("id",))
