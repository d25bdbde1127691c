"""Why a phrase must not be said."""

from collections.abc import Iterator

from guifan.quiz.fact import Fact
from guifan.quiz.facts._phrases import phrase_facts
from guifan.quiz.ground import Ground
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    return phrase_facts(ground, "reason", "why")


SORT = Sort("reason", _facts, many=True)
