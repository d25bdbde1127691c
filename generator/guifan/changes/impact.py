"""What a change of an item touches: whatever refers to it, directly or through others, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from guifan.changes.posts import concerned
from guifan.corpus.addresses import Target
from guifan.corpus.graph import Corpus, Link
from guifan.language.kinds import KINDS
from guifan.language.kinds.message import Message
from guifan.language.kinds.procedure import Procedure
from guifan.language.model import Item

_RESTS = frozenset(
    {
        "answered",
        "clause",
        "ends",
        "floor",
        "from",
        "keep_floor",
        "limit",
        "limits",
        "norm",
        "of",
        "procedure",
        "promise",
        "rule",
        "starts",
        "to",
        "updates",
    }
)
"""Fields by which an item rests on another: on its time, its duty or its figure. When that one
changes, so does what rests on it in turn; other references only name it, and go no further."""

_POSTS = frozenset({"role", "unit"})
"""Kinds that do the work: what is addressed to a post does not rest on it."""

_POINTERS = frozenset({"approver", "author", "first_read", "homes", "owner", "place", "see"})
"""Fields that only show the way to an item: the weakest reason why another is touched."""


@dataclass(frozen=True, slots=True)
class Touch:
    """An item that a change touches.

    Args:
        item: the item.
        why: the references that lead from it to what changes, the item's own first.
    """

    item: Item
    why: tuple[Link, ...]

    @property
    def direct(self) -> bool:
        """Whether it refers to what changes itself."""
        return len(self.why) == 1


@dataclass(frozen=True)
class Impact:
    """What a change touches.

    Args:
        corpus: in which it is made.
        target: what changes: an item, or a part or field of one.
        touches: every item touched, each once, the nearest first.
    """

    corpus: Corpus
    target: Target
    touches: tuple[Touch, ...]

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Touch, ...]]:
        """The touches by the key of the items' kind, in the order of the kinds."""
        found = ((kind, tuple(t for t in self.touches if t.item.kind == kind)) for kind in KINDS)
        return MappingProxyType({kind: some for kind, some in found if some})

    @cached_property
    def procedures(self) -> tuple[Touch, ...]:
        """The procedures whose promise it is, or the time of one of whose steps."""
        return tuple(
            touch
            for touch in self.touches
            if isinstance(touch.item, Procedure) and touch.direct and self._times(touch.item)
        )

    def _times(self, procedure: Procedure) -> bool:
        name = self.target.item.id
        return any(self._is(one, name) for one in (procedure.promise, *_limits(procedure)))

    def _is(self, written: str | None, name: str) -> bool:
        item = self.corpus.get(written) if written else None
        return item is not None and item.id == name

    @cached_property
    def messages(self) -> tuple[Touch, ...]:
        """The messages that print it."""
        return tuple(
            touch
            for touch in self.touches
            if isinstance(touch.item, Message) and touch.direct and touch.why[0].span
        )

    @cached_property
    def posts(self) -> tuple[Item, ...]:
        """The posts to be told: those that the item, or what rests on it or prints it, concerns."""
        told = [*concerned(self.corpus, self.target.item, self.target.parts)]
        for touch in self.touches:
            if _rests(touch.why[0]) or touch in self.messages:
                told += concerned(self.corpus, touch.item)
        found = (self.corpus.get(name) for name in dict.fromkeys(told))
        return tuple(post for post in found if post)


def _limits(procedure: Procedure) -> Iterator[str | None]:
    return (step.limit for step in procedure.steps)


def impact(corpus: Corpus, target: Target) -> Impact:
    """Work out what a change touches.

    Args:
        corpus: in which it is made.
        target: what changes; of a part or field, what names that part or field is touched, and
            what names the whole item too, for it may show it.
    """
    subject = target.item.id
    found: dict[str, Touch] = {}
    named = [one for one in corpus.incoming.get(subject, ()) if _names(one, target)]
    for link in sorted(named, key=_rank):
        found.setdefault(link.source, Touch(_item(corpus, link), (link,)))
    edge = [one for one in found.values() if _rests(one.why[0])]
    while edge:
        near, edge = edge, []
        for touch in near:
            for link in corpus.incoming.get(touch.item.id, ()):
                if link.source not in (subject, *found) and _rests(link):
                    found[link.source] = Touch(_item(corpus, link), (link, *touch.why))
                    edge.append(found[link.source])
    return Impact(corpus, target, tuple(found.values()))


def _item(corpus: Corpus, link: Link) -> Item:
    return corpus.entries[link.source].item


def _is_pointer(link: Link) -> bool:
    return link.path[0] in _POINTERS


def _rests(link: Link) -> bool:
    """Whether what refers so changes with what it refers to."""
    key = next((step for step in reversed(link.path) if isinstance(step, str)), "")
    names_post = link.target is not None and link.target.item.kind in _POSTS
    return key in _RESTS and not names_post


def _rank(link: Link) -> int:
    """Of several references of one item the first tells best why it is touched."""
    return 0 if _rests(link) else 2 if _is_pointer(link) else 1


def _names(link: Link, target: Target) -> bool:
    """Whether a reference names what changes, something in it, or what it is a part of."""
    if link.target is None:
        return False
    theirs = (*(id(part) for part in link.target.parts), link.target.field)
    ours = (*(id(part) for part in target.parts), target.field)
    pairs = zip((one for one in theirs if one), (one for one in ours if one), strict=False)
    return all(one == other for one, other in pairs)
