"""Which word has a meaning."""

from collections.abc import Iterator

from guifan.language.kinds.term import Term
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for term in ground.corpus.of(Term):
        if ground.in_force(term):
            title, means = ground.title(term.id), ground.text(term, term.means)
            said = say(_("{term}：{means}"), term=title, means=means)
            roles = ground.bound_at(term.place)
            clause = ground.clause(term)
            yield Fact("word", term.id, means.text, term.title, clause, roles, said, title, term)


SORT = Sort("word", _facts)
