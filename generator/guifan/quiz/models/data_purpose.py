"""What a kind of personal data may be used for."""

from collections import Counter
from collections.abc import Iterator

from guifan.language.kinds.data_item import Basis
from guifan.quiz.base import Base
from guifan.quiz.choosing import drawn
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import ENOUGH, beside, right, tells_least
from guifan.quiz.said import say
from guifan.quiz.values import likeness


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    serves = Counter(one.value for one in base.of("purpose"))
    kinds: dict[str, list[Fact]] = {}
    for fact in base.of("purpose"):
        kinds.setdefault(fact.clause.item, []).append(fact)
    for name, facts in kinds.items():
        fact = tells_least(base.ground.title(name), facts, "purpose")
        if likeness(base.ground.title(name).text, fact.value_said.text) >= _ECHO:
            yield Gap(fact, "stem-key-echo")
            continue
        lawful = {one.value for one in facts}
        others = [
            Option(
                base.ground.member("data-purpose", one),
                Claim("purpose", fact.name, one),
                False,
                beside(base, fact, one),
                fact.clause,
            )
            for one in base.ground.corpus.members("data-purpose")
            if one not in lawful and one != _ALWAYS
        ]
        wrong = drawn(right(fact), others, name, lambda one: serves[one.claim.value])
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        stem = say(
            _("客户的「{data}」收来是有目的的。拿它做下面哪一件，还在目的以内？"),
            data=base.ground.title(name),
        )
        options = (right(fact), *wrong.options)
        yield Draft(fact, stem, options, considered=wrong.considered)


_ECHO = 0.25
"""From which share of common pairs of characters on the data's name tells its purpose."""

_ALWAYS = Basis.LEGAL_DUTY.value
"""A purpose of this name is no wrong answer: what a law demands may be done with any data."""


MODEL = Model("data-purpose", "data", Level.UNDERSTAND, Form.SINGLE, 30, _drafts)
