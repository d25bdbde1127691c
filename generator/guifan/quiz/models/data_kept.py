"""How long a kind of personal data is kept."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from guifan.quiz.base import Base
from guifan.quiz.choosing import ascending, chosen, drawn
from guifan.quiz.fact import Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._answers import ENOUGH, formerly, right, siblings, taken_for
from guifan.quiz.said import bare, rests, say
from guifan.quiz.values import near_in_size


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    lengths = Counter(one.value for one in base.of("kept"))
    for fact in base.of("kept"):
        key = right(fact)
        near = [
            taken_for(fact, one)
            for tier in siblings(base, fact, partial(_near, fact))
            for one in tier
        ]
        wrong = drawn(key, near, fact.name, lambda one: lengths[one.claim.value])
        if former := [*formerly(base, fact)]:
            wrong = chosen(key, (former, wrong.options), 3, fact.name)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        stem = say(
            _("客户的「{data}」，从{since}起，保存多久？"),
            data=base.ground.title(fact.name),
            since=bare(base.ground.text(fact.source, fact.source.keep_from)),
        )
        options = ascending((key, *wrong.options))
        # How often each length is right anywhere weighs on the choice.
        considered = wrong.considered | rests(one.said for one in base.of("kept"))
        yield Draft(fact, stem, options, sorted=True, considered=considered)


def _near(fact: Fact, other: Fact) -> bool:
    return near_in_size(fact.value, other.value)


MODEL = Model("data-kept", "data", Level.REMEMBER, Form.SINGLE, 25, _drafts)
