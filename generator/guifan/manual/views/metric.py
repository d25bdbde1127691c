"""A metric's page."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.metric import Metric
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``formula`` with the variables' names; ``gauge``: the thresholds on a line."""
    metric = page.subject
    assert isinstance(metric, Metric)
    formula = metric.formula
    for one in sorted(metric.variables, key=lambda one: -len(one.id)):
        formula = formula.replace(one.id, one.title)
    return {"formula": formula, "gauge": None}
