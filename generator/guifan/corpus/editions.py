"""An edition of the corpus for an audience: what it may not show is not in it."""

from collections.abc import Callable
from types import MappingProxyType
from typing import TypeVar

from guifan.corpus.graph import Corpus
from guifan.language.anatomy import Shape, shapes
from guifan.language.document import Entry, Revision
from guifan.language.model import Audience, Item, Member, OfManual, Own, Part, State, Text

Some = TypeVar("Some", bound=Part)


def edition(corpus: Corpus, audience: Audience) -> Corpus:
    """The corpus as an audience may see it.

    The internal edition is the corpus itself. The public one holds the released public items
    only, without the fields that are internal by their model and without references to what is
    not in it.
    """
    if audience is Audience.INTERNAL:
        return corpus
    shown = {name for name, entry in corpus.entries.items() if _public(entry.item)}

    def keeps(name: str) -> bool:
        head = name.partition(".")[0]
        return corpus.aliases.get(head, head) in shown

    entries = {
        name: Entry(
            _redacted(entry.item, keeps),
            tuple(
                Revision(one.effective, "", _redacted(one.item, keeps))
                for one in entry.revisions
                if _public(one.item)
            ),
            entry.document,
            entry.node,
        )
        for name, entry in corpus.entries.items()
        if name in shown
    }
    aliases = {was: name for was, name in corpus.aliases.items() if name in shown}
    # A plain one: what is known of the files beforehand is of all that stands in them.
    shown_alone = MappingProxyType(entries), MappingProxyType(aliases)
    return Corpus(*shown_alone, corpus.broken, corpus.is_partial)


def _public(item: Item) -> bool:
    return item.audience is Audience.PUBLIC and item.status is State.RELEASED


def _redacted(part: Some, keeps: Callable[[str], bool]) -> Some:
    """A copy without internal fields and without references that lead out of the edition."""
    changes: dict[str, object] = {}
    for shape in shapes(type(part)):
        value = getattr(part, shape.attribute)
        if value is None or value == ():
            continue
        shown = _blank(shape) if shape.internal else _shown(shape, value, keeps)
        if shown != value:
            changes[shape.attribute] = shown
    return part.model_copy(update=changes) if changes else part


def _blank(shape: Shape) -> object:
    return () if shape.many else None


def _shown(shape: Shape, value: object, keeps: Callable[[str], bool]) -> object:
    if shape.part is not None and isinstance(value, tuple):
        return tuple(_redacted(one, keeps) for one in value)
    if isinstance(value, Part):
        return _redacted(value, keeps)
    match shape.marker:
        case None | Text() | Own() | OfManual():
            return value
        case Member(taxonomy=name):
            kept = keeps(name)
            return value if kept else _blank(shape)
    if isinstance(value, tuple):
        return tuple(one for one in value if keeps(one))
    return value if isinstance(value, str) and keeps(value) else None
