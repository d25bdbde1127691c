"""K01: a formula that cannot be worked out, or that gives something else than the metric says."""

from collections.abc import Iterator, Mapping

from guifan.checks.rules.metrics.framed import example
from guifan.checks.rules.metrics.worded import LABELS
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.formulas import NotAFormulaError, Operation, Tree, names, parse_formula
from guifan.language.kinds.metric import Metric
from guifan.language.quantities import Range, Rate
from guifan.proof.counted import named, root
from guifan.proof.measures import (
    ByZeroError,
    NotAddableError,
    Unit,
    divides,
    one_of,
    sized,
    unit_of,
)
from guifan.proof.told import how_much
from guifan.temporal.measure import Measure, comparable


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Read every formula, then its variables, its units, and the values it is held to."""
    for metric in corpus.of(Metric):
        faults = list(_faults(metric, _words(corpus, metric)))
        yield from faults
        if not faults:
            yield None


def _words(corpus: Corpus, metric: Metric) -> Mapping[str, str]:
    """The units of the variables, each as it is written where it is said what is counted.

    Where a variable that repeats another has another unit, K10 says so.
    """
    units: dict[str, str] = {}
    for variable in metric.variables:
        source = named(corpus, ".".join(root(corpus, metric, variable)))
        unit = (source.variable.unit if source else None) or variable.unit
        if unit is not None:
            units[variable.id] = unit
    return units


def _faults(metric: Metric, words: Mapping[str, str]) -> Iterator[Match]:
    """What is wrong; units are only followed where all before is sound."""
    try:
        tree = parse_formula(metric.formula)
    except NotAFormulaError as fault:
        facts = {"title": metric.title, "text": fault.text}
        yield Match(Place(metric.id, ("formula",), fault.span), fault.key, facts)
        return
    unsound = list(_variables(metric, tree, words))
    yield from unsound
    values = list(_values(metric))
    yield from values
    if not unsound and not values:
        yield from _result(metric, tree, words)
    if divides(tree) and metric.empty is None:
        yield Match(Place(metric.id, ("formula",)), "empty", {"title": metric.title})


def _variables(metric: Metric, tree: Tree, words: Mapping[str, str]) -> Iterator[Match]:
    declared = {one.id for one in metric.variables}
    used = {one.id for one in names(tree)}
    for one in names(tree):
        if one.id not in declared:
            missing = {"title": metric.title, "id": one.id}
            yield Match(Place(metric.id, ("formula",), one.span), "undeclared", missing)
    for at, variable in enumerate(metric.variables):
        path = ("variables", at)
        unit = words.get(variable.id)
        facts = {"title": metric.title, "variable": variable.title, "unit": unit}
        if variable.id not in used:
            yield Match(Place(metric.id, (*path, "id")), "unused", facts)
        elif unit is None:
            yield Match(Place(metric.id, (*path, "title")), "no-unit", facts)
        elif unit_of(unit) is None and variable.unit:
            yield Match(Place(metric.id, (*path, "unit")), "unknown-unit", facts)
        elif variable.source is None and variable.same_as is None:
            yield Match(Place(metric.id, (*path, "title")), "no-source", facts)


def _values(metric: Metric) -> Iterator[Match]:
    """The metric's own unit, and the values that are to be compared with its results."""
    one = one_of(metric.unit)
    if not isinstance(one, Measure):
        unknown = {"title": metric.title, "variable": metric.title, "unit": metric.unit}
        yield Match(Place(metric.id, ("unit",)), "unknown-unit", unknown)
        return
    values = {name: value for name in LABELS if (value := getattr(metric, name)) is not None}
    wrong = [
        name
        for name, value in values.items()
        if not comparable(value.low if isinstance(value, Range) else value, one)
    ]
    # Where none of them agrees with the unit, it is the unit that is wrong.
    culprits = {"unit": wrong} if len(wrong) == len(values) else {name: ["unit"] for name in wrong}
    for culprit, others in culprits.items():
        name = others[-1] if culprit == "unit" else culprit
        facts = {
            "title": metric.title,
            "label": LABELS[name],
            "value": how_much(values[name]),
            "unit": metric.unit,
        }
        related = tuple(Place(metric.id, (one,)) for one in others)
        yield Match(Place(metric.id, (culprit,)), "other-unit", facts, related)


