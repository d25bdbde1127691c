"""K02: values of a metric that do not stand in the order that its direction asks for."""

from collections.abc import Iterator
from itertools import pairwise

from guifan.checks.rules.metrics.framed import example
from guifan.checks.rules.metrics.worded import LABELS
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.metric import Direction, Metric
from guifan.language.quantities import Range, Value
from guifan.proof.told import how_much
from guifan.temporal.measure import comparable


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Compare neighbours: the red line with the warning, the warning with the target."""
    for metric in corpus.of(Metric):
        values = {name: getattr(metric, name) for name in ("red", "warning", "target")}
        given = [(name, value) for name, value in values.items() if value is not None]
        for (worse, low), (better, high) in pairwise(given):
            yield _compared(metric, (worse, low), (better, high))


def _compared(metric: Metric, worse: tuple[str, Value], better: tuple[str, Value]) -> Match | None:
    (name, low), (other, high) = worse, better
    if isinstance(low, Range) or isinstance(high, Range) or not comparable(low, high):
        return None
    if (low < high) if metric.direction is Direction.UP else (high < low):
        return None
    facts = {
        "title": metric.title,
        "direction": Wording(zh=metric.direction.label, en=_DIRECTIONS[metric.direction]),
        "label": LABELS[name],
        "value": how_much(low),
        "other_label": LABELS[other],
        "other": how_much(high),
    }
    key = "same" if low == high else "reversed"
    return Match(Place(metric.id, (name,)), key, facts, (Place(metric.id, (other,)),))


_DIRECTIONS = {Direction.UP: "higher is better", Direction.DOWN: "lower is better"}

RULE = Rule(
    code="K02",
    name="thresholds",
    severity=Severity.ERROR,
    finds=Wording(
        zh="指标的红线值、预警值、目标值，没有按它的方向由差到好排列。",
        en="A metric whose red line, warning value and target do not run from worse to better.",
    ),
    why=Wording(
        zh="预警值比目标值还好，达标的月份也报警；红线值比预警值还好，没有预警就已经整改。",
        en=(
            "If the warning value is better than the target, months that met the target still "
            "raise an alarm; if the red line is better than the warning value, corrective action "
            "starts before anyone was warned."
        ),
    ),
    messages={
        "reversed": Wording(
            zh=(
                "“{title}”{direction}，{label}（{value}）却比{other_label}（{other}）还好。请改成"
                "由差到好：红线值、预警值、目标值。"
            ),
            en=(
                "“{title}”: {direction}, but the {label} ({value}) is better than the "
                "{other_label} ({other}). Put them in order from worse to better: red line, "
                "warning value, target."
            ),
        ),
        "same": Wording(
            zh=(
                "“{title}”{direction}，{label}（{value}）与{other_label}（{other}）相同，两个里有一"
                "个永远用不上。请把两个值拉开，或者只留一个。"
            ),
            en=(
                "“{title}”: {direction}, but the {label} ({value}) and the {other_label} ({other}) "
                "are the same, so one of them never has any effect. Set them apart, or keep just "
                "one."
            ),
        ),
    },
    bad=Example(
        example(
            ("target: 95%\n", "target: 85%\n"),
            ("warning: 93%\n", "warning: 82%\n"),
            ("red: 90%\n", "red: 90%\n     ^^^\n"),
        )
    ),
    good=Example(
        example(
            ("target: 95%\n", "target: 85%\n"),
            ("warning: 93%\n", "warning: 82%\n"),
            ("red: 90%\n", "red: 80%\n"),
        )
    ),
    check=check,
)
