"""What a month's figure of a metric means: met, missed, to be watched, or to be mended."""

from collections.abc import Hashable, Iterator

from guifan.language.kinds.metric import Direction, Metric
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import say
from guifan.quiz.sort import Sort
from guifan.temporal.measure import Measure, comparable

MET, MISSED, WARNING, RED = "met", "missed", "warning", "red"


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for metric in ground.corpus.of(Metric):
        if not ground.in_force(metric) or not isinstance(metric.target, Measure):
            continue
        marks = [_("目标值 {value}").format(value=metric.target)]
        marks += [_("预警值 {value}").format(value=metric.warning)] if metric.warning else []
        marks += [_("红线值 {value}").format(value=metric.red)] if metric.red else []
        title = ground.title(metric.id)
        said = say(_("「{metric}」：{marks}。"), metric=title, marks=_("，").join(marks))
        shown = ground.quantity(metric, metric.target)
        roles = ground.posts((metric.reported_by, metric.owner, *metric.mutual))
        roles = roles or ground.bound_at(metric.place)
        clause = ground.clause(metric)
        yield Fact(
            "reading", metric.id, metric.id, metric.target, clause, roles, said, shown, metric
        )


def _value(_: Ground, fact: Fact, case: Hashable) -> Hashable:
    """What a figure is: a mark counts as reached when the figure is on it or beyond."""
    metric = fact.source
    if not isinstance(case, Measure) or not comparable(case, metric.target):
        return None
    up = metric.direction is Direction.UP
    if case >= metric.target if up else case <= metric.target:
        return MET
    for name, mark in ((RED, metric.red), (WARNING, metric.warning)):
        if isinstance(mark, Measure) and (case <= mark if up else case >= mark):
            return name
    return MISSED


SORT = Sort("reading", _facts, _value)
