"""Names that hold a certain word: a rate or a counter may be called what no duty may say."""

from collections.abc import Iterable, Iterator

from guifan.checks.rules.wording.clauses import Stretch
from guifan.corpus.graph import Corpus
from guifan.language.kinds.taxonomy import Taxonomy
from guifan.language.model import Item, Part

_NAMED = frozenset(
    {"term", "taxonomy", "metric", "system", "role", "unit", "channel", "service", "form"}
    | {"data-item", "regulation", "event"}
)
"""Kinds whose titles are names of things; those of the others are short sentences."""


def names_with(corpus: Corpus, words: Iterable[str]) -> frozenset[str]:
    """The names of the corpus that hold one of some words; the word itself only as a term."""
    wanted = tuple(words)
    return frozenset(
        name
        for item in corpus
        if item.kind in _NAMED
        for name in _names(item)
        if any(word in name and (word != name or item.kind == "term") for word in wanted)
    )


def _names(item: Item) -> Iterator[str]:
    parts: tuple[Part, ...] = (item, *(item.members if isinstance(item, Taxonomy) else ()))
    for part in parts:
        yield str(getattr(part, "title", ""))
        yield from getattr(part, "also", ())


def is_in_a_name(text: str, words: Stretch, names: Iterable[str]) -> bool:
    """Whether words of a text are part of one of the names that stands there."""
    return any(
        text.startswith(name, begin)
        for name in names
        for begin in range(max(0, words.end - len(name)), words.start + 1)
    )
