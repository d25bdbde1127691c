"""A corpus whose files are opened when something is asked of an item of theirs.

Which items there are, what they are called and what refers to what is known beforehand.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from types import MappingProxyType

from guifan.corpus.facts import Facts
from guifan.corpus.graph import Corpus, Link, Named, by_source, by_target, first
from guifan.corpus.listed import Listed
from guifan.corpus.snapshot import Snapshot
from guifan.language.document import Entry
from guifan.language.kinds.manual import Manual
from guifan.language.kinds.message import Message
from guifan.language.kinds.norm import Norm
from guifan.language.model import Item

Open = Callable[[str], tuple[Entry, ...]]
"""The items of a file, by its name."""


@dataclass(frozen=True)
class LazyCorpus(Corpus):
    """Items by id, each read from its file when it is asked for.

    Args:
        known: what is known of the files; none of them at fault, and no id twice.
    """

    known: Snapshot = field(default_factory=Snapshot)

    def with_all(self, changed: Mapping[str, Entry]) -> LazyCorpus:
        """This corpus with other entries under their ids; no other is opened."""
        known = self.known.with_all(changed)
        return LazyCorpus(_Over(changed, self.entries), self.aliases, known=known)

    @cached_property
    def announced(self) -> Mapping[str, tuple[date, ...]]:
        """The days on which an item will change, by its id."""
        briefs = self.known.briefs.items()
        return MappingProxyType({name: brief.days for name, brief in briefs if brief.days})

    def of_kind(self, kind: str) -> tuple[Item, ...]:
        """All items of the kind with this name."""
        if kind not in self._kinds:
            files = (one for one in self.known.facts if one.kind == kind)
            ids = (brief.id for one in files for brief in one.briefs)
            self._kinds[kind] = tuple(self.entries[name].item for name in ids)
        return self._kinds[kind]

    @cached_property
    def _kinds(self) -> dict[str, tuple[Item, ...]]:
        return {}

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """What every item is called, in the order of the files."""
        return tuple(
            Named(one.kind, *called)
            for one in self.known.facts
            for brief in one.briefs
            for called in brief.words
        )

    @cached_property
    def forbidden(self) -> Mapping[str, str]:
        """The phrases that nobody may say, with the id of the first item that forbids each."""
        kinds = (Norm.kind, Message.kind)
        files = sorted(
            (one for one in self.known.facts if one.kind in kinds),
            key=lambda one: kinds.index(one.kind),
        )
        briefs = (brief for one in files for brief in one.briefs)
        return first((phrase, brief.id) for brief in briefs for phrase in brief.never)

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """Every item as contents list it, in the order of the files."""
        return tuple(one.listed for file in self.known.facts for one in file.briefs)

    def placed(self, place: str) -> tuple[Item, ...]:
        """The items of a chapter that stand in none of its sections, or those of a section."""
        return tuple(self.entries[name].item for name in self.known.standing.get(place, ()))

    @cached_property
    def outgoing(self) -> Mapping[str, tuple[Link, ...]]:
        """Links by the item that refers."""
        return _Found(self._leaving, lambda: by_source(self.links))

    @cached_property
    def incoming(self) -> Mapping[str, tuple[Link, ...]]:
        """Links by the item referred to, an item's links to itself left out."""
        return _Found(self._arriving, lambda: by_target(self.links))

    def users(self, name: str) -> Iterator[Link]:
        """The links to an item, one after the other."""
        if self._is_manual(name):
            yield from self.incoming.get(name, ())
            return
        for source in self._candidates(name):
            yield from self._leading(source, name)

    def leaving(self, name: str, kind: str) -> tuple[Link, ...]:
        """The links of an item to those of the kind with this name; no others are opened."""
        if kind == Manual.kind:
            return super().leaving(name, kind)
        entry = self.entries.get(name)
        links = self.links_of(entry, self._ids(kind)) if entry else ()
        return tuple(link for link in links if link.target and link.target.item.kind == kind)

    def mentioning(self, name: str) -> tuple[str, ...]:
        """Ids of the items that may refer to this one; none of them is opened."""
        return self.known.mentioning(name)

    def mentioning_of(self, kind: str, name: str) -> tuple[Item, ...]:
        """The items of the kind with this name that may refer to this one; no other is opened."""
        files = self.known.files
        found = (one for one in self.known.mentioning(name) if files[one].kind == kind)
        return tuple(self.entries[one].item for one in found)

    def places(self, kind: str) -> frozenset[str]:
        """Where in the manual the items of a kind stand."""
        files = (one for one in self.known.facts if one.kind == kind)
        return frozenset(brief.place for one in files for brief in one.briefs)

    def referring_of(self, kind: str, name: str) -> tuple[Item, ...]:
        """The items of the kind with this name that refer to this one; no other is opened."""
        files = self.known.files
        return tuple(
            self.entries[one].item
            for one in self._candidates(name)
            if files[one].kind == kind and any(self._leading(one, name))
        )

    def _leaving(self, name: str) -> tuple[Link, ...]:
        entry = self.entries.get(name)
        return tuple(self.links_of(entry)) if entry else ()

    def _arriving(self, name: str) -> tuple[Link, ...]:
        if name not in self.entries:
            return ()
        if self._is_manual(name):
            return tuple(one for one in self.links if _leads_to(one, name))
        return tuple(
            chain.from_iterable(self._leading(one, name) for one in self._candidates(name))
        )

    def _is_manual(self, name: str) -> bool:
        """Whether an id is the manual's, which chapters lead to without naming it."""
        file = self.known.files.get(name)
        return file is not None and file.kind == Manual.kind

    def _leading(self, source: str, name: str) -> Iterator[Link]:
        """The links of one item to another that is not the manual; nothing else is opened."""
        links = self.links_of(self.entries[source], self._names(name))
        return (link for link in links if _leads_to(link, name))

    def _names(self, name: str) -> tuple[str, ...]:
        """An item's ids, today's and former ones."""
        brief = self.known.briefs.get(name)
        return (name, *brief.was) if brief else (name,)

    def _ids(self, kind: str) -> Collection[str]:
        """The ids of all items of a kind, today's and former ones."""
        if kind not in self._known_ids:
            briefs = (
                brief for file in self.known.facts if file.kind == kind for brief in file.briefs
            )
            self._known_ids[kind] = {name for one in briefs for name in (one.id, *one.was)}
        return self._known_ids[kind]

    @cached_property
    def _known_ids(self) -> dict[str, Collection[str]]:
        return {}

    def _candidates(self, name: str) -> list[str]:
        """The items in which an id stands, or a former one of the same item, in their order."""
        names = self._names(name)
        found = {one for each in names for one in self.known.referring.get(each, ())}
        return sorted(found, key=self.known.order.__getitem__)


