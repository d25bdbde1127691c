"""Whether a business is done on the channel where the customer is, and how; else where to."""

from collections import Counter
from collections.abc import Hashable, Iterator
from itertools import zip_longest

from guifan.language.kinds.channel import Strength
from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen, drawn
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.facts.offered import done_said, sent_said
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option, digest
from guifan.quiz.models._answers import ENOUGH, formerly, right
from guifan.quiz.said import Said, say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    services: dict[str, list[Fact]] = {}
    for fact in base.of("offered"):
        services.setdefault(fact.clause.item, []).append(fact)
    asked = _asked(base)
    named = {one.clause.item for one in asked}
    asked += [min(facts, key=_place) for name, facts in services.items() if name not in named]
    answers = Counter(_answer(fact) for fact in asked)
    for fact in asked:
        yield _draft(base, fact, services[fact.clause.item], answers)


def _asked(base: Base) -> list[Fact]:
    """Of each channel as many businesses that it does as it does not, so that none is usual.

    Of those that it does all the same way it asks about few; where it turns nobody away, about as
    many of each way.
    """
    channels: dict[str, dict[Hashable, list[Fact]]] = {}
    for fact in sorted(base.of("offered"), key=_place):
        ways = channels.setdefault(fact.source[1].channel, {})
        ways.setdefault(fact.value if _is_done(fact) else None, []).append(fact)
    found: list[Fact] = []
    for ways in channels.values():
        away = ways.pop(None, [])
        done = [one for some in zip_longest(*ways.values()) for one in some if one is not None]
        most = min(len(away), len(done)) if away and done else _FEW * len(ways)
        found += [*away[: most or len(away)], *done[:most]]
    return found


_FEW = 12
"""How many businesses of each way are asked of a channel that does them all."""


def _place(fact: Fact) -> str:
    return digest(fact.name, "channel")


def _is_done(fact: Fact) -> bool:
    return isinstance(fact.value, tuple) and fact.value[0] == "done"


def _answer(fact: Fact) -> tuple[str, Hashable]:
    """What is said on a channel, whatever the business."""
    return fact.source[1].channel, fact.value


def _draft(
    base: Base, fact: Fact, facts: list[Fact], answers: Counter[tuple[str, Hashable]]
) -> Draft | Gap:
    _ = base.ground.words
    service, route = fact.source
    key = right(fact)

    def often(option: Option) -> int:
        return answers[route.channel, option.claim.value]

    strengths = [_done(base, fact, one) for one in _known(base, route.channel)]
    # Sent to another channel that does it too, a customer is not sent wrongly.
    known = _instead(base, route.channel)
    others = [
        one.source[1].channel
        for one in facts
        if one is not fact and (_is_done(fact) or not _is_done(one))
    ]
    usual = [name for name in others if name in known]
    if usual or (_is_done(fact) and len(strengths) > ENOUGH):
        others = usual
    elsewhere = [_sent(base, fact, name) for name in others]
    # Of each sort of answer two where there are, so that the key is not the only one of its sort.
    sorts = (elsewhere, strengths) if _is_done(fact) else (strengths, elsewhere)
    other = drawn(key, sorts[0], fact.name, often, 2)
    same = drawn(key, sorts[1], fact.name, often, 3 - len(other.options))
    more = drawn(key, sorts[0], fact.name, often, 3 - len(same.options))
    wrong = chosen(key, ([*formerly(base, fact)], same.options, more.options), 3, fact.name)
    if len(wrong.options) < ENOUGH:
        return Gap(fact, "no-siblings")
    stem = say(
        _("{channel}，有客户要办「{service}」。怎么答他？"),
        channel=base.ground.title(route.channel),
        service=base.ground.title(service.id),
    )
    considered = wrong.considered | other.considered | more.considered | same.considered
    return Draft(fact, stem, (key, *wrong.options), considered=considered)


def _known(base: Base, channel: str) -> list[Strength]:
    """The ways in which a channel ever identifies customers: no text message shows papers."""
    used = {
        one.value[1]
        for one in base.of("offered")
        if one.source[1].channel == channel and isinstance(one.value, tuple) and _is_done(one)
    }
    known = [one for one in Strength if one.value in used or one is Strength.NONE]
    return known if len(known) >= ENOUGH else list(Strength)


def _instead(base: Base, channel: str) -> frozenset[str]:
    """The channels to which one ever sends customers: of any other, everybody knows better."""
    sent: dict[str, set[str]] = base.once("channel-does", lambda: _sends(base))
    return frozenset(sent.get(channel, ()))


def _sends(base: Base) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in base.of("offered"):
        route = one.source[1]
        if not _is_done(one) and route.instead:
            found.setdefault(route.channel, set()).add(route.instead)
    return found


def _done(base: Base, fact: Fact, strength: Strength) -> Option:
    _ = base.ground.words
    channel = fact.source[1].channel
    text = done_said(_, strength)
    value = ("done", strength.value)
    alike = (one for tier in base.near(fact) for one in tier if one.value == value)
    own = next((one.said for one in alike if one.source[1].channel == channel), Said(""))
    return _wrong(fact, text, value, own)


def _sent(base: Base, fact: Fact, other: str) -> Option:
    _ = base.ground.words
    text = sent_said(_, base.ground.title(other))
    there_too = base.get("offered", f"{fact.clause.item}.{other}")
    own = there_too.said if there_too else Said("")
    return _wrong(fact, text, ("elsewhere", other), own)


def _wrong(fact: Fact, text: Said, value: tuple[str, str], own: Said) -> Option:
    """A wrong answer; its reason says what is so done there, before what is right."""
    why = say("{own}{said}", own=_ended(own), said=_ended(fact.said))
    return Option(text, Claim("offered", fact.name, value), False, why, fact.clause)


def _ended(said: Said) -> Said:
    """A sentence with a stop: reasons are written as lines, with or without."""
    return Said(f"{said.bare}。", said.rests) if said.text else said


MODEL = Model("channel-does", "service", Level.APPLY, Form.SINGLE, 35, _drafts)
