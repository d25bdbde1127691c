"""How long a product is repaired free of charge."""

from collections.abc import Iterator
from itertools import chain

from guifan.quiz.base import Base
from guifan.quiz.choosing import ascending, chosen
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._answers import ENOUGH, formerly, right, siblings, taken_for
from guifan.quiz.said import say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("warranty"):
        key = right(fact)
        near = ([taken_for(fact, one) for one in tier] for tier in siblings(base, fact))
        wrong = chosen(key, chain([[*formerly(base, fact)]], near), 3, fact.name)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        service, since = fact.source
        stem = say(
            _("「{service}」：多久以内坏了免费修？（{since}起算）"),
            service=base.ground.title(service.id),
            since=since,
        )
        options = ascending((key, *wrong.options))
        yield Draft(fact, stem, options, sorted=True, considered=wrong.considered)


MODEL = Model("warranty", "service", Level.REMEMBER, Form.SINGLE, 25, _drafts)
