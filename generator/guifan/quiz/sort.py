"""A sort of facts: how they are found, and what value one has in a case."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass

from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground


def _as_it_stands(_: Ground, fact: Fact, __: Hashable) -> Hashable:
    return fact.value


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of facts.

    Args:
        name: in kebab case.
        facts: finds every fact of the sort.
        value: a fact's value in a case; None where it has none.
        many: several values may hold of one subject side by side.
    """

    name: str
    facts: Callable[[Ground], Iterator[Fact]]
    value: Callable[[Ground, Fact, Hashable], Hashable] = _as_it_stands
    many: bool = False
