"""The key has the most figures, or the fewest, too often."""

from collections.abc import Iterator

from guifan.findings import Wording
from guifan.quiz.item import Item
from guifan.quiz.sets._rule import Questions, SetRule
from guifan.quiz.sets._tells import told_by


def _finds(questions: Questions) -> Iterator[tuple[Item, ...]]:
    return told_by(questions.items, _figures)


def _figures(item: Item, text: str) -> float:
    return float(sum(one.isdecimal() for one in text))


RULE = SetRule(
    "key-figures",
    Wording(
        zh="一种题里，正确答案里的数字总是最多或者最少，不会的人数数字也能得分。",
        en="The key has most, or fewest, figures in too many questions of a model.",
    ),
    _finds,
    on_papers_only=False,
)
