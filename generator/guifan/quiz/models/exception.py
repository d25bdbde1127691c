"""What to do in a case in which a norm does not hold."""

from collections.abc import Iterator
from itertools import chain

from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option, digest
from guifan.quiz.models._answers import CHAPTER, ENOUGH, SECTION, right, siblings, taken_for
from guifan.quiz.said import Said, bare, say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in _one_a_norm(base):
        norm, case = fact.source
        key = right(fact)
        as_ever = Said(_("没有例外，照规定办"))
        claim = Claim("exception", fact.name, as_ever)
        strict = Option(as_ever, claim, False, fact.said, fact.clause)
        near = (
            [taken_for(fact, one) for one in tier]
            for tier in siblings(base, fact, beyond=SECTION, reach=CHAPTER)
        )
        # Half of the time, lest whoever has seen it wrong once never picks it again.
        rigid = [strict] if int(digest(fact.name, "strict"), 16) % 2 else []
        wrong = chosen(key, chain((rigid,), near), 3, fact.name, akin=True)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        rule = bare(base.ground.text(norm, norm.rule))
        stem = say(_("规定是：{rule}。这一次，{case}。怎么办？"), rule=rule, case=case)
        yield Draft(fact, stem, (key, *wrong.options), considered=wrong.considered)


def _one_a_norm(base: Base) -> list[Fact]:
    """One exception of each norm: several of one would give each other away."""
    found: dict[str, Fact] = {}
    for fact in base.of("exception"):
        best = found.setdefault(fact.clause.item, fact)
        if digest(fact.name, "exception") < digest(best.name, "exception"):
            found[fact.clause.item] = fact
    return list(found.values())


MODEL = Model("exception", "exception", Level.APPLY, Form.SINGLE, 40, _drafts)