def lazy(known: Snapshot, read: Open) -> LazyCorpus:
    """A corpus of files of which this is known."""
    return LazyCorpus(_Shelf(known, read), MappingProxyType(known.holders), known=known)


def clashes(facts: Iterable[Facts]) -> bool:
    """Whether an id stands twice, today's or a former one."""
    names = [name for file in facts for one in file.briefs for name in (one.id, *one.was)]
    return len(set(names)) < len(names)


def _leads_to(link: Link, name: str) -> bool:
    return link.target is not None and link.target.item.id == name != link.source


class _Shelf(Mapping[str, Entry]):
    """Items by id."""

    def __init__(self, known: Snapshot, read: Open) -> None:
        self._files = known.files
        self._read = read
        self._entries: dict[str, Entry] = {}

    def __getitem__(self, name: str) -> Entry:
        if name not in self._entries:
            self._entries |= {one.item.id: one for one in self._read(self._files[name].file)}
        return self._entries[name]

    def __contains__(self, name: object) -> bool:
        return name in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


class _Over(Mapping[str, Entry]):
    """Items by id, some of them others than those that stand below."""

    def __init__(self, over: Mapping[str, Entry], below: Mapping[str, Entry]) -> None:
        self._over, self._below = over, below

    def __getitem__(self, name: str) -> Entry:
        return self._over[name] if name in self._over else self._below[name]

    def __contains__(self, name: object) -> bool:
        return name in self._below

    def __iter__(self) -> Iterator[str]:
        return iter(self._below)

    def __len__(self) -> int:
        return len(self._below)


class _Found(Mapping[str, tuple[Link, ...]]):
    """Links by an id, sought when asked for."""

    def __init__(
        self,
        seek: Callable[[str], tuple[Link, ...]],
        whole: Callable[[], Mapping[str, tuple[Link, ...]]],
    ) -> None:
        self._seek, self._whole = seek, whole
        self._sought: dict[str, tuple[Link, ...]] = {}

    def __getitem__(self, name: str) -> tuple[Link, ...]:
        if name not in self._sought:
            self._sought[name] = self._seek(name)
        if not self._sought[name]:
            raise KeyError(name)
        return self._sought[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())
