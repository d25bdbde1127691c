"""The corpus: every item by its id, and every link between them in both directions."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar, cast

from guifan.corpus.addresses import Target, aim, resolve
from guifan.corpus.listed import Listed, listed
from guifan.language.anatomy import Spot, spots
from guifan.language.document import Entry
from guifan.language.kinds.manual import Manual
from guifan.language.kinds.message import Message
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.taxonomy import Taxonomy, TaxonomyMember
from guifan.language.model import Item, Member, Reference, Text
from guifan.language.nodes import Path
from guifan.language.texts import mentions

Kind = TypeVar("Kind", bound=Item)


class Link(NamedTuple):
    """One reference: from a place of an item, in a field or in a text, to its target.

    Args:
        source: id of the item that refers.
        path: where in it.
        address: as written.
        target: what it names, None where it names nothing.
        span: the characters of the address, where it stands in a text.
        internal: in a field that the public edition never shows.
        spot: the field's own mark and value.
    """

    source: str
    path: Path
    address: str
    target: Target | None
    span: tuple[int, int] | None
    internal: bool
    spot: Spot


@dataclass(frozen=True, slots=True)
class Named:
    """What an item, or a member of a taxonomy, is called: its title, or another word for it."""

    kind: str
    address: str
    word: str


@dataclass(frozen=True)
class Corpus:
    """All items, linked. Nothing in it changes.

    Args:
        entries: by id, in the order of the files.
        aliases: former ids with today's.
        broken: ids that are written but could not be loaded.
        is_partial: some item could not be loaded, whether or not its id is known: what is missing
            may stand there.
    """

    entries: Mapping[str, Entry]
    aliases: Mapping[str, str] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    is_partial: bool = False

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, name: str) -> bool:
        return name in self.entries

    def __iter__(self) -> Iterator[Item]:
        return (entry.item for entry in self.entries.values())

    def get(self, name: str) -> Item | None:
        """The item with this id, today's or a former one."""
        entry = self.entries.get(name)
        if entry is None and name in self.aliases:
            entry = self.entries.get(self.aliases[name])
        return entry.item if entry else None

    def one(self, model: type[Kind], name: str | None) -> Kind | None:
        """The item of this kind and id."""
        item = self.get(name) if name else None
        return item if isinstance(item, model) else None

    def some(self, model: type[Kind], names: tuple[str, ...]) -> tuple[Kind, ...]:
        """The items of this kind with these ids, in their order."""
        return tuple(item for name in names if (item := self.one(model, name)))

    def of(self, model: type[Kind]) -> tuple[Kind, ...]:
        """All items of a kind, in the order of the files."""
        return cast("tuple[Kind, ...]", self.of_kind(model.kind))

    def of_kind(self, kind: str) -> tuple[Item, ...]:
        """All items of the kind with this name."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Item, ...]]:
        found: dict[str, list[Item]] = {}
        for item in self:
            found.setdefault(item.kind, []).append(item)
        return MappingProxyType({kind: tuple(items) for kind, items in found.items()})

    def placed(self, place: str) -> tuple[Item, ...]:
        """The items of a chapter that stand in none of its sections, or those of a section."""
        return self._by_place.get(place, ())

    @cached_property
    def _by_place(self) -> Mapping[str, tuple[Item, ...]]:
        found: dict[str, list[Item]] = {}
        for item in self:
            found.setdefault(item.place, []).append(item)
        return MappingProxyType({place: tuple(items) for place, items in found.items()})

    def each(self, *models: type[Item]) -> Iterator[Any]:
        """All items of some kinds, for a rule that judges one by one what it is shown here."""
        return (item for model in models for item in self.of(model))

    def but(self, entry: Entry) -> "Corpus":
        """This corpus with another entry under its id."""
        return self.with_all({entry.item.id: entry})

    def with_all(self, changed: Mapping[str, Entry]) -> "Corpus":
        """This corpus with other entries under their ids."""
        return replace(self, entries={**self.entries, **changed})

    @cached_property
    def announced(self) -> Mapping[str, tuple[date, ...]]:
        """The days on which an item will change, by its id."""
        found = self.entries.items()
        days = {name: tuple(one.effective for one in entry.revisions) for name, entry in found}
        return MappingProxyType({name: some for name, some in days.items() if some})

    def some_of(self, kind: str, names: tuple[str, ...]) -> tuple[Item, ...]:
        """The items with these ids that are of the kind with this name, in their order."""
        found = (self.get(name) for name in names)
        return tuple(item for item in found if item and item.kind == kind)

    @cached_property
    def manual(self) -> Manual | None:
        """The manual itself."""
        manuals = self.of(Manual)
        return manuals[0] if manuals else None

    def members(self, taxonomy: str) -> Mapping[str, TaxonomyMember]:
        """The members of a taxonomy by their ids, in their order; none where there is no such."""
        found = self.one(Taxonomy, taxonomy)
        return {one.id: one for one in found.members} if found else {}

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """What every item is called, in the order of the files."""
        return tuple(Named(item.kind, *called) for item in self for called in words(item))

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """Every item as contents list it, in the order of the files."""
        return tuple(map(listed, self))

    @cached_property
    def called(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of items by what they are called."""
        found: dict[str, tuple[str, ...]] = {}
        for one in self.named:
            if "." not in one.address:
                found[one.word] = (*found.get(one.word, ()), one.address)
        return MappingProxyType(
            {word: tuple(dict.fromkeys(names)) for word, names in found.items()}
        )

    def named_with(self, part: str) -> tuple[Named, ...]:
        """The names that hold some characters."""
        if part not in self._named_with:
            self._named_with[part] = tuple(one for one in self.named if part in one.word)
        return self._named_with[part]

    @cached_property
    def _named_with(self) -> dict[str, tuple[Named, ...]]:
        return {}

    @cached_property
    def forbidden(self) -> Mapping[str, str]:
        """The phrases that nobody may say, with the id of the first item that forbids each.

        Norms come before messages.
        """
        items = (*self.of(Norm), *self.of(Message))
        return first((phrase, item.id) for item in items for phrase in never(item))

    def resolve(self, address: str) -> Target | None:
        """What an address names: an item, a part of it, or a field."""
        return resolve(self.get, address)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every reference of every item and of what it will be, in the order of the files."""
        return tuple(link for entry in self.entries.values() for link in self.links_of(entry))

    def links_of(self, entry: Entry, among: Collection[str] | None = None) -> Iterator[Link]:
        """Every reference of an item and of what it will be.

        Args:
            entry: the item.
            among: ids as they may be written; where given, only what names one of them is sought,
                by itself or in one text with others.
        """
        for item, spot, path in written(entry):
            if among is not None and not any(name in among for name in heads(spot)):
                continue
            if not isinstance(spot.marker, Text):
                target = aim(self.get, self.manual, item, spot)
                yield Link(item.id, path, spot.value, target, None, spot.internal, spot)
            elif "【" in spot.value:
                yield from self._mentioned(item, spot, path)

    def _mentioned(self, item: Item, spot: Spot, path: Path) -> Iterator[Link]:
        for mention in mentions(spot.value):
            target = self.resolve(mention.address)
            stretch = (mention.start, mention.end)
            yield Link(item.id, path, mention.address, target, stretch, spot.internal, spot)

    @cached_property
    def outgoing(self) -> Mapping[str, tuple[Link, ...]]:
        """Links by the item that refers."""
        return by_source(self.links)

    @cached_property
    def incoming(self) -> Mapping[str, tuple[Link, ...]]:
        """Links by the item referred to, an item's links to itself left out."""
        return by_target(self.links)

    def users(self, name: str) -> Iterator[Link]:
        """The links to an item, one after the other: for whoever needs no more than the first."""
        yield from self.incoming.get(name, ())

    def leaving(self, name: str, kind: str) -> tuple[Link, ...]:
        """The links of an item to those of the kind with this name."""
        links = self.outgoing.get(name, ())
        return tuple(link for link in links if link.target and link.target.item.kind == kind)

    def mentioning(self, name: str) -> tuple[str, ...]:
        """Ids of the items that may refer to this one: those that do are among them."""
        return tuple(dict.fromkeys(link.source for link in self.incoming.get(name, ())))

    def mentioning_of(self, kind: str, name: str) -> tuple[Item, ...]:
        """The items of the kind with this name that may refer to this one, in their order.

        Those that do are among them; nothing is looked up to tell these from the rest.
        """
        return self.some_of(kind, self.mentioning(name))

    def mentions(self, model: type[Kind], name: str) -> tuple[Kind, ...]:
        """The same, of a kind."""
        return cast("tuple[Kind, ...]", self.mentioning_of(model.kind, name))

    def places(self, kind: str) -> frozenset[str]:
        """Where in the manual the items of a kind stand."""
        return frozenset(item.place for item in self.of_kind(kind))

    def referring(self, model: type[Kind], name: str) -> tuple[Kind, ...]:
        """The items of a kind that refer to this one, each once, in the order of the files."""
        return cast("tuple[Kind, ...]", self.referring_of(model.kind, name))

    def referring_of(self, kind: str, name: str) -> tuple[Item, ...]:
        """The items of the kind with this name that refer to this one."""
        sources = dict.fromkeys(link.source for link in self.incoming.get(name, ()))
        return self.some_of(kind, tuple(sources))


