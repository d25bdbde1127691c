"""Tiny manuals to search: documents made by hand, and their index as a browser reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guifan.search.document import Document, terms
from guifan.search.index import index
from guifan.search.sections import Section
from guifan.search.shards import Labels, shards
from guifan.search.store import Store, part_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LABELS = Labels({"limit": "时限", "norm": "条款"}, {}, {"agent": "客服代表"}, {})


def document(
    title: str,
    text: str = "",
    *,
    name: str = "",
    number: str = "",
    also: tuple[str, ...] = (),
    more: tuple[Section, ...] = (),
    weight: int = 30,
) -> Document:
    """A page with a title, a text, and what else is told of it."""
    return Document(
        id=name or title,
        kind="limit" if number else "norm",
        title=title,
        path=f"pages/{title}",
        chapter="",
        number=number,
        roles=("agent",),
        channels=(),
        days=("", "", "2026-12-31"),
        weight=weight,
        names=also,
        sections=(Section("", "", text), *more),
    )


def written(
    documents: Sequence[Document], synonyms: Mapping[str, Sequence[str]] | None = None
) -> dict[str, str]:
    """The files of an index over documents, by name."""
    made = index([(one, terms(one)) for one in documents], synonyms or {})
    return dict(shards(made, LABELS, lambda path: f"{path}/"))


def read_back(
    documents: Sequence[Document], synonyms: Mapping[str, Sequence[str]] | None = None
) -> Store:
    """The index over documents, from its files."""
    files = written(documents, synonyms)
    return Store(lambda name: part_of(files[name]))