def _result(metric: Metric, tree: Tree, words: Mapping[str, str]) -> Iterator[Match]:
    units = {name: unit_of(word) for name, word in words.items()}
    known = {name: unit for name, unit in units.items() if unit is not None}
    if any(one.id not in known for one in names(tree)):
        return
    try:
        given = sized(tree, known)
    except NotAddableError as fault:
        yield _operation(metric, fault.operation, "unlike")
        return
    except ByZeroError as fault:
        yield _operation(metric, fault.operation, "by-zero")
        return
    wanted = unit_of(metric.unit)
    facts: dict[str, object] = {"title": metric.title, "unit": metric.unit}
    if wanted not in (given.unit, given.unit.mean) or _is_share_of_unlike(given.unit, wanted):
        facts["given"] = _said(given.unit, known, words)
        related = (_unit(metric), *_places(metric))
        yield Match(Place(metric.id, ("formula",)), "gives", facts, related)
    elif wanted == Unit() and given.factor != 1 and not isinstance(one_of(metric.unit), Rate):
        facts["factor"] = f"{given.factor.numerator:,}" + (
            f"/{given.factor.denominator:,}" if given.factor.denominator > 1 else ""
        )
        yield Match(Place(metric.id, ("formula",)), "factor", facts, (_unit(metric),))


def _is_share_of_unlike(given: Unit, wanted: Unit | None) -> bool:
    """A share is of like by like; only a mean is told without what it is per."""
    return wanted == Unit() and given != Unit()


def _operation(metric: Metric, operation: Operation, key: str) -> Match:
    facts = {"title": metric.title, "sign": operation.sign}
    related = _places(metric) if key == "unlike" else ()
    return Match(Place(metric.id, ("formula",), operation.span), key, facts, related)


def _said(given: Unit, units: Mapping[str, Unit], words: Mapping[str, str]) -> str:
    """A unit in the words of the variables: ``秒/通``."""
    bases = {base: words[name] for name, unit in units.items() for base, _ in unit.powers}
    above = [bases[base] for base, power in given.powers if power > 0]
    below = [bases[base] for base, power in given.powers if power < 0]
    return "·".join(above or ["1"]) + "".join(f"/{word}" for word in below) if given.powers else "%"


def _unit(metric: Metric) -> Place:
    return Place(metric.id, ("unit",))


def _places(metric: Metric) -> tuple[Place, ...]:
    """Where the units of the variables stand."""
    units = (at for at, one in enumerate(metric.variables) if one.unit)
    return tuple(Place(metric.id, ("variables", at, "unit")) for at in units)


_SLIP = """\
formula: answered / offered × 100%
         ^^^^^^^^^^^^^^^^^^^^^^^^^
"""

