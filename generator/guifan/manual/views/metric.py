"""A metric's page: how it is counted, and its place in the tree of metrics."""

from collections.abc import Mapping

from markupsafe import Markup

from guifan.corpus.references import value_text
from guifan.language.catalogues import Translator
from guifan.language.formulas import worded
from guifan.language.kinds.metric import Direction, Metric
from guifan.language.quantities import Range
from guifan.manual.book import Book, Page
from guifan.manual.diagrams import metric as line
from guifan.temporal.measure import Measure, comparable


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``formula`` with the variables' names; ``gauge``: the thresholds on a line.

    ``supported_by``: the metrics that support it.
    """
    metric = page.subject
    assert isinstance(metric, Metric)
    formula = worded(metric.formula, {one.id: one.title for one in metric.variables})
    return {
        "formula": formula,
        "gauge": _gauge(metric, _),
        "supported_by": tuple(
            one.id for one in book.corpus.mentions(Metric, metric.id) if one.supports == metric.id
        ),
    }


def _gauge(metric: Metric, _: Translator) -> Markup | None:
    """The three thresholds on a line; nothing where one is missing or measures something else."""
    marks = []
    for quantity in (metric.red, metric.warning, metric.target):
        if quantity is None or isinstance(quantity, Range):
            return None
        if not _alike(quantity, metric.target):
            return None
        marks.append(line.Mark(float(quantity.magnitude), value_text(quantity, _.locale)))
    way = line.Direction.HIGHER if metric.direction is Direction.UP else line.Direction.LOWER
    return line.draw_metric(line.Gauge(metric.title, way, *marks), _words(_))


def _alike(one: object, other: object) -> bool:
    return isinstance(one, Measure) and isinstance(other, Measure) and comparable(one, other)


def _words(_: Translator) -> line.Words:
    return line.Words(
        red_zone=_("整改"),
        yellow_zone=_("关注"),
        green_zone=_("正常"),
        red=_("整改值 {value}"),
        yellow=_("预警值 {value}"),
        target=_("目标值 {value}"),
        actual=_("实际 {value}"),
        better={
            line.Direction.HIGHER: _("越高越好"),
            line.Direction.LOWER: _("越低越好"),
        },
    )
