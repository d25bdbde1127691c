"""K03: a target that no result can reach, or a sample too small to tell it from the red line."""

from collections.abc import Iterator

from guifan.checks.rules.metrics.framed import example
from guifan.checks.rules.metrics.worded import LABELS
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.formulas import NotAFormulaError, parse_formula
from guifan.language.kinds.metric import Metric
from guifan.language.quantities import Percent, PerMille
from guifan.proof.metrics.measures import is_part_of_whole
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
        zh=(
            "目标值超出了指标能有的范围，或者抽样的指标没有写最少样本，或者样本少到错一件就从目标值"
            "掉过整改值。"
        ),
        en=(
            "A target outside the range a metric can have, or a sampled metric with no minimum "
            "sample, or one so small that a single case decides the result."
        ),
    ),
    why=Wording(
        zh="满意率到不了 120%；只抽十件，错一件就从达标掉到整改，看的是运气，不是做得好不好。",
        en=(
            "Satisfaction cannot reach 120%. With only ten cases, one slip takes the result from "
            "target to red line, and what is measured is luck, not how well the work was done."
        ),
    ),
    messages={
        "over": Wording(
            zh="“{title}”是部分占整体的比例，最多 100%，{label}却写 {value}。请改到 100% 以内。",
            en=(
                "“{title}” is a share of a whole, so 100% at most, but its {label} is {value}. Set "
                "it to 100% or less."
            ),
        ),
        "no-sample": Wording(
            zh=(
                "“{title}”的“{variable}”是抽样得来的，却没有写至少抽多少才出数。请写上“最少样本”（"
                "sample）。"
            ),
            en=(
                "“{variable}” of “{title}” comes from a sample, but nothing says how large the "
                "sample must be. Give its minimum under “sample”."
            ),
        ),
        "other-unit": Wording(
            zh=(
                "“{title}”的最少样本写“{sample}”，抽的“{variable}”却按“{unit}”数。请改成同一种单"
                "位。"
            ),
            en=(
                "The minimum sample of “{title}” is “{sample}”, but “{variable}” is counted in "
                "“{unit}”. Write both in the same unit."
            ),
        ),
        "coarse": Wording(
            zh=(
                "“{title}”最少只抽 {sample}，多错一件就能从目标值（{target}）掉过整改值（"
                "{red}）。请多抽一些，或者把两个值拉开。"
            ),
            en=(
                "“{title}” may rest on as few as {sample}, so a single extra slip can take it from "
                "the target ({target}) past the red line ({red}). Enlarge the sample, or set the "
                "two values further apart."
            ),
        ),
    },
    bad=Example(example(("target: 95%\n", "target: 120%\n        ^^^^\n"))),
    mended=Example(example(("target: 95%\n", "target: 98%\n"))),
    check=check,
)
