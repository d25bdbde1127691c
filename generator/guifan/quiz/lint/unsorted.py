"""Numbers stand in no order."""

from guifan.findings import Severity, Wording
from guifan.quiz.item import Form, Item
from guifan.quiz.lint._lint import Lint
from guifan.quiz.values import size


def _finds(item: Item) -> bool:
    if item.model.form is not Form.SINGLE:
        return False
    sizes = [size(one.claim.value) for one in item.options]
    known = [one for one in sizes if one is not None]
    return len(known) == len(sizes) and known != sorted(known)


LINT = Lint(
    "unsorted",
    Severity.ERROR,
    Wording(
        zh="数值答案没有从小到大排列。",
        en="Answers that are numbers do not stand in order.",
    ),
    _finds,
)
