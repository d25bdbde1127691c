"""The questions take longer than there is time."""

from collections.abc import Iterator

from guifan.findings import Wording
from guifan.quiz.item import Item
from guifan.quiz.sets._rule import Questions, SetRule


def _finds(questions: Questions) -> Iterator[tuple[Item, ...]]:
    needed = sum(item.model.seconds for item in questions.items)
    if questions.seconds is not None and needed > questions.seconds:
        yield ()


RULE = SetRule(
    "total-time",
    Wording(
        zh="按每题的用时加起来，给的时间不够答完。",
        en="By the time that each question takes, there is not enough for all of them.",
    ),
    _finds,
)
