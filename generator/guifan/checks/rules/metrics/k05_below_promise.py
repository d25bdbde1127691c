"""K05: a metric whose target is met while the promise that it watches is broken."""

from collections.abc import Iterator
from fractions import Fraction

from guifan.checks.rules.metrics.framed import example
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.language.kinds.limit import Limit, Population
from guifan.language.kinds.metric import Direction, Metric
from guifan.language.quantities import Count, Percent, PerMille, Value
from guifan.proof.metrics.times import counted_elsewhere
from guifan.proof.told import how_much
from guifan.temporal.duration import Duration
from guifan.temporal.measure import comparable


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Hold the values of every metric to the limits that it watches, each value once.

    Nothing is said of a limit that names a metric which does not count it: K04 says so.
    """
    for metric in corpus.each(Metric):
        watched = [
            limit
            for limit in corpus.referring(Limit, metric.id)
            if limit.within is not None and corpus.one(Metric, limit.metric) is metric
            if counted_elsewhere(corpus, limit) is None
        ]
        if watched:
            yield _judged(metric, watched)


def _judged(metric: Metric, limits: list[Limit]) -> Match | None:
    broken = [one for one in limits if _allows_less(metric, one)]
    if broken:
        return _match(metric, "target", "below", broken)
    silent = [one for one in limits if _is_silent(metric, one)]
    return _match(metric, "red", "silent", silent, warns=True) if silent else None


def _allows_less(metric: Metric, limit: Limit) -> bool:
    """Whether the target is met while the limit is not kept."""
    target, within = metric.target, limit.within
    if limit.population is Population.MEAN:
        if not isinstance(target, Duration) or within is None:
            return False
        return comparable(target, within) and target > within
    promised, kept = _promised(limit), _kept(metric, target)
    return promised is not None and kept is not None and kept < promised


def _is_silent(metric: Metric, limit: Limit) -> bool:
    """Whether the limit is broken before the red line is reached.

    Of every case one may always be missed by mischance; a share is broken below itself.
    """
    if limit.population is not Population.SHARE or metric.red is None:
        return False
    promised, kept = _promised(limit), _kept(metric, metric.red)
    return promised is not None and kept is not None and kept < promised


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


def _match(
    metric: Metric, field: str, key: str, limits: list[Limit], *, warns: bool = False
) -> Match:
    first = limits[0]
    facts = {
        "title": metric.title,
        "value": how_much(getattr(metric, field)),
        "limit": first.title,
        "promise": _said(first),
    }
    related = tuple(
        Place(one.id, ("share" if one.population is Population.SHARE else "within",))
        for one in limits
    )
    return Match(Place(metric.id, (field,)), key, facts, related, warns=warns)


def _said(limit: Limit) -> Wording:
    within = how_much(limit.amount)
    if limit.population is Population.SHARE and limit.share is not None:
        share = how_much(limit.share)
        return Wording(zh=f"{share.zh}在 {within.zh}内", en=f"{share.en} within {within.en}")
    if limit.population is Population.MEAN:
        return Wording(zh=f"平均{within.zh}", en=f"{within.en} on average")
    return Wording(zh=f"每一件都在 {within.zh}内", en=f"every case within {within.en}")


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
        zh="衡量一条时限的指标，目标值比时限承诺的还低，或者承诺已经没有做到，指标还不到整改值。",
        en=(
            "A metric whose target is lower than the time limit it measures promises, or whose red "
            "line is only reached after the promise has been broken."
        ),
    ),
    why=Wording(
        zh="目标比承诺松，报表全绿的时候，对客户的承诺已经没有做到。",
        en=(
            "If the target is looser than the promise, the report is all green while the promise "
            "to customers is being broken."
        ),
    ),
    messages={
        "below": Wording(
            zh=(
                "“{title}”的目标值是 {value}，而它衡量的“{limit}”承诺的是{promise}。目标不得低于承"
                "诺，请提高目标值。"
            ),
            en=(
                "“{title}” has a target of {value}, but “{limit}”, which it measures, promises "
                "{promise}. A target may not be lower than the promise: raise it."
            ),
        ),
        "silent": Wording(
            zh=(
                "“{limit}”承诺的是{promise}，“{title}”的整改值却是 {value}：承诺没有做到也不报警。"
                "请提高整改值。"
            ),
            en=(
                "“{limit}” promises {promise}, but the red line of “{title}” is {value}: the "
                "promise can be broken without an alarm. Raise the red line."
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
    mended=Example(example(more=_LIMIT)),
    check=check,
    apart=always,
)
