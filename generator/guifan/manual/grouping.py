"""Things under titles, such as items under those of the places where they stand."""

from collections.abc import Iterable
from typing import TypeVar

from guifan.corpus.graph import Corpus
from guifan.language.model import Item

Some = TypeVar("Some")


def grouped(pairs: Iterable[tuple[str, Some]]) -> list[tuple[str, list[Some]]]:
    """Things under their titles, both in the order of their first coming."""
    found: dict[str, list[Some]] = {}
    for title, item in pairs:
        found.setdefault(title, []).append(item)
    return list(found.items())


def place_title(corpus: Corpus, item: Item) -> str:
    """The title of the section or chapter in which an item stands."""
    target = corpus.resolve(f"{corpus.manual.id}.{item.place}") if corpus.manual else None
    return str(getattr(target.part, "title", "")) if target else item.place
