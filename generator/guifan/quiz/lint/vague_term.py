"""A word that two people read differently."""

from guifan.findings import Severity, Wording
from guifan.quiz.item import Item
from guifan.quiz.lint._lint import Lint

_TERMS = ("尽快", "及时地", "一般来说", "通常", "适当")


def _finds(item: Item) -> bool:
    return any(term in item.stem.text for term in _TERMS)


LINT = Lint(
    "vague-term",
    Severity.WARNING,
    Wording(
        zh="题干里有“尽快”“及时”“一般”一类含糊的词。",
        en="The question has a vague word such as “soon”.",
    ),
    _finds,
)
