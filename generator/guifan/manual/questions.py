"""The questions of an edition: asked once, when the first page wants to know of them."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from guifan.corpus.graph import Corpus
from guifan.language.catalogues import Translator
from guifan.quiz.pool import pool
from guifan.quiz.told import Asked, told

Ask = Callable[[Corpus, date, Translator], Asked]
"""Asks about a corpus on a day, in the words of a translator."""


def ask(corpus: Corpus, day: date, words: Translator) -> Asked:
    """Ask everything that can be asked."""
    return told(pool(corpus, day, words))


@dataclass(frozen=True)
class Questions:
    """What staff are asked about an edition.

    Args:
        corpus: what is asked about.
        day: on which it is asked; due dates are asked of its year.
        words: the translator of questions.
        ask: how it is asked.
    """

    corpus: Corpus
    day: date
    words: Translator
    ask: Ask = ask

    @cached_property
    def asked(self) -> Asked:
        """Every question that was proven, and why others were not."""
        return self.ask(self.corpus, self.day, self.words)

    def count(self, sort: str, name: str) -> int:
        """How many questions there are about a ``clause``, in a ``chapter`` or for a ``role``."""
        return self._counts[sort, name]

    @cached_property
    def _counts(self) -> Counter[tuple[str, str]]:
        found: Counter[tuple[str, str]] = Counter()
        for one in self.asked.questions.values():
            found["clause", one.clause.item] += 1
            found["chapter", one.clause.chapter] += 1
            found.update(("role", name) for name in one.roles)
        return found
