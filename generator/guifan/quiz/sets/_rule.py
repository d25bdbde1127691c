"""A rule about questions that stand together, and what it remarks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guifan.findings import Wording
from guifan.quiz.item import Item


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions that stand together.

    Args:
        items: in the order in which they are asked.
        is_paper: they are answered in one sitting; else they are a pool to draw from, in which
            one fact may well be asked in several ways.
        seconds: how much time there is for all of them; None for as long as it takes.
    """

    items: tuple[Item, ...]
    is_paper: bool = True
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class SetRule:
    """A rule about questions that stand together.

    Args:
        name: in kebab case.
        says: what it finds, in one sentence.
        finds: the questions concerned, a tuple for each fault; empty where all of them are.
        on_papers_only: it does not matter in a pool.
    """

    name: str
    says: Wording
    finds: Callable[[Questions], Iterator[tuple[Item, ...]]]
    on_papers_only: bool = True


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule found.

    Args:
        rule: the rule.
        about: the questions concerned; empty where all of them are.
    """

    rule: SetRule
    about: tuple[Item, ...]
