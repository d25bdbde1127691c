"""The unit gives the key away."""

from guifan.findings import Severity, Wording
from guifan.quiz.item import Form, Item
from guifan.quiz.lint._lint import Lint


def _finds(item: Item) -> bool:
    if item.model.form is not Form.SINGLE:
        return False
    units = [text.partition(" ")[2] for text in (one.text.text for one in item.options)]
    values = [getattr(one.claim.value, "dimension", None) for one in item.options]
    if None in values:
        return False
    right = {unit for unit, one in zip(units, item.options, strict=True) if one.right}
    wrong = {unit for unit, one in zip(units, item.options, strict=True) if not one.right}
    return not right & wrong and len(wrong) == 1


LINT = Lint(
    "unit-cue",
    Severity.WARNING,
    Wording(
        zh="只有正确答案用了那个单位，看单位就猜得出。",
        en="Only the right answer has its unit: the unit gives it away.",
    ),
    _finds,
)
