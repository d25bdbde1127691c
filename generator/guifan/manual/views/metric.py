"""A metric's page."""

from collections.abc import Callable, Mapping

from guifan.language.kinds.metric import Metric
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Callable[[str], str]) -> Mapping[str, object]:
    """``formula`` with the variables' names; ``picture``: the thresholds on a line."""
    metric = page.subject
    assert isinstance(metric, Metric)
    formula = metric.formula
    for one in sorted(metric.variables, key=lambda one: -len(one.id)):
        formula = formula.replace(one.id, one.title)
    return {"formula": formula, "picture": None}
