"""The posts that a part of the manual concerns: whom to tell when it changes."""

from collections.abc import Iterable, Iterator
from typing import Any

from guifan.corpus.graph import Corpus, Link
from guifan.language.anatomy import shapes, spots
from guifan.language.kinds.role import Role
from guifan.language.model import Item, Part, Reference
from guifan.language.nodes import Path

_POSTS = frozenset({"role", "unit"})
_KEEPERS = frozenset({"owner", "author", "approver"})
"""Fields that name who keeps an item, not whom it concerns."""

_USED = frozenset({"limit", "message", "form"})
"""Kinds that concern who works with them."""

_USERS = frozenset({"norm", "procedure", "playbook", "channel"})
"""Kinds whose posts work with what their fields name."""


def concerned(corpus: Corpus, item: Item, parts: Iterable[Part] = ()) -> tuple[str, ...]:
    """The ids of the posts that an item concerns, each once.

    Args:
        corpus: in which the item stands.
        item: the item.
        parts: parts of it, the innermost last: the innermost that names posts tells whom; without
            one the whole item does.
    """
    if isinstance(item, Role):
        return (item.id,)
    own = (tuple(_named(part)) for part in reversed((item, *parts)))
    found = list(next((names for names in own if names), ()))
    if item.kind in _USED:
        for link in corpus.incoming.get(item.id, ()):
            found += _users(corpus, link)
    known = (corpus.get(name) for name in found)
    return tuple(dict.fromkeys(one.id for one in known if one))


def _named(part: Part) -> Iterator[str]:
    """The posts that a part names in its fields."""
    for spot in spots(part):
        is_post = isinstance(spot.marker, Reference) and _POSTS.intersection(spot.marker.kinds)
        if is_post and spot.path[0] not in _KEEPERS:
            yield spot.value


def _users(corpus: Corpus, link: Link) -> Iterator[str]:
    """Who works with what a field refers to: the posts of the step or action, or of the item."""
    source = corpus.get(link.source)
    if source is None or source.kind not in _USERS or link.span or link.path[0] == "see":
        return
    passed = (tuple(_named(part)) for part in reversed(_passed(source, link.path)))
    yield from next((names for names in passed if names), ())


def _passed(item: Item, path: Path) -> tuple[Part, ...]:
    """The parts of an item on the way to a value, the item itself first."""
    found: list[Part] = [item]
    value: Any = item
    for step in path:
        if isinstance(value, Part):
            shapes_by_key = {shape.key: shape.attribute for shape in shapes(type(value))}
            value = getattr(value, shapes_by_key.get(str(step), ""), None)
        elif isinstance(value, tuple) and isinstance(step, int):
            value = value[step]
        if isinstance(value, Part):
            found.append(value)
    return tuple(found)
