"""The index of metrics, by family."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.metric import Metric
from guifan.manual.book import Book, Page
from guifan.manual.grouping import grouped

FAMILIES = "metric-family"
"""The taxonomy of the families of metrics."""


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``families``: each with its metrics, in the order of the taxonomy."""
    families = book.corpus.members(FAMILIES)
    metrics = book.corpus.of(Metric)
    placed = [
        (family.title, one)
        for family in families.values()
        for one in metrics
        if one.family == family.id
    ]
    others = [(_("其他"), one) for one in metrics if one.family not in families]
    return {"families": grouped([*placed, *others])}
