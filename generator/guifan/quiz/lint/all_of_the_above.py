"""An answer speaks of the others."""

from guifan.findings import Severity, Wording
from guifan.quiz.item import Item
from guifan.quiz.lint._lint import Lint

_TERMS = ("以上都", "以上均", "以上全", "都不对", "都不是")


def _finds(item: Item) -> bool:
    return any(term in one.text.text for one in item.options for term in _TERMS)


LINT = Lint(
    "all-of-the-above",
    Severity.ERROR,
    Wording(
        zh="答案里有“以上都对”“以上都不对”，不是一个判断。",
        en="An answer is “all” or “none of the above”, which decides nothing.",
    ),
    _finds,
)
