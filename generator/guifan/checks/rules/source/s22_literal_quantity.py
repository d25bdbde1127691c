"""S22: a number written into a sentence that should be cited from where it is set."""

from collections.abc import Iterator, Mapping

from guifan.corpus.graph import Corpus
from guifan.findings import (
    Example,
    Match,
    Place,
    Rule,
    Severity,
    Suggestion,
    Wording,
    always,
    listed,
)
from guifan.language.anatomy import Spot
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.service import Service, Sort
from guifan.language.kinds.situation import Medium, Reply, Situation
from guifan.language.literals import Literal, find_quantities
from guifan.language.model import Item
from guifan.language.quantities import NotAQuantity, parse_quantity
from guifan.language.written import half_width

_READ_AS_RULES: Mapping[str, frozenset[str]] = {
    "norm": frozenset({"rule", "steps", "exceptions", "say", "missed"}),
    "limit": frozenset({"explains", "missed"}),
    "procedure": frozenset({"about", "steps"}),
    "escalation": frozenset({"about", "rungs"}),
    "message": frozenset({"says", "turns"}),
    "playbook": frozenset({"about", "first_hour", "later", "comfort", "stand_down"}),
}
"""The texts that staff act on or read out. Reasons, examples and phrases never said are not."""

_READ_OF_POLICIES = frozenset({"about", "conditions", "fee", "refusals"})

_READ = frozenset({*_READ_AS_RULES, Service.kind, Situation.kind})
"""Kinds with such texts."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look for literal quantities in the texts that are read as rules."""
    for entry in corpus.entries.values():
        item = entry.item
        for spot in entry.texts if item.kind in _READ else ():
            if not is_read_as_rule(item, spot):
                continue
            found = find_quantities(spot.value)
            cited = _limits(corpus) if found else {}
            yield from (_match(item.id, spot, one, cited) for one in found)
            if not found:
                yield None


def is_read_as_rule(item: Item, spot: Spot) -> bool:
    """Whether staff act on a text or read it out.

    A policy is acted on like a norm; what a promotion gives, and a product holds, is its own offer.
    Of a situation to practise on, the lines that are right set an example.
    """
    if isinstance(item, Service) and item.sort is Sort.POLICY:
        return spot.path[0] in _READ_OF_POLICIES
    if isinstance(item, Situation):
        return _is_example_set(item, spot)
    return spot.path[0] in _READ_AS_RULES.get(item.kind, ())


def _is_example_set(situation: Situation, spot: Spot) -> bool:
    """Whether a line is one that staff should say: what is wrong is quoted as it was said."""
    if situation.medium is Medium.TICKET or spot.path[-1] not in ("says", "instead"):
        return False  # a ticket records what happened when
    if spot.path[-1] == "instead":
        return True
    part = getattr(situation, str(spot.path[0]))[int(spot.path[1])]
    if isinstance(part, Reply):
        return part.right
    return part in situation.ours and not part.breaches


def _limits(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """The ids of the limits by what their values print."""
    found: dict[str, tuple[str, ...]] = {}
    for limit in corpus.of(Limit):
        value = str(limit.within or limit.value)
        found[value] = (*found.get(value, ()), limit.id)
    return found


def _match(item: str, spot: Spot, literal: Literal, cited: Mapping[str, tuple[str, ...]]) -> Match:
    place = Place(item, spot.path, (literal.start, literal.end))
    ids = cited.get(_value(literal.text), ())
    facts = {"text": literal.text, "ids": listed(f"【{one}】" for one in ids)}
    suggestion = Suggestion(f"【{ids[0]}】") if len(ids) == 1 else None
    return Match(place, "cited" if ids else "nowhere", facts, suggestion=suggestion)


def _value(text: str) -> str:
    try:
        return str(parse_quantity(half_width(text)))
    except NotAQuantity:
        return ""


RULE = Rule(
    code="S22",
    name="literal-quantity",
    severity=Severity.ERROR,
    finds=Wording(
        zh="员工照着做、照着念的句子里直接写了时间、比例或金额，没有引用它所在的条目。",
        en=(
            "A time, percentage or amount written directly into a sentence that staff follow or "
            "read out, instead of a reference to the item that sets it."
        ),
    ),
    why=Wording(
        zh="同一个数写在两处，改了一处，另一处就成了错的，客户听到的会是旧的承诺。",
        en=(
            "If one number is written in two places and changed in one, the other becomes wrong, "
            "and customers hear the old promise."
        ),
    ),
    messages={
        "cited": Wording(
            zh="“{text}”直接写在句子里。请改为引用：{ids}。",
            en=(
                "“{text}” is written directly into the sentence. Refer to {ids:it|one of these} "
                "instead: {ids}."
            ),
        ),
        "nowhere": Wording(
            zh="“{text}”直接写在句子里。请先把它写成一个时限与限额，再在这里用【编号】引用。",
            en=(
                "“{text}” is written directly into the sentence. Make it a limit first, then refer "
                "to it here as 【id】."
            ),
        ),
    },
    bad=Example("""\
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
explains: 受理以后在3个工作日内答复
               ^^^^^
"""),
    mended=Example("""\
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
explains: 受理以后在【complaint-answer】内答复
"""),
    check=check,
    apart=always,
)
