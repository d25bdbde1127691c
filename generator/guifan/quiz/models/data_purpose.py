"""What a kind of personal data may be used for."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option, digest
from guifan.quiz.models._answers import ENOUGH, right
from guifan.quiz.said import say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    kinds: dict[str, list[Fact]] = {}
    for fact in base.of("purpose"):
        kinds.setdefault(fact.clause.item, []).append(fact)
    for name, facts in kinds.items():
        fact = min(facts, key=lambda one: digest(one.name, "purpose"))
        lawful = {one.value for one in facts}
        others = [
            Option(
                base.ground.member("data-purpose", one),
                Claim("purpose", fact.name, one),
                False,
                fact.said,
                fact.clause,
            )
            for one in base.ground.corpus.members("data-purpose")
            if one not in lawful
        ]
        wrong = chosen(right(fact), (others,), 3, name)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        stem = say(
            _("客户的「{data}」收来是有目的的。拿它做下面哪一件，还在目的以内？"),
            data=base.ground.title(name),
        )
        options = (right(fact), *wrong.options)
        yield Draft(fact, stem, options, considered=wrong.considered)


MODEL = Model("data-purpose", "data", Level.UNDERSTAND, Form.SINGLE, 30, _drafts)
