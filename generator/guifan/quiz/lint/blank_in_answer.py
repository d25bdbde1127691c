"""An answer shows a blank that nobody has filled."""

from guifan.findings import Severity, Wording
from guifan.quiz.item import Item
from guifan.quiz.lint._lint import Lint


def _finds(item: Item) -> bool:
    return any("【?" in one.text.text for one in item.options)


LINT = Lint(
    "blank-in-answer",
    Severity.ERROR,
    Wording(
        zh="答案里留着没有填的空。",
        en="An answer shows a blank that nobody has filled.",
    ),
    _finds,
)
