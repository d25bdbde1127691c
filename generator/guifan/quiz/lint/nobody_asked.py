"""It is for nobody."""

from guifan.findings import Severity, Wording
from guifan.quiz.item import Item
from guifan.quiz.lint._lint import Lint


def _finds(item: Item) -> bool:
    return not item.roles


LINT = Lint(
    "nobody-asked",
    Severity.WARNING,
    Wording(
        zh="这道题不属于任何岗位。",
        en="The question is for no post.",
    ),
    _finds,
)
