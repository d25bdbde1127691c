"""Situations as a question shows them: the scene, then its numbered lines."""

from collections.abc import Iterator

from guifan.language.kinds.message import Speaker
from guifan.language.kinds.situation import Medium, Situation
from guifan.quiz.base import Base
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Option
from guifan.quiz.said import Said, rests, say

NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫"
"""How lines are numbered, lest a number be taken for one that is spoken of."""


def acted(base: Base) -> Iterator[tuple[Situation, list[Fact]]]:
    """Every situation in force with the facts of its lines and replies."""
    found: dict[str, list[Fact]] = {}
    for fact in base.of("line"):
        found.setdefault(fact.source.situation.id, []).append(fact)
    for facts in found.values():
        yield facts[0].source.situation, facts


def shown(base: Base, situation: Situation) -> Said:
    """The scene and its lines, one below the other."""
    _ = base.ground.words
    scene = base.ground.text(situation, situation.situation)
    lines = [
        say(
            "{number} {who}{says}",
            number=number,
            who=_who(base, situation, turn.who),
            says=base.ground.text(situation, turn.says),
        )
        for number, turn in zip(NUMBERS, situation.turns, strict=False)
    ]
    return Said("\n".join([scene.text, *(one.text for one in lines)]), rests((scene, *lines)))


def _who(base: Base, situation: Situation, who: Speaker) -> str:
    """Who speaks; of a ticket nobody does."""
    _ = base.ground.words
    if situation.medium is Medium.TICKET and who is Speaker.AGENT:
        return ""
    return _("{who}：").format(who=_(who.label))


def lines(base: Base, facts: list[Fact]) -> tuple[Option, ...]:
    """An answer for each of our own lines: that it breaks a clause."""
    _ = base.ground.words
    is_ticket = facts[0].source.situation.medium is Medium.TICKET
    name = _("第{number}栏") if is_ticket else _("第{number}句")
    return tuple(
        Option(
            Said(name.format(number=NUMBERS[one.source.number - 1])),
            Claim("line", one.name, False),
            bool(one.source.part.breaches),
            one.said,
            one.clause,
        )
        for one in facts
    )