RULE = Rule(
    code="K01",
    name="formula",
    severity=Severity.ERROR,
    finds=Wording(
        zh="指标的公式读不通、用了没有声明的变量、单位对不上，或者分母会是零而没有写怎样出数。",
        en=(
            "A formula that cannot be read, uses what is not declared, gives another unit than "
            "the metric's, or divides by what may be nothing."
        ),
    ),
    why=Wording(
        zh=(
            "两个人照同一条公式要算出同一个数。单位对不上，算出来的就不是它的名字说的那样东西；"
            "当期一件也没有时怎样出数没有写，各处就各写各的。"
        ),
        en=(
            "Two people with one formula have to come to one number. Where the units do not agree "
            "it is not what its name says; where nobody said what to print for an empty month, "
            "everybody prints something else."
        ),
    ),
    messages={
        "unreadable": Wording(
            zh="“{title}”的公式读不通：“{text}”不该在这里。公式只用变量编号、数、括号和 + - × ÷。",
            en=(
                "The formula of “{title}” cannot be read: “{text}” has no place here. A formula "
                "is made of variables' ids, numbers, parentheses and + - × ÷."
            ),
        ),
        "ends": Wording(
            zh="“{title}”的公式没有写完：这里还缺一个变量或者数。",
            en="The formula of “{title}” breaks off: a variable or a number is missing here.",
        ),
        "unclosed": Wording(
            zh="“{title}”的公式里，括号“{text}”没有配对。",
            en="In the formula of “{title}” the parenthesis “{text}” is never closed.",
        ),
        "too-long": Wording(
            zh="“{title}”的公式太长，从“{text}”起没有读。请把其中一部分另立一个指标。",
            en=(
                "The formula of “{title}” is too long and was read as far as “{text}”. Make a "
                "metric of a part of it."
            ),
        ),
        "undeclared": Wording(
            zh="“{title}”的公式用了“{id}”，而变量里没有它。请在变量里写明怎样计数、从哪里取数。",
            en=(
                "The formula of “{title}” uses “{id}”, which is none of its variables. Say how it "
                "is counted and where it comes from."
            ),
        ),
        "unused": Wording(
            zh="“{title}”声明了变量“{variable}”，公式却没有用它。请写进公式，或者删去。",
            en=(
                "“{title}” declares “{variable}”, and its formula does not use it. Use it, or take "
                "it out."
            ),
        ),
        "no-unit": Wording(
            zh="“{title}”的变量“{variable}”没有写单位。请写数的是什么：件、次、人、秒……",
            en=(
                "“{variable}” of “{title}” has no unit. Say what is counted: cases, "
                "times, people, seconds."
            ),
        ),
        "unknown-unit": Wording(
            zh="“{title}”里“{variable}”的单位“{unit}”不认识。请用件、次、人、秒、%、元一类的单位。",
            en=(
                "“{unit}”, the unit of “{variable}” in “{title}”, is none. Use one such as 件, 次, "
                "人, 秒, % or 元."
            ),
        ),
        "no-source": Wording(
            zh="“{title}”的变量“{variable}”没有写从哪个系统取数。",
            en="“{title}” does not say which system “{variable}” comes from.",
        ),
        "other-unit": Wording(
            zh="“{title}”的单位是“{unit}”，{label}却写“{value}”。两样不能比，请改成一样的单位。",
            en=(
                "“{title}” is measured in “{unit}”, and its {label} is “{value}”: the two cannot "
                "be compared. Write both in one unit."
            ),
        ),
        "gives": Wording(
            zh=(
                "“{title}”的公式算出来的单位是“{given}”，指标的单位却写“{unit}”。请看是公式、变量的"
                "单位还是指标的单位写错了。"
            ),
            en=(
                "The formula of “{title}” gives “{given}”, but the metric is in “{unit}”. See "
                "whether the formula, a variable's unit or the metric's is wrong."
            ),
        ),
        "factor": Wording(
            zh=(
                "“{title}”的单位是“{unit}”，公式又乘了 {factor}，算出来会大或者小这么多倍。"
                "百分数写“× 100%”。"
            ),
            en=(
                "“{title}” is in “{unit}” and its formula multiplies by {factor}, so that the "
                "result is off by as much. Write “× 100%” for per cent."
            ),
        ),
        "unlike": Wording(
            zh="“{title}”的公式里，“{sign}”两边的单位不同，不能相加减。",
            en="In the formula of “{title}” the two sides of “{sign}” are of different units.",
        ),
        "by-zero": Wording(
            zh="“{title}”的公式里，“{sign}”的除数总是零。",
            en="In the formula of “{title}” what “{sign}” divides by is always nothing.",
        ),
        "empty": Wording(
            zh="“{title}”的分母可能是零，却没有写那时怎样出数。请在 empty 里写明。",
            en="“{title}” may have nothing to divide by. Say in ``empty`` what is printed then.",
        ),
    },
    bad=Example(
        example(
            ("formula: answered / offered × 100%\n", _SLIP),
            ("answered, title: 接通量, unit: 通", "answered, title: 接通量, unit: 秒"),
        )
    ),
    good=Example(example()),
    check=check,
)
