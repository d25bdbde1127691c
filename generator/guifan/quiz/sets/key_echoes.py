"""The key shares the most words with the question, or the fewest, too often."""

from collections.abc import Iterator

from guifan.findings import Wording
from guifan.quiz.item import Item
from guifan.quiz.sets._rule import Questions, SetRule
from guifan.quiz.sets._tells import told_by
from guifan.quiz.values import pairs


def _finds(questions: Questions) -> Iterator[tuple[Item, ...]]:
    return told_by(questions.items, _echo)


def _echo(item: Item, text: str) -> float:
    found = pairs(text)
    return len(found & pairs(item.stem.text)) / len(found) if found else 0.0


RULE = SetRule(
    "key-echoes",
    Wording(
        zh="一种题里，正确答案和题干重的字总是最多或者最少，不会的人对字也能得分。",
        en="The key shares most or fewest words with the stem in too many questions of a model.",
    ),
    _finds,
    on_papers_only=False,
)
