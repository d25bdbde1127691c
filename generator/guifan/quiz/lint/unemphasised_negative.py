"""A negative that is easily overlooked."""

from guifan.findings import Severity, Wording
from guifan.quiz.item import Item
from guifan.quiz.lint._lint import Lint

_TERMS = ("不属于", "不正确", "错误的是", "不包括")


def _finds(item: Item) -> bool:
    return any(term in item.stem.text for term in _TERMS)


LINT = Lint(
    "unemphasised-negative",
    Severity.WARNING,
    Wording(
        zh="题干问的是“不”，容易看漏。",
        en="The question asks for what is not so, which is easily overlooked.",
    ),
    _finds,
)
