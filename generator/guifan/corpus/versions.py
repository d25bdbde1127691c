"""Versions against a baseline: an item that says something else has a higher one."""

from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.corpus.renames import aligned, former
from guifan.language.model import Item

RECORD = frozenset(
    {
        "version",
        "also",
        "was",
        "place",
        "author",
        "approver",
        "review_by",
        "last_review",
        "origin",
        "decided",
        "changed",
        "signed_by",
        "see",
    }
)
"""Fields about an item, not of what it says: they change without a new version."""


@dataclass(frozen=True, slots=True)
class Unraised:
    """An item that says something else than in the baseline, under the same version or a lower one.

    Args:
        before: the item in the baseline, under today's ids.
        item: the item now.
        fields: the attributes that differ, in the order of the model.
    """

    before: Item
    item: Item
    fields: tuple[str, ...]


def unraised(corpus: Corpus, baseline: Corpus) -> tuple[Unraised, ...]:
    """The items that were changed without a higher version, in the order of the corpus.

    An item is its former self under a new id too (``was:``); one that is new, or now of another
    kind, has nothing to be compared with.
    """
    past, present = aligned(baseline, corpus)
    found = (_unraised(item, past) for item in present)
    return tuple(one for one in found if one)


def _unraised(item: Item, baseline: Corpus) -> Unraised | None:
    before = former(item, baseline)
    if before is None or item.version > before.version:
        return None
    fields = tuple(
        name
        for name in type(item).model_fields
        if name not in RECORD | {"id"} and getattr(item, name) != getattr(before, name)
    )
    return Unraised(before, item, fields) if fields else None
