"""The index of metrics, by family."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.metric import Metric
from guifan.language.kinds.taxonomy import Taxonomy
from guifan.manual.book import Book, Page
from guifan.manual.grouping import grouped

FAMILIES = "metric-family"
"""The taxonomy of the families of metrics."""


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``families``: each with its metrics, in the order of the taxonomy."""
    taxonomy = book.corpus.one(Taxonomy, FAMILIES)
    members = taxonomy.members if taxonomy else ()
    metrics = book.corpus.of(Metric)
    placed = [
        (family.title, one) for family in members for one in metrics if one.family == family.id
    ]
    known = {family.id for family in members}
    others = [(_("其他"), one) for one in metrics if one.family not in known]
    return {"families": grouped([*placed, *others])}
