"""What to do next in a procedure, in the case at hand."""

from collections.abc import Iterator
from itertools import chain

from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import ENOUGH, formerly, right, taken_for
from guifan.quiz.said import bare, quoted, say
from guifan.quiz.values import likeness


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("next-step"):
        procedure, step, branch = fact.source
        key = right(fact)
        beside = [
            taken_for(fact, one)
            for one in base.of("next-step")
            if one.source[0] is procedure and one.source[1] is step and one is not fact
        ]
        template = _("「{procedure}」办到「{step}」这一步，情形是{when}。接着怎么办？")
        if len(step.branches) == 1:
            # A step that always goes on the same way says little by that: 登记好.
            template = _("「{procedure}」办到「{step}」这一步（{do}），情形是{when}。接着怎么办？")
        stem = say(
            template,
            procedure=base.ground.title(procedure.id),
            step=step.title,
            do=bare(base.ground.text(procedure, step.do)),
            when=quoted(base.ground.text(procedure, branch.when)),
        )
        others = (
            [one for one in tier if likeness(key.text.text, one.text.text) < _ALIKE]
            for tier in (beside, _steps(base, fact))
        )
        tiers = chain((formerly(base, fact),), others)
        wrong = chosen(key, tiers, 3, fact.name, akin=stem.text)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        yield Draft(fact, stem, (key, *wrong.options), considered=wrong.considered)


def _steps(base: Base, fact: Fact) -> Iterator[Option]:
    """The other steps of the procedure."""
    procedure, step, _branch = fact.source
    for other in procedure.steps:
        if other is not step:
            text = bare(base.ground.text(procedure, other.do))
            yield Option(text, Claim(fact.sort, fact.name, other.id), False, fact.said, fact.clause)


_ALIKE = 0.5
"""From which likeness on two steps are one and the same deed, done by another post."""


MODEL = Model("next-step", "procedure", Level.APPLY, Form.SINGLE, 45, _drafts)