def written(entry: Entry) -> Iterator[tuple[Item, Spot, Path]]:
    """Every text and reference of an item as it is, then those that will be new in it.

    Yields:
        The item at that time, the text or reference, and its path in the item as it is written.
    """
    now = entry.spots
    for spot in now:
        yield entry.item, spot, spot.path
    if not entry.revisions:
        return
    seen = {(spot.path, spot.value) for spot in now}
    for at, revision in enumerate(entry.revisions):
        for spot in spots(revision.item):
            if (spot.path, spot.value) not in seen:
                seen.add((spot.path, spot.value))
                yield revision.item, spot, ("next", at, *spot.path)


def texts(entry: Entry) -> Iterator[tuple[Item, Spot, Path]]:
    """The texts among what is written of an item."""
    if entry.revisions:
        yield from (one for one in written(entry) if isinstance(one[1].marker, Text))
        return
    for spot in entry.texts:
        yield entry.item, spot, spot.path


def heads(spot: Spot) -> Iterator[str]:
    """The ids, as written, of the items that a text or reference names."""
    match spot.marker:
        case Text():
            for one in mentions(spot.value):
                yield one.address.partition(".")[0]
        case Reference():
            yield spot.value.partition(".")[0]
        case Member(taxonomy=taxonomy):
            yield taxonomy


