"""K07: a metric that can be met by doing the work badly, with none beside it that would show."""

from collections.abc import Iterator

from guifan.checks.rules.metrics.framed import example
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.matrix import Matrix, Sort
from guifan.language.kinds.metric import Metric
from guifan.language.kinds.taxonomy import Taxonomy

_FAMILIES = "metric-family"
_EFFORT = "efficiency"
_QUICK = (_EFFORT, "responsiveness")
"""Families of metrics that are met sooner by doing less."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look beside every metric of speed or effort for one of another family.

    Then in every table of weights: who is paid by such a metric is paid by its counter too.
    """
    taxonomy = corpus.one(Taxonomy, _FAMILIES)
    titles = {one.id: one.title for one in taxonomy.members} if taxonomy else {}
    for metric in corpus.of(Metric):
        if metric.family not in _QUICK:
            continue
        others = [one for one in corpus.some(Metric, metric.counter) if one.id != metric.id]
        family = titles.get(metric.family, metric.family)
        facts: dict[str, object] = {"title": metric.title, "family": family}
        if any(one.family != metric.family for one in others):
            yield None
        elif not others and len(metric.counter) > sum(one == metric.id for one in metric.counter):
            yield None  # they are named, and R01 says that there are none such
        elif others:
            facts["others"] = listed(f"“{one.title}”" for one in others)
            related = tuple(Place(one.id, ("family",)) for one in others)
            yield Match(Place(metric.id, ("counter",)), "alike", facts, related)
        else:
            family_place = Place(metric.id, ("family",))
            if metric.counter:  # it names nothing but itself
                yield Match(Place(metric.id, ("counter",)), "alone", facts, (family_place,))
            else:
                yield Match(family_place, "alone", facts)
    for matrix in corpus.of(Matrix):
        if matrix.sort is Sort.WEIGHTS:
            yield from _weighed(corpus, matrix)


def _weighed(corpus: Corpus, matrix: Matrix) -> Iterator[Match | None]:
    """Metrics of effort in a table of weights that has none of those that keep them honest."""
    rows = {row.metric for row in matrix.rows if row.metric}
    for at, row in enumerate(matrix.rows):
        metric = corpus.one(Metric, row.metric)
        if metric is None or metric.family != _EFFORT:
            continue
        others = [one for one in corpus.some(Metric, metric.counter) if one.family != metric.family]
        if not others or rows.intersection(one.id for one in others):
            yield None
            continue
        facts = {
            "title": metric.title,
            "table": matrix.title,
            "others": listed(f"“{one.title}”" for one in others),
        }
        related = (Place(metric.id, ("counter",)),)
        yield Match(Place(matrix.id, ("rows", at, "metric")), "paid", facts, related)


_ACCURACY = """\
--- standards/accuracy.yaml
kind: metric
id: accuracy
title: 答复准确率
means: 抽检里答得对的比例
family: reliability
formula: right / heard × 100%
variables:
  - {id: right, title: 答对的, unit: 件, source: call-platform}
  - {id: heard, title: 抽检的, unit: 件, source: call-platform, sampled: 是}
unit: '%'
sample: 100 件
empty: not-counted
direction: up
target: 98%
window: 自然月
every: 1 日
review_every: 1 个月
acted: metric-measures
reported_by: shift-leader
"""

RULE = Rule(
    code="K07",
    name="no-counter",
    severity=Severity.WARNING,
    finds=Wording(
        zh="效率、响应一类的指标，没有另一类的制衡指标。",
        en="A metric of efficiency or speed with no counter-metric of another kind.",
    ),
    why=Wording(
        zh="只看处理时长，就会催着客户挂机；旁边要有一个看做得对不对、客户回不回来的数。",
        en=(
            "A handling-time metric on its own pushes agents to hang up. Beside it there has to be "
            "a number that shows whether the work was done right and whether customers come back."
        ),
    ),
    messages={
        "alone": Wording(
            zh=(
                "“{title}”是{family}指标，没有制衡指标。请在“制衡指标”（counter）里写一个看质量或满"
                "意的指标。"
            ),
            en=(
                "“{title}” is a metric of {family} and has no counter-metric. Name one of quality "
                "or satisfaction under “counter”."
            ),
        ),
        "paid": Wording(
            zh=(
                "“{table}”按“{title}”算绩效，它的制衡指标（{others}）却不在表里。请加上一个，"
                "或者不按它算。"
            ),
            en=(
                "“{table}” rewards “{title}” but none of its counter-metrics ({others}). Add one, "
                "or stop rewarding it."
            ),
        ),
        "alike": Wording(
            zh=(
                "“{title}”和它的制衡指标{others}都是{family}指标，两个都好，也看不出做得好不好。请"
                "加一个别的类的。"
            ),
            en=(
                "“{title}” and its {others:counter-metric|counter-metrics} {others} are "
                "{others:both|all} metrics of {family}: {others:both|all} can look good while the "
                "work is bad. Add one of another kind."
            ),
        ),
    },
    bad=Example(
        example(
            ("family: efficiency\n", "family: efficiency\n        ^^^^^^^^^^\n"),
            family="efficiency",
            more=_ACCURACY,
            metrics=", accuracy",
        )
    ),
    mended=Example(
        example(
            ("family: efficiency\n", "family: efficiency\ncounter: [accuracy]\n"),
            family="efficiency",
            more=_ACCURACY,
            metrics=", accuracy",
        )
    ),
    check=check,
)
