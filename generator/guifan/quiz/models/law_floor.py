"""What the law asks, told apart from what the company promises."""

from collections.abc import Iterator
from itertools import chain

from guifan.language.kinds.limit import Bound
from guifan.quiz.base import Base
from guifan.quiz.choosing import ascending, chosen
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import ENOUGH, formerly, right, siblings, taken_for
from guifan.quiz.said import say
from guifan.quiz.values import near_in_size

_OFTEN = 20
"""How many times as much or as little a number may be, to be taken for the law's."""


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("floor"):
        law, floor, _own = fact.source
        key = right(fact)

        def fits(other: Fact, fact: Fact = fact) -> bool:
            alike = getattr(fact.value, "dimension", 0) == getattr(other.value, "dimension", 1)
            return alike and near_in_size(fact.value, other.value, _OFTEN)

        near = ([taken_for(fact, one) for one in tier] for tier in siblings(base, fact, fits))
        wrong = chosen(
            key, chain(([*_promised(base, fact)], [*formerly(base, fact)]), near), 3, fact.name
        )
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        bound = _("至少") if floor.bound is Bound.AT_LEAST else _("最多")
        where = f"（{floor.applies.rstrip('。')}）" if floor.applies else ""
        stem = say(
            _("「{title}」{where}，《{law}》定的{bound}是多少？（问法定的数，不是公司的承诺）"),
            law=law.short,
            title=floor.title,
            where=where,
            bound=bound,
        )
        options = ascending((key, *wrong.options))
        yield Draft(fact, stem, options, sorted=True, considered=wrong.considered)


def _promised(base: Base, fact: Fact) -> Iterator[Option]:
    """What the company's own limits say, where they are stricter."""
    for limit in fact.source[2]:
        own = base.get("limit", limit.id)
        if own is not None:
            claim = Claim("floor", fact.name, own.value)
            yield Option(own.value_said, claim, False, own.said, own.clause)


MODEL = Model("law-floor", "law", Level.UNDERSTAND, Form.SINGLE, 30, _drafts)
