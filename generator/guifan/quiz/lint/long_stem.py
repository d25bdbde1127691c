"""The stem, or a line of the dialogue in it, is too long to be read at once."""

from guifan.findings import Severity, Wording
from guifan.quiz.item import Item
from guifan.quiz.lint._lint import Lint

_MOST = 140


def _finds(item: Item) -> bool:
    return any(len(line) > _MOST for line in item.stem.text.splitlines())


LINT = Lint(
    "long-stem",
    Severity.WARNING,
    Wording(
        zh="题干太长，一遍读不完。",
        en="The question is too long to be taken in at one reading.",
    ),
    _finds,
)
