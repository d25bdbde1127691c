"""Which kind of personal data has an effect when the customer withdraws consent to its use.

Asked the other way round, what the effect is, every question would have the same few answers.
"""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import ENOUGH, siblings
from guifan.quiz.said import say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("withdrawal"):
        key = _withdrawn(base, fact, fact)
        tiers = (
            [_withdrawn(base, fact, one) for one in tier if one.value is not fact.value]
            for tier in siblings(base, fact)
        )
        wrong = chosen(key, tiers, 3, fact.name)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        template = _("客户来撤回同意。撤回下面哪一样的，结果是「{effect}」？")
        stem = say(template, effect=fact.value_said)
        yield Draft(fact, stem, (key, *wrong.options), considered=wrong.considered)


def _withdrawn(base: Base, fact: Fact, one: Fact) -> Option:
    """The data of a fact, as what has the effect that is asked about."""
    claim = Claim("withdrawal", one.name, fact.value)
    return Option(base.ground.title(one.name), claim, one is fact, one.said, one.clause)


MODEL = Model("withdrawal", "data", Level.APPLY, Form.SINGLE, 30, _drafts)
