"""K01: a formula that cannot be worked out, or that gives something else than the metric says."""

from collections.abc import Iterator, Mapping

from guifan.checks.rules.metrics.framed import example
from guifan.checks.rules.metrics.worded import LABELS
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Suggestion, Wording, always
from guifan.language.faults import nearest
from guifan.language.formulas import Name, NotAFormulaError, Operation, Tree, names, parse_formula
from guifan.language.kinds.metric import Metric
from guifan.language.quantities import Range, Rate
from guifan.proof.metrics.counted import named, root
from guifan.proof.metrics.measures import (
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
    for metric in corpus.each(Metric):
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
    unused = [(at, one.id) for at, one in enumerate(metric.variables) if one.id not in used]
    unknown: dict[str, Name] = {}
    for one in names(tree):
        if one.id not in declared:
            unknown.setdefault(one.id, one)
    for name, one in unknown.items():
        missing = {"title": metric.title, "id": name}
        # A variable that the formula does not use is the one that was meant.
        meant = tuple(Place(metric.id, ("variables", at, "id")) for at, _ in unused)
        near = nearest(name, [other for _, other in unused])
        suggestion = Suggestion(near) if near else None
        place = Place(metric.id, ("formula",), one.span)
        yield Match(place, "undeclared", missing, meant, suggestion)
    for at, variable in enumerate(metric.variables):
        path = ("variables", at)
        unit = words.get(variable.id)
        facts = {"title": metric.title, "variable": variable.title, "unit": unit}
        if variable.id not in used and unknown:
            continue
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
        zh=(
            "指标的公式读不通、用了没有写明的变量、单位对不上，或者分母可能为零而没有写那时怎样出"
            "数。"
        ),
        en=(
            "A formula that cannot be read, uses a variable that is not listed, gives a different "
            "unit from the metric's, or may divide by zero without saying what to report then."
        ),
    ),
    why=Wording(
        zh=(
            "两个人照同一条公式要算出同一个数。单位对不上，算出来的就不是名称说的那样东西；当期一件"
            "也没有时怎样出数没有写，各处就各写各的。"
        ),
        en=(
            "Two people with the same formula have to arrive at the same number. If the units do "
            "not match, the result is not what its name says; if nobody has said what to report "
            "for an empty month, every office reports something different."
        ),
    ),
    messages={
        "unreadable": Wording(
            zh=(
                "“{title}”的公式读不通：“{text}”不该在这里。公式只用变量编号、数、括号和 + - × ÷，"
                "请改正。"
            ),
            en=(
                "The formula of “{title}” cannot be read: “{text}” does not belong here. Use only "
                "variable ids, numbers, parentheses and + - × ÷."
            ),
        ),
        "ends": Wording(
            zh="“{title}”的公式没有写完：这里还缺一个变量或者数。请补上。",
            en=(
                "The formula of “{title}” is unfinished: a variable or a number is missing here. "
                "Add it."
            ),
        ),
        "unclosed": Wording(
            zh="“{title}”的公式里，括号“{text}”没有配对。请补上另一半。",
            en=(
                "The parenthesis “{text}” in the formula of “{title}” has no partner. Add the "
                "other half."
            ),
        ),
        "too-long": Wording(
            zh="“{title}”的公式太长，从“{text}”起没有再读。请把其中一部分另立一个指标。",
            en=(
                "The formula of “{title}” is too long; nothing from “{text}” on was read. Make "
                "part of it a metric of its own."
            ),
        ),
        "undeclared": Wording(
            zh=(
                "“{title}”的公式用了“{id}”，变量里却没有它。请在“变量”（variables）里写明怎样计数、"
                "从哪里取数。"
            ),
            en=(
                "The formula of “{title}” uses “{id}”, which is not among its variables. Add it to "
                "“variables”, with how it is counted and where it comes from."
            ),
        ),
        "unused": Wording(
            zh="“{title}”写了变量“{variable}”，公式却没有用它。请写进公式，或者删去。",
            en=(
                "“{title}” lists the variable “{variable}”, but its formula does not use it. Put "
                "it in the formula, or delete it."
            ),
        ),
        "no-unit": Wording(
            zh="“{title}”的变量“{variable}”没有写单位。请写数的是什么：件、次、人、秒……",
            en=(
                "The variable “{variable}” of “{title}” has no unit. Say what it counts: cases, "
                "times, people, seconds …"
            ),
        ),
        "unknown-unit": Wording(
            zh=(
                "“{title}”里，“{variable}”的单位“{unit}”不在可用的单位里。请用件、次、人、秒、%、元"
                "一类的单位。"
            ),
            en=(
                "“{unit}”, the unit of “{variable}” in “{title}”, is not one that can be used. Use "
                "a unit such as 件, 次, 人, 秒, % or 元."
            ),
        ),
        "no-source": Wording(
            zh="“{title}”的变量“{variable}”没有写从哪个系统取数。请在“来源”（source）里写明。",
            en=(
                "“{title}” does not say which system “{variable}” comes from. Name the system "
                "under “source”."
            ),
        ),
        "other-unit": Wording(
            zh="“{title}”的单位是“{unit}”，{label}却写“{value}”，两样不能比。请改成同一种单位。",
            en=(
                "“{title}” is measured in “{unit}”, but its {label} is “{value}”, so the two "
                "cannot be compared. Write both in the same unit."
            ),
        ),
        "gives": Wording(
            zh=(
                "“{title}”的公式算出来的单位是“{given}”，指标的单位却写“{unit}”。请核对是公式、变量"
                "的单位还是指标的单位写错了。"
            ),
            en=(
                "The formula of “{title}” works out in “{given}”, but the metric's unit is "
                "“{unit}”. Check which is wrong: the formula, a variable's unit or the metric's "
                "unit."
            ),
        ),
        "factor": Wording(
            zh=(
                "“{title}”的单位是“{unit}”，公式又乘了 {factor}，算出来的数就差了这么多倍。请去掉这"
                "个倍数；要百分数的，写“× 100%”。"
            ),
            en=(
                "“{title}” is in “{unit}”, but its formula also multiplies by {factor}, so the "
                "result is wrong by that factor. Remove it; for a percentage, write “× 100%”."
            ),
        ),
        "unlike": Wording(
            zh="“{title}”的公式里，“{sign}”两边的单位不同，不能相加减。请改成同一种单位。",
            en=(
                "In the formula of “{title}”, the two sides of “{sign}” have different units and "
                "cannot be added or subtracted. Write both in the same unit."
            ),
        ),
        "by-zero": Wording(
            zh="“{title}”的公式里，“{sign}”的除数总是零，算不出数。请改公式。",
            en=(
                "In the formula of “{title}”, “{sign}” always divides by zero. Correct the formula."
            ),
        ),
        "empty": Wording(
            zh="“{title}”的分母可能是零，却没有写那时怎样出数。请在“分母为零时”（empty）里写明。",
            en=(
                "The denominator of “{title}” may be zero, and nothing says what to report then. "
                "Say so under “empty”."
            ),
        ),
    },
    bad=Example(
        example(
            ("formula: answered / offered × 100%\n", _SLIP),
            ("answered, title: 接通量, unit: 通", "answered, title: 接通量, unit: 秒"),
        )
    ),
    mended=Example(example()),
    check=check,
    apart=always,
)
