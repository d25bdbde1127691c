"""C03: a vertical function that nobody carries at some level of the service network."""

from collections.abc import Iterator, Mapping

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Suggestion, Wording, listed
from guifan.language.kinds.taxonomy import TaxonomyMember
from guifan.language.kinds.unit import Level, Unit
from guifan.proof.people.network import FUNCTIONS, Node, nodes

_LEVELS = {
    Level.HEAD_OFFICE: "head office",
    Level.CENTRE: "the regional centres",
    Level.OUTLET: "the outlets",
}
"""The levels in English."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at every node of a network whose functions are divided among its units."""
    functions = corpus.members(FUNCTIONS)
    lacking: dict[str, tuple[TaxonomyMember, ...]] = {}
    for node in nodes(corpus) if any(unit.functions for unit in corpus.of(Unit)) else ():
        if all(one.function in functions for unit in node.units for one in unit.functions):
            lacks = node.lacks(tuple(functions.values()))
            lacking |= dict.fromkeys((unit.id for unit in node.units), lacks)
            # Of a function that one of its units gives twice, one may be meant for another.
            if not any(_is_double(unit) for unit in node.units):
                yield _lacking(node, lacks) if lacks else None
    for unit in corpus.of(Unit):
        yield from _twice(unit, functions, lacking.get(unit.id, ()))


def _is_double(unit: Unit) -> bool:
    return len({one.function for one in unit.functions}) < len(unit.functions)


def _lacking(node: Node, lacks: tuple[TaxonomyMember, ...]) -> Match:
    first, *others = sorted(node.units, key=lambda one: not one.functions)
    place = Place(first.id, ("functions",) if first.functions else ("level",), key=True)
    facts = {
        "unit": first.title,
        "level": Wording(zh=node.level.label, en=_LEVELS[node.level]),
        "functions": listed(one.title for one in lacks),
    }
    key = "outlet" if node.level is Level.OUTLET else "level"
    related = tuple(Place(one.id, ("functions",), key=True) for one in others if one.functions)
    if place.path == ("functions",):  # it lacks them at this level
        related = (Place(first.id, ("level",)), *related)
    return Match(place, key, facts, related)


def _twice(
    unit: Unit, functions: Mapping[str, TaxonomyMember], lacks: tuple[TaxonomyMember, ...]
) -> Iterator[Match | None]:
    """A function that one unit gives to two posts, or twice to one.

    Of the two it tells the one that stands where the function belongs that the unit lacks,
    otherwise the second.
    """
    before: dict[str, int] = {}
    for at, charge in enumerate(unit.functions):
        other = before.setdefault(charge.function, at)
        if other == at:
            yield None
            continue
        meant = lacks[0].id if len(lacks) == 1 else None
        is_first = meant is not None and _is_in_order(unit, functions, other, meant)
        wrong, right = (other, at) if is_first else (at, other)
        named = functions.get(charge.function)
        facts = {"unit": unit.title, "function": named.title if named else charge.function}
        related = (Place(unit.id, ("functions", right, "function")),)
        place = Place(unit.id, ("functions", wrong, "function"))
        yield Match(place, "twice", facts, related, Suggestion(meant) if meant else None)


def _is_in_order(
    unit: Unit, functions: Mapping[str, TaxonomyMember], place: int, meant: str
) -> bool:
    """Whether, with what was meant in one place, a unit follows the order of the class."""
    order = list(functions)
    names = [meant if at == place else one.function for at, one in enumerate(unit.functions)]
    places = [order.index(name) for name in names if name in functions]
    return places == sorted(places)


_UNITS = """\
--- standards/functions.yaml
kind: taxonomy
id: vertical-function
title: 垂直职能
mece: 是
members:
  - {{id: parts, title: 配件}}
  - {{id: settlement, title: 财务结算}}
--- standards/units.yaml
kind: unit
items:
  - id: service-department
    title: 客户服务部
    level: head-office
    duties: [组织客户服务]
    functions:
      - {{function: parts, by: shift-leader, does: 核定备件总量}}
      - {{function: settlement, by: shift-leader, does: 定结算办法}}
  - id: own-shops
    title: 自有营业厅
    level: outlet
    parent: service-department
    duties: [接待客户]
    functions:
{carets}      - {{function: parts, by: hotline-agent, does: 保管卡和终端}}
{more}"""

RULE = Rule(
    code="C03",
    name="function-without-owner",
    severity=Severity.ERROR,
    finds=Wording(
        zh="服务网络里某一级、某个网点的一项垂直职能没有人负责，或者写了两遍。",
        en=(
            "A vertical function with nobody responsible for it at some level or outlet of the "
            "service network, or written twice."
        ),
    ),
    why=Wording(
        zh="配件、结算、人员这些事，上面定了办法、下面没有人接，办法就停在半路；一件事两个人负责，等于没有人。",
        en=(
            "Parts, settlement, staffing: if the rules are set above and nobody below takes them "
            "on, they stop half way; and if two are responsible, nobody is."
        ),
    ),
    messages={
        "level": Wording(
            zh=(
                "{level}没有一个部门承担这些职能：{functions}。请在“{unit}”或同级部门的“垂直职能”"
                "（functions）里写明由谁负责。"
            ),
            en=(
                "At {level}, no unit takes on: {functions}. Say who does, under “functions” of "
                "“{unit}” or of another unit at that level."
            ),
        ),
        "outlet": Wording(
            zh=(
                "{level}“{unit}”没有人承担这些职能：{functions}。请在“垂直职能”（functions）里写"
                "明由哪个岗位负责。"
            ),
            en=(
                "“{unit}”, one of {level}, has nobody who takes on: {functions}. Say under "
                "“functions” which post does."
            ),
        ),
        "twice": Wording(
            zh="“{unit}”把“{function}”写了两遍。一项职能只有一个责任岗，请只留一条。",
            en=(
                "“{unit}” lists “{function}” twice. Only one post is accountable for a function: "
                "keep one entry."
            ),
        ),
    },
    bad=Example(_UNITS.format(carets="    ^^^^^^^^^\n", more="")),
    mended=Example(
        _UNITS.format(
            carets="",
            more="      - {function: settlement, by: shift-leader, does: 每日核对收款}\n",
        )
    ),
    check=check,
    absences=frozenset({"level", "outlet"}),
)
