"""K03: a target that no result can reach, or a sample too small to tell it from the red line."""

from collections.abc import Iterator

from guifan.checks.rules.metrics.framed import example
from guifan.checks.rules.metrics.worded import LABELS
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.formulas import NotAFormulaError, parse_formula
from guifan.language.kinds.metric import Metric
from guifan.language.quantities import Percent, PerMille
from guifan.proof.measures import is_part_of_whole
from guifan.proof.told import how_much


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Hold every share to the range of shares, and every sample to what it has to tell."""
    for metric in corpus.of(Metric):
        faults = [*_beyond(metric), *_sample(metric)]
        yield from faults
        if not faults:
            yield None


def _beyond(metric: Metric) -> Iterator[Match]:
    """Values over the whole, where the metric is a part of a whole."""
    try:
        tree = parse_formula(metric.formula)
    except NotAFormulaError:
        return
    units = {one.id: one.unit for one in metric.variables}
    if not is_part_of_whole(tree, units):
        return
    for field in ("target", "warning", "red"):
        value = getattr(metric, field)
        if isinstance(value, Percent | PerMille) and value.magnitude > 1:
            facts = {
                "title": metric.title,
                "label": LABELS[field],
                "value": how_much(value),
            }
            related = (Place(metric.id, ("formula",)),)
            yield Match(Place(metric.id, (field,)), "over", facts, related)


def _sample(metric: Metric) -> Iterator[Match]:
    """What is drawn by lot: how much of it, and whether one case more decides everything."""
    drawn = next((at for at, one in enumerate(metric.variables) if one.sampled), None)
    if drawn is None:
        return
    variable = metric.variables[drawn]
    place = Place(metric.id, ("variables", drawn, "sampled"))
    if metric.sample is None:
        unsaid = {"title": metric.title, "variable": variable.title}
        yield Match(place, "no-sample", unsaid)
        return
    facts: dict[str, object] = {"title": metric.title, "sample": how_much(metric.sample)}
    where = Place(metric.id, ("sample",))
    if variable.unit is not None and metric.sample.measure != variable.unit:
        facts |= {"variable": variable.title, "unit": variable.unit}
        yield Match(where, "other-unit", facts, (Place(metric.id, ("variables", drawn, "unit")),))
    elif isinstance(metric.target, Percent) and isinstance(metric.red, Percent):
        room = abs(metric.target.magnitude - metric.red.magnitude)
        if metric.sample.magnitude * room < 1:
            facts |= {"target": how_much(metric.target), "red": how_much(metric.red)}
            related = (Place(metric.id, ("target",)), Place(metric.id, ("red",)))
            yield Match(where, "coarse", facts, related)


RULE = Rule(
    code="K03",
    name="out-of-range",
    severity=Severity.ERROR,
    finds=Wording(
        zh="目标值超出了指标能有的范围，或者抽样的指标没有写最少样本、样本少到一件定生死。",
        en=(
            "A target beyond what the metric can be, or a sampled metric with no smallest sample "
            "or one so small that a single case decides."
        ),
    ),
    why=Wording(
        zh="满意率到不了 120%；只抽十件，错一件就从达标掉到整改，看的是运气，不是做得好不好。",
        en=(
            "No satisfaction reaches 120%; with ten cases a single slip leads from the target to "
            "the red line, and what is measured is luck."
        ),
    ),
    messages={
        "over": Wording(
            zh="“{title}”是部分占整体的比例，最多 100%，{label}却写 {value}。",
            en="“{title}” is a part of a whole, 100% at most, and its {label} is {value}.",
        ),
        "no-sample": Wording(
            zh=(
                "“{title}”的“{variable}”是抽样得来的，却没有写最少样本。请在 sample 里写至少"
                "多少才出数。"
            ),
            en=(
                "“{variable}” of “{title}” is a sample, and nothing says how large it has to be. "
                "Say it in ``sample``."
            ),
        ),
        "other-unit": Wording(
            zh="“{title}”的最少样本写“{sample}”，抽的“{variable}”却按“{unit}”数。请改成一样的单位。",
            en=(
                "The smallest sample of “{title}” is “{sample}”, but “{variable}” is counted in "
                "“{unit}”. Write both in one unit."
            ),
        ),
        "coarse": Wording(
            zh=(
                "“{title}”最少只抽{sample}，多错一件就能从目标值（{target}）掉过红线值（{red}）。"
                "请多抽，或者把两个值拉开。"
            ),
            en=(
                "“{title}” may rest on {sample}: one slip leads from the target ({target}) past "
                "the red line ({red}). Draw more, or move the two apart."
            ),
        ),
    },
    bad=Example(example(("target: 95%\n", "target: 120%\n        ^^^^\n"))),
    good=Example(example(("target: 95%\n", "target: 98%\n"))),
    check=check,
)
