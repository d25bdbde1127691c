"""What to do in a case in which a norm does not hold."""

from collections.abc import Iterator
from itertools import chain

from guifan.quiz.base import Base
from guifan.quiz.choosing import ALIKE
from guifan.quiz.fact import Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option, digest
from guifan.quiz.models._answers import (
    ENOUGH,
    SECTION,
    among_slips,
    formerly,
    mistaken,
    right,
    siblings,
    taken_for,
)
from guifan.quiz.said import bare, say
from guifan.quiz.values import likeness


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in _one_a_norm(base):
        norm, case, slips = fact.source
        key = right(fact)
        rule = bare(base.ground.text(norm, norm.rule))
        stem = say(_("规定是：{rule}。这一次的情形：{case}。按规定怎么办？"), rule=rule, case=case)
        mine = [mistaken(fact, one) for one in slips]
        tiers = chain([[*formerly(base, fact)]], _near(base, fact))
        wrong = among_slips(key, mine, tiers, fact.name, stem.text)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        yield Draft(fact, stem, (key, *wrong.options), considered=wrong.considered)


def _near(base: Base, fact: Fact) -> Iterator[list[Option]]:
    """What the same posts do in other cases: of the chapter, then of any.

    What is done in a like case, or of the same norm, may be right in this one too.
    """

    def fits(other: Fact) -> bool:
        bound = not fact.roles or bool(set(other.roles) & set(fact.roles))
        return bound and likeness(str(other.source[1]), str(fact.source[1])) < ALIKE

    section, chapter, others = siblings(base, fact, fits, beyond=SECTION)
    for tier in (section + chapter, others):
        yield [taken_for(fact, one) for one in tier]


def _one_a_norm(base: Base) -> list[Fact]:
    """One exception of each norm, with its mistakes if any: several give each other away."""
    found: dict[str, Fact] = {}
    for fact in base.of("exception"):
        best = found.setdefault(fact.clause.item, fact)
        found[fact.clause.item] = min(best, fact, key=_preferred)
    return list(found.values())


def _preferred(fact: Fact) -> tuple[bool, str]:
    return not fact.source[2], digest(fact.name, "exception")


MODEL = Model("exception", "exception", Level.APPLY, Form.SINGLE, 40, _drafts)
