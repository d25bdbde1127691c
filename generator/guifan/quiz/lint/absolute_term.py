"""Words that are seldom true give a wrong answer away."""

from guifan.findings import Severity, Wording
from guifan.quiz.item import CHOSEN, Item
from guifan.quiz.lint._lint import Lint

_TERMS = ("总是", "从不", "绝对", "一律", "任何情况", "永远")


def _finds(item: Item) -> bool:
    if item.model.form not in CHOSEN:
        return False
    found = [any(term in one.text.text for term in _TERMS) for one in item.options]
    return sum(found) == 1


LINT = Lint(
    "absolute-term",
    Severity.WARNING,
    Wording(
        zh="只有一个答案用了“总是”“一律”“绝对”一类的词，容易被看破。",
        en="Only one answer has a word such as “always”: it is easily seen through.",
    ),
    _finds,
)
