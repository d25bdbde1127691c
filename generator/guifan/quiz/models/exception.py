"""When a norm does not hold, and what is done then."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.fact import Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._answers import ENOUGH, right, siblings, taken_for
from guifan.quiz.said import bare, say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("exception"):
        if not fact.name.endswith(".1"):
            continue
        key = right(fact)

        def fits(other: Fact, fact: Fact = fact) -> bool:
            return other.subject != fact.subject

        near = siblings(base, fact, fits)[1:3]
        tiers = ([taken_for(fact, one) for one in tier] for tier in near)
        wrong = chosen(key, tiers, 3, fact.name, tall=2.5)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        rule = bare(base.ground.text(fact.source, fact.source.rule))
        stem = say(_("规定是：{rule}。哪一条是它的例外？"), rule=rule)
        yield Draft(fact, stem, (key, *wrong.options), considered=wrong.considered)


MODEL = Model("exception", "norm", Level.UNDERSTAND, Form.SINGLE, 40, _drafts)
