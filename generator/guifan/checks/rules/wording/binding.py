"""Which texts bind somebody: those that staff act on, read out or rely on.

Definitions, the law's own words, what the sources said, reasons, examples and what is not to be
said are read for other ends, and are left alone.
"""

from collections.abc import Iterator
from typing import NamedTuple

from guifan.corpus.graph import Corpus, texts
from guifan.language.anatomy import Spot
from guifan.language.kinds.message import Message, Speaker
from guifan.language.model import Audience, Item
from guifan.language.nodes import Path

_TOLD = frozenset(
    {"term", "taxonomy", "regulation", "source", "principle", "matrix", "manual"}
    | {"course", "exam", "question", "situation"}
)
"""Kinds that define, teach or tell."""

_ASIDE = frozenset(
    {
        "title",
        "also",
        "origin",
        "decided",
        "why",
        "phrase",
        "slips",
        "example",
        "examples",
        "means",
        "english",
    }
)
"""Fields that name, define, give reasons, or tell what is not to be done."""


class Binding(NamedTuple):
    """A text that binds somebody.

    Args:
        item: the item it stands in, as it is at that time.
        spot: the text.
        path: where it stands in the item as written.
    """

    item: Item
    spot: Spot
    path: Path

    @property
    def is_owed(self) -> bool:
        """Whether somebody is held to it: by a limit, a promise to customers or a step."""
        is_promise = self.item.audience is Audience.PUBLIC and not self.spot.internal
        is_step = self.item.kind == "procedure" and self.spot.path[0] == "steps"
        return is_promise or is_step or self.item.kind == "limit"


def binding(corpus: Corpus) -> Iterator[Binding]:
    """The texts that bind, of every item as it is and as it will be."""
    for entry in corpus.entries.values():
        if entry.item.kind in _TOLD:
            continue
        for item, spot, path in texts(entry):
            if not _is_aside(item, spot.path):
                yield Binding(item, spot, path)


def _is_aside(item: Item, path: Path) -> bool:
    if not _ASIDE.isdisjoint(path):
        return True
    if isinstance(item, Message) and path[0] == "turns":
        return item.turns[int(path[1])].who is Speaker.CUSTOMER
    return False
