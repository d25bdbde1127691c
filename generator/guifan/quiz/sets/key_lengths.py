"""The key is the longest answer, the second longest or the shortest too often."""

from collections.abc import Iterator

from guifan.findings import Wording
from guifan.quiz.item import Item
from guifan.quiz.sets._rule import Questions, SetRule
from guifan.quiz.sets._tells import told_by


def _finds(questions: Questions) -> Iterator[tuple[Item, ...]]:
    return told_by(questions.items, _length)


def _length(item: Item, text: str) -> float:
    return float(len(text))


RULE = SetRule(
    "key-lengths",
    Wording(
        zh="一种题里，正确答案在长短上总排在同一位，不会的人看长短也能得分。",
        en="By its length the key has the same place in too many questions of a model.",
    ),
    _finds,
    on_papers_only=False,
)
