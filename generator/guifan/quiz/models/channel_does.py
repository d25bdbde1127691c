"""Whether a business is done on the channel where the customer is, and how; else where to."""

from collections.abc import Iterator

from guifan.language.kinds.channel import Strength
from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.facts.offered import done_said
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option, digest
from guifan.quiz.models._answers import ENOUGH, formerly, right
from guifan.quiz.said import Said, say

_DONE_HERE = 2
"""How many of the channels that do a business are asked about."""


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    services: dict[str, list[Fact]] = {}
    for fact in base.of("offered"):
        services.setdefault(fact.clause.item, []).append(fact)
    for facts in services.values():
        done = [one for one in facts if _is_done(one)]
        some = sorted(done, key=lambda one: digest(one.name, "channel"))[:_DONE_HERE]
        for fact in facts:
            if fact in some or not _is_done(fact):
                yield _draft(base, fact, facts)


def _is_done(fact: Fact) -> bool:
    return isinstance(fact.value, tuple) and fact.value[0] == "done"


def _draft(base: Base, fact: Fact, facts: list[Fact]) -> Draft | Gap:
    _ = base.ground.words
    service, route = fact.source
    key = right(fact)
    strengths = [_done(base, fact, one) for one in _known(base, route.channel)]
    # Sent to another channel that does it too, a customer is not sent wrongly.
    elsewhere = [
        _sent(base, fact, one.source[1].channel)
        for one in facts
        if one is not fact and (_is_done(fact) or not _is_done(one))
    ]
    # Of each sort of answer two where there are, so that the key is not the only one of its sort.
    first = sorted(elsewhere, key=lambda one: digest(fact.name, one.text.text))
    tiers = (first[:2], strengths) if _is_done(fact) else (first[:1], strengths, first)
    wrong = chosen(key, ([*formerly(base, fact)], *tiers), 3, fact.name)
    if len(wrong.options) < ENOUGH:
        return Gap(fact, "no-siblings")
    stem = say(
        _("{channel}，有客户要办「{service}」。怎么答他？"),
        channel=base.ground.title(route.channel),
        service=base.ground.title(service.id),
    )
    return Draft(fact, stem, (key, *wrong.options), considered=wrong.considered)


def _known(base: Base, channel: str) -> list[Strength]:
    """The ways in which a channel ever identifies customers: no text message shows papers."""
    used = {
        one.value[1]
        for one in base.of("offered")
        if one.source[1].channel == channel and isinstance(one.value, tuple) and _is_done(one)
    }
    known = [one for one in Strength if one.value in used or one is Strength.NONE]
    return known if len(known) >= ENOUGH else list(Strength)


def _done(base: Base, fact: Fact, strength: Strength) -> Option:
    _ = base.ground.words
    text = done_said(_, base.ground.title(fact.source[1].channel), strength)
    return _wrong(fact, text, ("done", strength.value))


def _sent(base: Base, fact: Fact, other: str) -> Option:
    _ = base.ground.words
    here, there = base.ground.title(fact.source[1].channel), base.ground.title(other)
    text = say(_("{channel}不办，请客户改走{other}"), channel=here, other=there)
    return _wrong(fact, text, ("elsewhere", other))


def _wrong(fact: Fact, text: Said, value: tuple[str, str]) -> Option:
    return Option(text, Claim("offered", fact.name, value), False, fact.said, fact.clause)


MODEL = Model("channel-does", "service", Level.APPLY, Form.SINGLE, 35, _drafts)
