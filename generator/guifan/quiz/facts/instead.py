"""What is said instead of a phrase that must not be said."""

from collections.abc import Iterator

from guifan.quiz.fact import Fact
from guifan.quiz.facts._phrases import phrase_facts
from guifan.quiz.ground import Ground
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    found = tuple(phrase_facts(ground, "instead", "instead"))
    forbidden = {fact.subject for fact in found}
    # What one clause recommends and another forbids nobody can be asked about.
    return (fact for fact in found if fact.value_said.text not in forbidden)


SORT = Sort("instead", _facts, many=True)
