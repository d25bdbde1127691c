"""Names that hold a certain word: a rate or a counter may be called what no duty may say."""

from guifan.checks.rules.wording.clauses import Stretch
from guifan.corpus.graph import Corpus

_NAMED = frozenset(
    {"term", "taxonomy", "metric", "system", "role", "unit", "channel", "service", "form"}
    | {"data-item", "regulation", "event"}
)
"""Kinds whose titles are names of things; those of the others are short sentences."""


def is_in_a_name(corpus: Corpus, text: str, words: Stretch, word: str) -> bool:
    """Whether words of a text are part of a name that stands there.

    Args:
        corpus: the names.
        text: the text.
        words: the stretch of it.
        word: that of the words for which the name is sought; alone it is a name only as a term.
    """
    names = {
        one.word
        for one in corpus.named_with(word)
        if one.kind in _NAMED and (one.word != word or one.kind == "term")
    }
    return any(
        text.startswith(name, begin)
        for name in names
        for begin in range(max(0, words.end - len(name)), words.start + 1)
    )