def words(item: Item) -> Iterator[tuple[str, str]]:
    """What an item and the members of a taxonomy are called: the address, and a word for it."""
    for word in (item.title, *item.also):
        yield item.id, word
    for one in item.members if isinstance(item, Taxonomy) else ():
        for word in (one.title, *one.also):
            yield f"{item.id}.{one.id}", word


def never(item: Item) -> tuple[str, ...]:
    """The phrases that an item forbids."""
    return tuple(one.phrase for one in item.never) if isinstance(item, Norm | Message) else ()


def first(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The first of the values that each key has."""
    found: dict[str, str] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return MappingProxyType(found)


def by_source(links: Iterable[Link]) -> Mapping[str, tuple[Link, ...]]:
    """Links by the item that refers."""
    return _grouped((link.source, link) for link in links)


def by_target(links: Iterable[Link]) -> Mapping[str, tuple[Link, ...]]:
    """Links by the item referred to, an item's links to itself left out."""
    return _grouped(
        (link.target.item.id, link)
        for link in links
        if link.target and link.target.item.id != link.source
    )


def _grouped(pairs: Iterator[tuple[str, Link]]) -> Mapping[str, tuple[Link, ...]]:
    found: dict[str, list[Link]] = {}
    for name, link in pairs:
        found.setdefault(name, []).append(link)
    return MappingProxyType({name: tuple(links) for name, links in found.items()})
