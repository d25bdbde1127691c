"""One question holds the answer of another."""

from collections.abc import Iterator

from guifan.findings import Wording
from guifan.quiz.item import CHOSEN, Form, Item
from guifan.quiz.sets._rule import Questions, SetRule

_SHORTEST = 4
"""From how many characters on an answer is told by a text that holds it."""

_TOLD = CHOSEN | {Form.NUMERIC, Form.FILL_IN}


def _finds(questions: Questions) -> Iterator[tuple[Item, ...]]:
    resting: dict[str, list[Item]] = {}
    for item in questions.items:
        for name in item.rests:
            resting.setdefault(name, []).append(item)
    for item in questions.items:
        keys, wrong = _answers(item)
        for other in resting.get(item.clause.item, ()) if keys else ():
            stem = other.stem.text
            told = any(key in stem for key in keys) and not any(one in stem for one in wrong)
            if other is not item and told:
                yield (other, item)


def _answers(item: Item) -> tuple[list[str], list[str]]:
    """The right answers that are long enough to be recognised, and the wrong ones."""
    # A post or a grade is named in many stems, and no answer for that.
    if item.model.form not in _TOLD or isinstance(item.fact.value, str):
        return [], []
    keys = [one.text.bare for one in item.options if one.right]
    wrong = [one.text.bare for one in item.options if not one.right]
    return [one for one in keys if len(one) >= _SHORTEST], wrong


RULE = SetRule(
    "gives-away",
    Wording(
        zh="前一题的题干里有后一题的答案，不要放在一份卷子里。",
        en="The first question holds the answer of the second; do not set both in one paper.",
    ),
    _finds,
)
