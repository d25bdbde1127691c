"""What is done for the customer when a norm was not kept."""

from collections.abc import Iterator
from itertools import chain

from guifan.quiz.base import Base
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._answers import (
    CHAPTER,
    ENOUGH,
    among_slips,
    formerly,
    mistaken,
    right,
    siblings,
    taken_for,
)
from guifan.quiz.said import bare, say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("remedy"):
        norm, case, slips = fact.source
        rule = bare(base.ground.text(norm, norm.rule))
        stem = say(_("规定是：{rule}。这一次没有做到，怎样补救？"), rule=rule)
        if case is not None:
            template = _("规定是：{rule}。这一次没有做到；{case}，怎样补救？")
            stem = say(template, rule=rule, case=case)
        mine = [mistaken(fact, one) for one in slips]
        near = (
            [taken_for(fact, one) for one in tier] for tier in siblings(base, fact, reach=CHAPTER)
        )
        tiers = chain([[*formerly(base, fact)]], near)
        key = right(fact)
        wrong = among_slips(key, mine, tiers, f"remedy {fact.name}", stem.text)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        yield Draft(fact, stem, (key, *wrong.options), considered=wrong.considered)


MODEL = Model("remedy", "remedy", Level.APPLY, Form.SINGLE, 40, _drafts)
