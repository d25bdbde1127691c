"""The items of a file as JSON, and back: what was read once is not parsed to be read again."""

import json
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property

from guifan.language.document import Document, Entry, Revision
from guifan.language.kinds import KINDS
from guifan.language.model import Item
from guifan.language.nodes import MappingNode


def stored(entries: Sequence[Entry]) -> str:
    """The items of a file, on one line."""
    kind = entries[0].item.kind if entries else ""
    return f'["{kind}",[{",".join(map(_stored, entries))}]]'


def _stored(entry: Entry) -> str:
    """What an item says, and what it will say, each time with its note."""
    future = (f"[{json.dumps(one.note)},{_said(one.item)}]" for one in entry.revisions)
    return f"[{_said(entry.item)},[{','.join(future)}]]"


def _said(item: Item) -> str:
    """What is written of an item, and no more: some rules ask which of its fields are."""
    return item.model_dump_json(by_alias=True, exclude_unset=True)


def restored(text: str, parse: Callable[[], Sequence[Entry]]) -> tuple[Entry, ...]:
    """The items of a file.

    Args:
        text: what ``stored`` made of them.
        parse: the same items, of the file itself; asked once, and only for where they stand.
    """
    kind, items = json.loads(text)
    parsed = cache(parse)

    def read(at: int, said: object, future: Iterable[tuple[str, object]]) -> Entry:
        model = KINDS[kind]
        revisions = tuple(_revisions(model, future))
        return Restored(model.model_validate(said), revisions, parsed=lambda: parsed()[at])

    return tuple(read(at, *one) for at, one in enumerate(items))


def _revisions(model: type[Item], future: Iterable[tuple[str, object]]) -> Iterable[Revision]:
    for note, said in future:
        item = model.model_validate(said)
        yield Revision(item.effective, note, item)


class Restored(Entry):
    """An item whose file is parsed when it is asked where something of it stands.

    Args:
        item: as it is now.
        revisions: what it will be.
        document, node: where it stands, where that is known already.
        parsed: the same item, of the file itself.
    """

    def __init__(
        self,
        item: Item,
        revisions: tuple[Revision, ...],
        document: Document | None = None,
        node: MappingNode | None = None,
        parsed: Callable[[], Entry] | None = None,
    ) -> None:
        known = {"document": document, "node": node, "parsed": parsed}
        vars(self).update(item=item, revisions=revisions)
        vars(self).update((name, one) for name, one in known.items() if one is not None)

    parsed: Callable[[], Entry]

    @cached_property
    def document(self) -> Document:
        """The file."""
        return self.parsed().document

    @cached_property
    def node(self) -> MappingNode:
        """The item's own mapping."""
        return self.parsed().node
