"""Two questions read nearly alike."""

from collections.abc import Iterator
from itertools import combinations

from guifan.findings import Wording
from guifan.quiz.item import Item
from guifan.quiz.sets._rule import Questions, SetRule
from guifan.quiz.values import likeness

_ALIKE = 0.85
"""From which share of common pairs of characters on two questions read as one (Dice)."""


def _finds(questions: Questions) -> Iterator[tuple[Item, ...]]:
    by_model: dict[str, list[Item]] = {}
    for item in questions.items:
        by_model.setdefault(item.model.name, []).append(item)
    for items in by_model.values():
        for one, other in combinations(items, 2):
            if _are_alike(one.stem.text, other.stem.text) and _are_alike(_all(one), _all(other)):
                yield (one, other)


def _are_alike(one: str, other: str) -> bool:
    return likeness(one, other) >= _ALIKE


def _all(item: Item) -> str:
    """The question with its answers: one with other answers is taken for no other."""
    return "".join([item.stem.text, *(one.text.text for one in item.options)])


RULE = SetRule(
    "alike",
    Wording(
        zh="两道题连题干带答案几乎一样，容易看串。",
        en="Two questions read nearly alike and are easily taken for one another.",
    ),
    _finds,
)
