"""How much a limit is."""

from collections.abc import Iterator

from guifan.language.kinds.limit import Limit, Population
from guifan.quiz.fact import Fact
from guifan.quiz.facts._limited import of_limit
from guifan.quiz.ground import Ground
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    for limit in ground.corpus.of(Limit):
        if ground.in_force(limit) and limit.population is not Population.MEAN:
            yield of_limit(ground, "limit", limit)


SORT = Sort("limit", _facts)
