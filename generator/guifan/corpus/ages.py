"""The corpus as it will be: what is announced for a day comes to pass on that day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from guifan.corpus.graph import Corpus
from guifan.findings import Place, Position
from guifan.language.document import Entry
from guifan.language.nodes import MappingNode, SequenceNode
from guifan.language.structure import NEXT


@dataclass(frozen=True)
class Come(Entry):
    """An item some of whose announced changes have come to pass.

    Args:
        come: how many have.
        since: from when on it is as it is now.
    """

    come: int
    since: date

    @property
    def begun(self) -> date:
        """Since when the item is as it is."""
        return self.since

    def position(self, place: Place) -> Position:
        """Where a value stands: in the last change that writes it, else where it always stood."""
        head, *rest = place.path or ("",)
        if head == NEXT.key and rest:
            place = replace(place, path=(head, self.come + int(rest[0]), *rest[1:]))
        elif (at := self._writing(str(head))) is not None:
            place = replace(place, path=(NEXT.key, at, *place.path))
        return super().position(place)

    def is_new(self, place: Place) -> bool:
        """Whether one of the changes that have come to pass writes a value."""
        return bool(place.path) and self._writing(str(place.path[0])) is not None

    def _writing(self, field: str) -> int | None:
        """The last of these changes that writes a field."""
        changes = self.node.get(NEXT.key)
        for at in reversed(range(self.come)):
            change = changes.values[at] if isinstance(changes, SequenceNode) else None
            if isinstance(change, MappingNode) and change.get(field) is not None:
                return at
        return None

    def arrival(self) -> Position:
        """Where the day of the last change that has come to pass is written."""
        return super().position(Place(self.item.id, (NEXT.key, self.come - 1, "effective")))


def as_of(corpus: Corpus, day: date) -> Corpus:
    """The corpus in which whatever was announced for a day up to this one has come to pass.

    An item that changes has been in effect ever since it first took effect.
    """
    changed = {}
    for name in corpus.announced:
        entry = corpus.entries[name]
        come = sum(one.effective <= day for one in entry.revisions)
        if come:
            changed[name] = _come(entry, come)
    return corpus.with_all(changed) if changed else corpus


def days(corpus: Corpus) -> Mapping[date, tuple[str, ...]]:
    """The days on which something announced comes, in order, with the ids of the items."""
    found: dict[date, tuple[str, ...]] = {}
    for name, some in corpus.announced.items():
        for day in some:
            found[day] = (*found.get(day, ()), name)
    return dict(sorted(found.items()))


def _come(entry: Entry, come: int) -> Come:
    last = entry.revisions[come - 1]
    item = last.item.model_copy(update={"effective": entry.item.effective})
    ahead = entry.revisions[come:]
    return Come(item, ahead, entry.document, entry.node, come, last.effective)
