"""The past under today's ids: what only bears another name has not changed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from guifan.corpus.graph import Corpus, heads, written
from guifan.language.anatomy import shapes
from guifan.language.document import Entry
from guifan.language.model import Item, Marker, Part, Reference, Text
from guifan.language.texts import mentions

Some = TypeVar("Some", bound=Part)


def renames(old: Corpus, new: Corpus) -> Mapping[str, str]:
    """The ids of the past that items bear no more, with those that they bear today."""
    return {
        former: item.id
        for item in new
        for former in item.was
        if former in old.entries and former not in new.entries and item.id not in old.entries
    }


def former(item: Item, past: Corpus) -> Item | None:
    """What an item was, under its id or one that it bore; None where it is new or of a new kind."""
    known = (past.entries.get(name) for name in (item.id, *item.was))
    before = next((entry.item for entry in known if entry), None)
    return before if type(before) is type(item) else None


def aligned(old: Corpus, new: Corpus) -> tuple[Corpus, Corpus]:
    """Two corpora under the ids of the new one: what is alike in them is equal.

    An item that is the same in both stays as it is: what it names, it names alike.
    """
    stale = {was: name for was, name in new.aliases.items() if was not in old.entries}
    others = _others(old, new)
    past = under_new_ids(old, {**stale, **renames(old, new)}, others)
    return past, under_new_ids(new, new.aliases, others)


def _others(old: Corpus, new: Corpus) -> frozenset[str]:
    """The ids of the items that are in one of two corpora alone, or not the same in both."""
    gone = old.entries.keys() - new.entries.keys()
    pairs = ((name, old.entries.get(name), entry) for name, entry in new.entries.items())
    changed = (name for name, was, now in pairs if was is None or _states(was) != _states(now))
    return frozenset(changed).union(gone)


def under_new_ids(corpus: Corpus, ids: Mapping[str, str], among: frozenset[str]) -> Corpus:
    """A corpus with some ids replaced, in some items and in every reference of theirs.

    One in which none of these bears or names them stays itself, with all that is known of it.
    """
    if not ids:
        return corpus
    bearing = ((name, corpus.entries[name]) for name in _bearing(corpus, ids, among))
    changed = ((name, one, _entry(one, ids)) for name, one in bearing)
    found = {name: other for name, one, other in changed if _states(other) != _states(one)}
    aliases = {was: ids.get(name, name) for was, name in corpus.aliases.items()} | {**ids}
    if not found:
        known = aliases == corpus.aliases
        return corpus if known else replace(corpus, aliases=MappingProxyType(aliases))
    entries = {ids.get(name, name): found.get(name, one) for name, one in corpus.entries.items()}
    return replace(corpus, entries=MappingProxyType(entries), aliases=MappingProxyType(aliases))


def _bearing(corpus: Corpus, ids: Mapping[str, str], among: frozenset[str]) -> list[str]:
    """The ids of the items among some that bear or name an id that is replaced."""
    aimed = {corpus.aliases.get(was, was) for was in ids}
    return [
        name
        for name, entry in corpus.entries.items()
        if name in among and (name in aimed or any(map(ids.__contains__, _named(entry))))
    ]


def _named(entry: Entry) -> Iterator[str]:
    """The ids, as written, that an item names."""
    return (name for _, spot, _ in written(entry) for name in heads(spot))


def _states(entry: Entry) -> tuple[Item, ...]:
    return (entry.item, *(one.item for one in entry.revisions))


def _entry(entry: Entry, ids: Mapping[str, str]) -> Entry:
    future = tuple(replace(one, item=_item(one.item, ids)) for one in entry.revisions)
    return replace(entry, item=_item(entry.item, ids), revisions=future)


def _item(item: Item, ids: Mapping[str, str]) -> Item:
    return _part(item, ids).model_copy(update={"id": ids.get(item.id, item.id)})


def _part(part: Some, ids: Mapping[str, str]) -> Some:
    updates: dict[str, object] = {}
    for shape in shapes(type(part)):
        value = getattr(part, shape.attribute)
        if value is None or not (shape.part or isinstance(shape.marker, Text | Reference)):
            continue
        many = isinstance(value, tuple)
        done = tuple(_value(one, shape.marker, ids) for one in (value if many else (value,)))
        updates[shape.attribute] = done if many else done[0]
    return part.model_copy(update=updates)


def _value(value: object, marker: Marker | None, ids: Mapping[str, str]) -> object:
    match value:
        case Part():
            return _part(value, ids)
        case str() if isinstance(marker, Text):
            return _text(value, ids)
        case str():
            return _address(value, ids)
    return value


def _address(address: str, ids: Mapping[str, str]) -> str:
    head, dot, tail = address.partition(".")
    return f"{ids.get(head, head)}{dot}{tail}"


def _text(text: str, ids: Mapping[str, str]) -> str:
    pieces: list[str] = []
    end = 0
    for mention in mentions(text):
        pieces += (text[end : mention.start], _address(mention.address, ids))
        end = mention.end
    return "".join((*pieces, text[end:]))
