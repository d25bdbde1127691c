"""A word of the stem stands in the key alone."""

from guifan.findings import Severity, Wording
from guifan.quiz.item import Form, Item
from guifan.quiz.lint._lint import Lint

_LENGTH = 4


def _finds(item: Item) -> bool:
    if item.model.form is not Form.SINGLE:
        return False
    grams = _grams(item.stem.text)
    key = frozenset().union(*(_grams(one.text.text) for one in item.options if one.right))
    others = frozenset().union(*(_grams(one.text.text) for one in item.options if not one.right))
    return bool(grams & key - others)


def _grams(text: str) -> frozenset[str]:
    """The stretches of four characters that hold no punctuation."""
    found = (text[at : at + _LENGTH] for at in range(len(text) - _LENGTH + 1))
    return frozenset(one for one in found if one.isalnum())


LINT = Lint(
    "stem-key-echo",
    Severity.WARNING,
    Wording(
        zh="题干里的一个词只在正确答案里出现，容易被看破。",
        en="A word of the question stands in the right answer alone.",
    ),
    _finds,
)
