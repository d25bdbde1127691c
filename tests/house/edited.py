"""Random edits of a corpus, each as an editor might make it: of a value, a list, an id, a place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from guifan.corpus.graph import Corpus
from guifan.language.anatomy import Shape, shapes
from guifan.language.document import Entry, Revision
from guifan.language.kinds.manual import Manual
from guifan.language.model import Choice, Item, Part, Reference, Text

Some = TypeVar("Some", bound=Part)

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable


def doubled(corpus: Corpus) -> Corpus:
    """A corpus with a second item beside each one, so that a reference may name another."""
    entries = dict(corpus.entries)
    for name, entry in corpus.entries.items():
        if not isinstance(entry.item, Manual):
            twin = entry.item.model_copy(
                update={"id": f"other-{name}", "was": (), "title": f"另一{entry.item.title}"}
            )
            entries[twin.id] = replace(entry, item=twin)
    return replace(corpus, entries=MappingProxyType(entries))


@dataclass
class Editor:
    """Makes one random edit after another.

    Args:
        chance: where the randomness comes from.
        values: values of each type to choose from.
    """

    chance: random.Random
    values: dict[type, list[Any]]

    def edit(self, corpus: Corpus) -> tuple[str, Corpus]:
        """The corpus after one edit, and what the edit was."""
        kinds: list[Callable[[Corpus], tuple[str, Corpus]]] = [
            *[self._field] * 12,
            self._delete,
            self._copy,
            self._rename,
            self._announce,
            self._reorder,
        ]
        return self.chance.choice(kinds)(corpus)

    def edits(self, corpus: Corpus, number: int) -> tuple[str, Corpus]:
        """The corpus after so many edits, and what they were."""
        told = []
        for _ in range(number):
            what, corpus = self.edit(corpus)
            told.append(what)
        return "; ".join(told), corpus

    def _some(self, corpus: Corpus) -> Entry:
        return self.chance.choice(list(corpus.entries.values()))

    def _field(self, corpus: Corpus) -> tuple[str, Corpus]:
        entry = self._some(corpus)
        told, item = self._changed(entry.item, corpus)
        return f"{item.id}: {told}", _put(corpus, replace(entry, item=item))

    def _changed(self, part: Some, corpus: Corpus) -> tuple[str, Some]:
        """A part with one of its fields changed, or one of the parts below it."""
        shape = self.chance.choice([one for one in shapes(type(part)) if one.attribute != "id"])
        value = getattr(part, shape.attribute)
        new = self._other(shape, value, corpus)
        return f"{shape.attribute} = {new!r}"[:200], part.model_copy(update={shape.attribute: new})

    def _other(self, shape: Shape, value: Any, corpus: Corpus) -> Any:
        """Another value of a field."""
        if isinstance(value, tuple):
            if value and self.chance.random() < 0.2:
                return value[1:]
            if not value:
                return value
            at = self.chance.randrange(len(value))
            new = self._single(shape, value[at], corpus)
            return (*value[:at], new, *value[at + 1 :])
        return self._single(shape, value, corpus)

    def _single(self, shape: Shape, value: Any, corpus: Corpus) -> Any:
        names = [item.id for item in corpus]
        if isinstance(value, Part):
            return self._changed(value, corpus)[1]
        match shape.marker:
            case Text():
                return f"改{self.chance.randrange(100)}，见【{self.chance.choice(names)}】"
            case Reference(part="") if isinstance(value, str) and value in corpus:
                kind = corpus.entries[value].item.kind if value in corpus.entries else ""
                return self.chance.choice([item.id for item in corpus if item.kind == kind])
        if isinstance(value, Choice):
            return self.chance.choice(list(type(value)))
        if isinstance(value, bool):
            return not value
        if isinstance(value, date):
            return value + timedelta(days=self.chance.randrange(1, 900))
        return self.chance.choice(self.values.get(type(value)) or [value])

    def _delete(self, corpus: Corpus) -> tuple[str, Corpus]:
        gone = self._some(corpus).item
        if isinstance(gone, Manual):
            return "nothing", corpus
        kept = {name: one for name, one in corpus.entries.items() if name != gone.id}
        aliases = {was: name for was, name in corpus.aliases.items() if name != gone.id}
        return f"{gone.id} is gone", _of(corpus, kept, aliases)

    def _copy(self, corpus: Corpus) -> tuple[str, Corpus]:
        entry = self._some(corpus)
        if isinstance(entry.item, Manual):
            return "nothing", corpus
        name = f"new-{self.chance.randrange(1000)}"
        twin = entry.item.model_copy(update={"id": name, "was": ()})
        return f"{name} like {entry.item.id}", _put(corpus, replace(entry, item=twin))

    def _rename(self, corpus: Corpus) -> tuple[str, Corpus]:
        entry = self._some(corpus)
        old = entry.item.id
        if isinstance(entry.item, Manual):
            return "nothing", corpus
        new = f"named-{self.chance.randrange(1000)}"
        item = entry.item.model_copy(update={"id": new, "was": (*entry.item.was, old)})
        entries = {
            new if name == old else name: replace(entry, item=item) if name == old else one
            for name, one in corpus.entries.items()
        }
        aliases = {was: new if name == old else name for was, name in corpus.aliases.items()}
        return f"{old} is {new}", _of(corpus, entries, {**aliases, old: new})

    def _announce(self, corpus: Corpus) -> tuple[str, Corpus]:
        entry = self._some(corpus)
        _, later = self._changed(entry.item, corpus)
        day = date(2026, 9, 1) + timedelta(days=self.chance.randrange(300))
        changed = replace(entry, revisions=(*entry.revisions, Revision(day, "以后", later)))
        return f"{entry.item.id} will change", _put(corpus, changed)

    def _reorder(self, corpus: Corpus) -> tuple[str, Corpus]:
        names = list(corpus.entries)
        self.chance.shuffle(names)
        entries = {name: corpus.entries[name] for name in names}
        return "another order", _of(corpus, entries, dict(corpus.aliases))


def values_of(items: Iterable[Item]) -> dict[type, list[Any]]:
    """Every value in some items by its type, each once."""
    found: dict[type, list[Any]] = {}

    def collect(value: Any) -> None:
        if isinstance(value, Part):
            for shape in shapes(type(value)):
                collect(getattr(value, shape.attribute))
        elif isinstance(value, tuple):
            for one in value:
                collect(one)
        elif value is not None and not isinstance(value, str):
            same = found.setdefault(type(value), [])
            if value not in same:
                same.append(value)

    for item in items:
        collect(item)
    return found


def _put(corpus: Corpus, entry: Entry) -> Corpus:
    return _of(corpus, {**corpus.entries, entry.item.id: entry}, dict(corpus.aliases))


def _of(corpus: Corpus, entries: dict[str, Entry], aliases: dict[str, str]) -> Corpus:
    return replace(corpus, entries=MappingProxyType(entries), aliases=MappingProxyType(aliases))
