"""The index of metrics: the tree of what supports what, then all of them by family."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from guifan.corpus.references import value_text
from guifan.language.catalogues import Translator
from guifan.language.kinds.metric import Metric
from guifan.manual.book import Book, Page
from guifan.manual.diagrams import hierarchy
from guifan.manual.grouping import grouped

FAMILIES = "metric-family"
"""The taxonomy of the families of metrics."""


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``families``: each with its metrics, in the order of the taxonomy; ``tree``: a picture."""
    families = book.corpus.members(FAMILIES)
    metrics = book.corpus.of(Metric)
    placed = [
        (family.title, one)
        for family in families.values()
        for one in metrics
        if one.family == family.id
    ]
    others = [(_("其他"), one) for one in metrics if one.family not in families]
    return {"families": grouped([*placed, *others]), "tree": _tree(page.title, metrics, _)}


def _tree(title: str, metrics: Sequence[Metric], _: Translator) -> Markup | None:
    """What supports what; a metric that neither supports nor is supported stays away."""
    supported = {one.supports for one in metrics}
    tops = [one for one in metrics if one.supports is None and one.id in supported]
    if not tops:
        return None
    entries = [_entry(one, metrics, frozenset()) for one in tops]
    root = entries[0] if len(entries) == 1 else hierarchy.Entry(title, under=tuple(entries))
    words = hierarchy.Words(root=_("{name}。"), under=_("支撑{name}的：{names}。"), between=_("、"))
    return hierarchy.draw_hierarchy(title, root, words)


def _entry(metric: Metric, metrics: Sequence[Metric], seen: frozenset[str]) -> hierarchy.Entry:
    """A metric and what supports it; a circle ends where it closes."""
    seen |= {metric.id}
    below = [one for one in metrics if one.supports == metric.id and one.id not in seen]
    return hierarchy.Entry(
        metric.title,
        value_text(metric.target),
        under=tuple(_entry(one, metrics, seen) for one in below),
    )
