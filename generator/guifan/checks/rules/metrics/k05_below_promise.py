"""K05: a metric whose target is met while the promise that it watches is broken."""

from collections.abc import Iterator
from fractions import Fraction

from guifan.checks.rules.metrics.framed import example
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.limit import Limit, Population
from guifan.language.kinds.metric import Direction, Metric
from guifan.language.quantities import Count, Percent, PerMille, Value
from guifan.proof.told import how_much
from guifan.temporal.duration import Duration
from guifan.temporal.measure import comparable


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Hold the target of every limit's metric to the limit; then its red line."""
    for limit in corpus.of(Limit):
        metric = corpus.one(Metric, limit.metric)
        if metric is not None and limit.within is not None:
            yield _judged(limit, metric)


def _judged(limit: Limit, metric: Metric) -> Match | None:
    if limit.population is Population.MEAN:
        return _mean(limit, metric)
    promised = _promised(limit)
    target = _kept(metric, metric.target)
    if promised is None or target is None:
        return None
    if target < promised:
        return _match(limit, metric, "target", "below")
    red = _kept(metric, metric.red) if metric.red else None
    # Of every case one may always be missed by mischance; a share is broken below itself.
    if limit.population is Population.SHARE and red is not None and red < promised:
        return _match(limit, metric, "red", "silent", warns=True)
    return None


def _promised(limit: Limit) -> Fraction | None:
    """The share of the cases that are to be in time."""
    if limit.population is Population.EVERY:
        return Fraction(1)
    return limit.share.magnitude if limit.share else None


def _kept(metric: Metric, value: Value) -> Fraction | None:
    """The share in time that a value of the metric stands for; None where it stands for none."""
    is_up = metric.direction is Direction.UP
    if isinstance(value, Percent | PerMille):
        return value.magnitude if is_up else 1 - value.magnitude
    if isinstance(value, Count) and not is_up:
        # Cases that missed it: none is every case in time, any number is less.
        return Fraction(1) if value.value == 0 else Fraction(0)
    return None


def _mean(limit: Limit, metric: Metric) -> Match | None:
    target = metric.target
    if not isinstance(target, Duration) or limit.within is None:
        return None
    if not comparable(target, limit.within) or target <= limit.within:
        return None
    return _match(limit, metric, "target", "below")


def _match(limit: Limit, metric: Metric, field: str, key: str, *, warns: bool = False) -> Match:
    facts = {
        "title": metric.title,
        "value": how_much(getattr(metric, field)),
        "limit": limit.title,
        "promise": _said(limit),
    }
    part = "share" if limit.population is Population.SHARE else "within"
    related = (Place(limit.id, (part,)),)
    return Match(Place(metric.id, (field,)), key, facts, related, warns=warns)


def _said(limit: Limit) -> Wording:
    within = how_much(limit.amount)
    if limit.population is Population.SHARE and limit.share is not None:
        share = how_much(limit.share)
        return Wording(zh=f"{share.zh}在{within.zh}内", en=f"{share.en} within {within.en}")
    if limit.population is Population.MEAN:
        return Wording(zh=f"平均{within.zh}", en=f"{within.en} on average")
    return Wording(zh=f"每一件都在{within.zh}内", en=f"every case within {within.en}")


_LIMIT = """\
--- standards/limit.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 72 小时
from: complaint-received
to: complaint-answered
population: share
share: 90%
metric: answer-rate
"""

RULE = Rule(
    code="K05",
    name="below-promise",
    severity=Severity.ERROR,
    finds=Wording(
        zh="衡量一条时限的指标，目标值比时限答应的还低，或者承诺已经没有做到还不到红线值。",
        en=(
            "The metric of a time limit aims at less than the limit promises, or its red line "
            "lies below the promise."
        ),
    ),
    why=Wording(
        zh="目标比承诺松，报表全绿的时候，答应客户的已经没有做到。",
        en=(
            "With a target looser than the promise the report is all green while what customers "
            "were promised is not kept."
        ),
    ),
    messages={
        "below": Wording(
            zh=(
                "“{title}”的目标值是 {value}，而它衡量的“{limit}”答应的是{promise}。"
                "目标不得低于承诺。"
            ),
            en=(
                "“{title}” aims at {value}, but “{limit}”, which it measures, promises {promise}. "
                "A target may not be lower than the promise."
            ),
        ),
        "silent": Wording(
            zh="“{limit}”答应的是{promise}，“{title}”的红线值却是 {value}：承诺没有做到也不报警。",
            en=(
                "“{limit}” promises {promise}, and the red line of “{title}” is {value}: the "
                "promise is broken before it is reached."
            ),
        ),
    },
    bad=Example(
        example(
            ("target: 95%\n", "target: 80%\n        ^^^\n"),
            ("warning: 93%\n", "warning: 75%\n"),
            ("red: 90%\n", "red: 70%\n"),
            more=_LIMIT,
        )
    ),
    good=Example(example(more=_LIMIT)),
    check=check,
)
