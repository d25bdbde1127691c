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
        given = {name: value for name, value in values.items() if value is not None}
        wrong = [pair for pair in pairwise(given) if not _is_ordered(metric, given, *pair)]
        if wrong:
            yield _told(metric, given, wrong)
        else:
            yield from (None for _ in pairwise(given))


def _is_ordered(metric: Metric, given: dict[str, Value], worse: str, better: str) -> bool:
    """Whether one value is worse than another; ranges and other units have no order."""
    low, high = given[worse], given[better]
    if isinstance(low, Range) or isinstance(high, Range) or not comparable(low, high):
        return True
    return low < high if metric.direction is Direction.UP else high < low


def _told(metric: Metric, given: dict[str, Value], wrong: list[tuple[str, str]]) -> Match:
    """The first two values that stand the wrong way round, told at the one that is out of line."""
    name, other = wrong[0]
    facts = {
        "title": metric.title,
        "direction": Wording(zh=metric.direction.label, en=_DIRECTIONS[metric.direction]),
        "label": LABELS[name],
        "value": how_much(given[name]),
        "other_label": LABELS[other],
        "other": how_much(given[other]),
    }
    key = "same" if given[name] == given[other] else "reversed"
    if len(wrong) > 1 and all(given[one] != given[two] for one, two in wrong):
        related = tuple(Place(metric.id, (one,)) for one in given)
        return Match(Place(metric.id, ("direction",)), "turned", facts, related)
    culprit = _culprit(metric, given, wrong)
    related = tuple(Place(metric.id, (one,)) for one in given if one != culprit)
    return Match(Place(metric.id, (culprit,)), key, facts, related)


def _culprit(metric: Metric, given: dict[str, Value], wrong: list[tuple[str, str]]) -> str:
    """The value without which the others are in order; of two such, the one between the others."""
    (worse, better), *more = wrong
    if more or len(given) == 2:  # noqa: PLR2004  # two values, and either may be wrong
        return worse
    if _is_ordered(metric, given, "red", "target"):
        return "warning"
    return better if worse == "warning" else worse


_DIRECTIONS = {Direction.UP: "higher is better", Direction.DOWN: "lower is better"}

RULE = Rule(
    code="K02",
    name="thresholds",
    severity=Severity.ERROR,
    finds=Wording(
        zh="指标的整改值、预警值、目标值，没有按它的方向由差到好排列。",
        en="A metric whose red line, warning value and target do not run from worse to better.",
    ),
    why=Wording(
        zh="预警值比目标值还好，达标的月份也报警；整改值比预警值还好，没有预警就已经整改。",
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
                "由差到好：整改值、预警值、目标值。"
            ),
            en=(
                "“{title}”: {direction}, but the {label} ({value}) is better than the "
                "{other_label} ({other}). Put them in order from worse to better: red line, "
                "warning value, target."
            ),
        ),
        "turned": Wording(
            zh=(
                "“{title}”{direction}，整改值、预警值、目标值却正好是由好到差。请核对是方向写反了，"
                "还是三个值写反了。"
            ),
            en=(
                "“{title}”: {direction}, but its red line, warning value and target run from "
                "better to worse. Check whether the direction or the three values are the wrong "
                "way round."
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
    mended=Example(
        example(
            ("target: 95%\n", "target: 85%\n"),
            ("warning: 93%\n", "warning: 82%\n"),
            ("red: 90%\n", "red: 80%\n"),
        )
    ),
    check=check,
)
