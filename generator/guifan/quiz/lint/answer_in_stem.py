"""The stem gives the key away."""

from guifan.findings import Severity, Wording
from guifan.quiz.item import Form, Item
from guifan.quiz.lint._lint import Lint

_FORMS = (Form.SINGLE, Form.MULTIPLE, Form.FILL_IN, Form.NUMERIC)
_SHORTEST = 2


def _finds(item: Item) -> bool:
    # A calendar may print the day on which a case is due, among the others.
    if item.model.form not in _FORMS or item.fact.sort == "due":
        return False
    stem = item.stem.text
    # 网络部总经理 is named because nobody may be asked about another; it does not say 总经理.
    for name in item.names:
        stem = stem.replace(name.text, "")
    right = [one.text.text for one in item.options if one.right]
    wrong = [one.text.text for one in item.options if not one.right]
    given = any(len(text) >= _SHORTEST and text in stem for text in right)
    # Where the wrong answers are named in the stem as well, it gives nothing away.
    return given and not any(text in stem for text in wrong)


LINT = Lint(
    "answer-in-stem",
    Severity.ERROR,
    Wording(
        zh="题干里已经有正确答案。",
        en="The question holds its own answer.",
    ),
    _finds,
)
