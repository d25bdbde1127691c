"""The same letter is right many times in a row."""

from collections.abc import Iterator
from itertools import groupby

from guifan.findings import Wording
from guifan.quiz.item import Form, Item
from guifan.quiz.sets._rule import Questions, SetRule

_LONGEST = 4
"""How many keys in a row may stand at one place: of four places, five do so once in 256 times."""


def _finds(questions: Questions) -> Iterator[tuple[Item, ...]]:
    single = [one for one in questions.items if one.model.form in (Form.SINGLE, Form.TRUE_FALSE)]
    for _place, run in groupby(single, key=lambda one: one.key[0]):
        items = tuple(run)
        if len(items) > _LONGEST:
            yield items


RULE = SetRule(
    "key-runs",
    Wording(
        zh="连着好几题的正确答案在同一个位置，会的人也会起疑心。",
        en="The key stands at one place many times in a row: even those who know begin to doubt.",
    ),
    _finds,
)
