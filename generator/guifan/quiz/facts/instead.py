"""What is said instead of a phrase that must not be said."""

from collections.abc import Iterator

from guifan.quiz.fact import Fact
from guifan.quiz.facts import phrase
from guifan.quiz.ground import Ground
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    for fact in phrase.SORT.facts(ground):
        item, never = fact.source
        if never is not None:
            instead = ground.text(item, never.instead)
            source = (item, fact.value_said)
            yield Fact(
                "instead",
                fact.name,
                fact.subject,
                instead,
                fact.clause,
                fact.roles,
                fact.said,
                instead,
                source,
            )


SORT = Sort("instead", _facts)
