"""The key stands out by its length."""

from guifan.findings import Severity, Wording
from guifan.quiz.choosing import LONGER
from guifan.quiz.item import Form, Item
from guifan.quiz.lint._lint import Lint


def _finds(item: Item) -> bool:
    if item.model.form is not Form.SINGLE:
        return False
    key = max(len(one.text.text) for one in item.options if one.right)
    longest = max(len(one.text.text) for one in item.options if not one.right)
    return key > longest * LONGER


LINT = Lint(
    "key-longest",
    Severity.WARNING,
    Wording(
        zh="正确答案比别的答案都长得多，看长短就猜得出。",
        en="The right answer is much longer than any other: its length gives it away.",
    ),
    _finds,
)
