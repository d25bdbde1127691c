"""The key stands at one place more often than chance would have it."""

from collections import Counter
from collections.abc import Iterator
from math import sqrt

from guifan.findings import Wording
from guifan.quiz.item import Form, Item
from guifan.quiz.sets._rule import Questions, SetRule

_FEWEST = 12
"""From how many questions on a share says anything."""

_DEVIATIONS = 3
"""How many standard deviations of the binomial distribution a share may be off."""


def _finds(questions: Questions) -> Iterator[tuple[Item, ...]]:
    by_number: dict[int, list[Item]] = {}
    for item in questions.items:
        if item.model.form in (Form.SINGLE, Form.TRUE_FALSE):
            by_number.setdefault(len(item.options), []).append(item)
    for number, items in by_number.items():
        places = Counter(item.key[0] for item in items)
        expected = len(items) / number
        most = _DEVIATIONS * sqrt(expected * (1 - 1 / number))
        if len(items) >= _FEWEST:
            for at, count in sorted(places.items()):
                if count - expected > most:
                    yield tuple(one for one in items if one.key[0] == at)


RULE = SetRule(
    "key-places",
    Wording(
        zh="正确答案落在同一个位置的太多，不会的人全选它也能得分。",
        en="Too many keys stand at one place: whoever always picks it scores without knowing.",
    ),
    _finds,
    on_papers_only=False,
)
