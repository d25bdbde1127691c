"""What a manual's files hold, known without opening them, and what an edit of them may concern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from guifan.corpus.facts import Brief, Facts, digested, with_all
from guifan.language.document import Entry

ALL, IDS, NAMES, NEVER, PLACES = "*", "@ids", "@names", "@never", "@places"
"""What may be looked at as a whole beside a kind: everything, which ids there are, what items are
called, which phrases they forbid, where they stand in the manual."""

BASELINE = "@baseline"
"""What the last edition held, which may be looked at as a whole too."""


@dataclass(frozen=True)
class Snapshot:
    """What a manual's files hold.

    Args:
        facts: what is known of each, in their order.
        baseline: the digest of the last edition; empty without one.
    """

    facts: tuple[Facts, ...] = ()
    baseline: str = ""

    def followed(self, facts: tuple[Facts, ...], baseline: str) -> Snapshot:
        """The snapshot that comes after this one: what did not change is not worked out again."""
        later = Snapshot(facts, baseline)
        gone, come = self._gone(later), later._gone(self)
        if len(gone) + len(come) < len(facts) and "referring" in vars(self):
            vars(later)["referring"] = _moved(self.referring, gone, come)
        return later

    def with_all(self, changed: Mapping[str, Entry]) -> Snapshot:
        """The snapshot in which these items say something else, though their files are the same."""
        files = {self.files[name].file for name in changed}
        facts = (with_all(one, changed) if one.file in files else one for one in self.facts)
        return self.followed(tuple(facts), self.baseline)

    def digest(self, parts: Iterable[str]) -> str:
        """The digest of some of it: of kinds, and of what the words above stand for."""
        return digested(f"{one} {self._parts.get(one, '')}" for one in sorted(parts))

    @cached_property
    def _parts(self) -> Mapping[str, str]:
        kinds: dict[str, list[str]] = {}
        for one in self.facts:
            kinds.setdefault(one.kind, []).extend((one.file, one.digest))
        return {kind: digested(parts) for kind, parts in kinds.items()} | {
            ALL: digested(part for one in self.facts for part in (one.file, one.digest)),
            IDS: digested(one.ids for one in self.facts),
            NAMES: digested(one.names for one in self.facts),
            NEVER: digested(part for one in self.facts for part in (one.kind, one.never)),
            BASELINE: self.baseline,
            PLACES: digested(
                part for one in self.facts for part in (one.kind, *(b.place for b in one.briefs))
            ),
        }

    @cached_property
    def briefs(self) -> Mapping[str, Brief]:
        """The items by id, in their order."""
        return {one.id: one for file in self.facts for one in file.briefs}

    @cached_property
    def files(self) -> Mapping[str, Facts]:
        """The files by the ids of their items."""
        return {one.id: file for file in self.facts for one in file.briefs}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each item among all, by its id."""
        return {name: at for at, name in enumerate(self.briefs)}

    @cached_property
    def holders(self) -> Mapping[str, str]:
        """The ids of items by former ones."""
        return {old: one.id for file in self.facts for one in file.briefs for old in one.was}

    @cached_property
    def referring(self) -> Mapping[str, tuple[str, ...]]:
        """By an id as written, today's or a former one, the items in which it stands."""
        found: dict[str, list[str]] = {}
        for file in self.facts:
            for brief in file.briefs:
                for name in brief.near:
                    found.setdefault(name, []).append(brief.id)
        return {name: tuple(ids) for name, ids in found.items()}

    def mentioning(self, name: str) -> tuple[str, ...]:
        """The items in which an id stands, or a former one of the same item, in their order."""
        brief = self.briefs.get(name)
        names = (name, *brief.was) if brief else (name,)
        found = {one for each in names for one in self.referring.get(each, ())}
        return tuple(sorted(found, key=self.order.__getitem__))

    @cached_property
    def standing(self) -> Mapping[str, tuple[str, ...]]:
        """The items by the place where they stand, in their order."""
        found: dict[str, list[str]] = {}
        for one in self.briefs.values():
            found.setdefault(one.place, []).append(one.id)
        return {place: tuple(names) for place, names in found.items()}

    def near(self, name: str) -> frozenset[str]:
        """The ids of an item, of those that it refers to, and of those that refer to it."""
        if name not in self._near:
            brief = self.briefs[name]
            names = (name, *brief.was)
            referring = (one for name in names for one in self.referring.get(name, ()))
            self._near[name] = frozenset((*names, *brief.near, *referring))
        return self._near[name]

    @cached_property
    def _near(self) -> dict[str, frozenset[str]]:
        return {}

    def since(self, before: Snapshot) -> Changes:
        """What is no longer as it was."""
        old = {one.id: one for file in before._gone(self) for one in file.briefs}
        new = {one.id: one for file in self._gone(before) for one in file.briefs}
        changed = [one for one in old.values() if new.get(one.id) != one]
        changed += [one for one in new.values() if old.get(one.id) != one]
        names = frozenset(name for one in changed for name in (one.id, *one.was))
        words = frozenset(word for one in changed for _, word in one.words)
        reached = names.union(name for one in changed for name in one.near)
        held = frozenset(self.holders[name] for name in reached if name in self.holders)
        reached |= held | {source for name in names for source in self.referring.get(name, ())}
        items = tuple(name for name in reached if name in self.briefs)
        return Changes(names, reached, words, items)

    def _gone(self, other: Snapshot) -> list[Facts]:
        """The files that another snapshot does not know as they are here."""
        there = {one.file: one.digest for one in other.facts}
        return [one for one in self.facts if there.get(one.file) != one.digest]


@dataclass(frozen=True)
class Changes:
    """What differs between two snapshots.

    Args:
        names: the ids, today's and former ones, of the items that are not as they were.
        reached: they, and the ids of all that refer to one of them, or did, or that one of them
            refers to, or did, as it is written: what else is linked with what is as it was.
        words: what the items that are not as they were are called, or were.
        items: the ids of today's items among those that are reached.
    """

    names: frozenset[str]
    reached: frozenset[str]
    words: frozenset[str]
    items: tuple[str, ...]

    @cached_property
    def concerned(self) -> frozenset[str]:
        """What may be answered otherwise of all that may be asked about one item."""
        return frozenset(
            chain(map(of_item, self.names), map(of_links, self.reached), map(of_word, self.words))
        )


def of_item(name: str) -> str:
    """The question what an item says, and whether there is one of this name."""
    return f"= {name}"


def of_links(name: str) -> str:
    """The question which items refer to an item, and what those say that it refers to."""
    return f"> {name}"


def of_word(word: str) -> str:
    """The question what is called by a word."""
    return f"« {word}"


def _moved(
    referring: Mapping[str, tuple[str, ...]], gone: Iterable[Facts], come: Iterable[Facts]
) -> Mapping[str, tuple[str, ...]]:
    """Who refers to what, once some files have others in their place: most refer as they did."""
    before, after = set(_pairs(gone)), set(_pairs(come))
    later = dict(referring)
    for source, name in before - after:
        later[name] = tuple(one for one in later[name] if one != source)
    for source, name in after - before:
        later[name] = (*later.get(name, ()), source)
    return later


def _pairs(files: Iterable[Facts]) -> Iterator[tuple[str, str]]:
    return ((one.id, name) for file in files for one in file.briefs for name in one.near)
