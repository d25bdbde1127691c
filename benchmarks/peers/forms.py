"""How items of a manual are said in ids, links, and fields that are there or one of a few words.

That is what tools for requirements know. Which fields a kind has, needs and may choose from is
read off the kinds themselves; which of them are links, off the clean manual.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planting import Item, Manual, text, within
from tools import Field, Need

from guifan.language.kinds import KINDS
from guifan.language.model import Choice
from guifan.language.nodes import Scalar, SequenceNode
from guifan.language.source import Source

_CITED = re.compile(r"【([a-z][a-z0-9-]*)")

_APART = frozenset({"kind", "id", "title", "items"})
"""Keys that the tools have a place of their own for, or that hold other items."""


@dataclass(frozen=True)
class Forms:
    """How items become needs.

    Args:
        links: fields, by kind and key, every value of which is an item's id.
        lists: fields, by kind and key, every value of which is a member of one list: its id.
        fields: by kind, the values that a tool may hold to their form.
    """

    links: frozenset[tuple[str, str]]
    lists: Mapping[tuple[str, str], str]
    fields: Mapping[str, tuple[Field, ...]]

    def need(self, item: Item, only: tuple[str, ...] = ()) -> Need:
        """An item with its links, in the order written; those of some fields only, if any named."""
        links: dict[str, None] = {}
        for key, value in _values(item):
            if only and key not in only:
                continue
            field = item.kind, key
            if only or field in self.links:
                links[value] = None
            elif field in self.lists:
                links[f"{self.lists[field]}--{value}"] = None
            for name in _CITED.findall(value):
                links[name] = None
        if not only:
            links.pop(item.id, None)
        title = " ".join(item.text("title").split())
        return Need(item.id, title, tuple(links), "", item.kind, () if only else _fields(item))

    def needs(self, source: Source, only: tuple[str, ...] = ()) -> list[Need]:
        """The items of a file."""
        return [self.need(item, only) for item in Manual((source,)).items]


def forms(manual: Manual) -> Forms:
    """Read off the clean manual how its items are said."""
    values: dict[tuple[str, str], set[str]] = defaultdict(set)
    for item in manual.items:
        for key, value in _values(item):
            values[item.kind, key].add(value)
    known = set(manual.by_id)
    links = {key for key, some in values.items() if key[1] != "id" and some <= known}
    members = {
        item.id: {text(part, "id") for part in item.parts("members")}
        for item in manual.of("taxonomy")
    }
    lists = {
        key: name
        for key, some in values.items()
        for name, ids in members.items()
        if key not in links and key[1] != "id" and some <= ids
    }
    return Forms(frozenset(links), lists, {kind: tuple(_known(kind)) for kind in KINDS})


def _known(kind: str) -> Iterator[Field]:
    """The fields of a kind."""
    for name, info in KINDS[kind].model_fields.items():
        key = info.alias or name
        if key not in _APART:
            yield Field(key, info.is_required(), _words(info.annotation))


def _words(annotation: object) -> tuple[str, ...]:
    """What a field may be, where it is one of a few words."""
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return tuple(one.value for one in annotation)
    return ()


def _fields(item: Item) -> tuple[tuple[str, str], ...]:
    """The fields of an item as written; those of its file where it does not give them itself."""
    found: list[tuple[str, str]] = []
    for mapping in (item.node,) if item.root is item.node else (item.node, item.root):
        taken = {key for key, _ in found}
        for key, value in mapping.entries:
            if key.text not in _APART and key.text not in taken:
                said = value.text if isinstance(value, Scalar) else "-"
                found.append((key.text, " ".join(said.split())))
    return tuple(found)


def _values(item: Item) -> Iterator[tuple[str, str]]:
    """Every text of an item with the key at which it stands."""
    for mapping in within(item.node):
        for key, value in mapping.entries:
            for one in value.values if isinstance(value, SequenceNode) else (value,):
                if isinstance(one, Scalar):
                    yield key.text, one.text
