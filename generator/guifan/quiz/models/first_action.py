"""What is done at once in an emergency."""

from collections.abc import Iterator
from dataclasses import replace

from guifan.quiz.base import Base
from guifan.quiz.choosing import spread
from guifan.quiz.fact import Claim
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import ENOUGH, right
from guifan.quiz.said import say

_AT_ONCE = 0
_SOON = 30 * 60


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    facts = base.of("emergency-course")
    for fact in facts:
        if fact.value != _AT_ONCE:
            continue
        key = right(fact)
        soon: list[Option] = []
        late: list[Option] = []
        for one in facts:
            if one.clause.item == fact.clause.item and one.value != _AT_ONCE:
                assert isinstance(one.value, int)
                claim = Claim(one.sort, one.name, _AT_ONCE)
                option = replace(right(one), claim=claim, right=False)
                (soon if one.value <= _SOON else late).append(option)
        # What comes soonest after is the likeliest to be taken for what comes first.
        wrong = spread(key, (soon, late), fact.name, lambda one: len(one.text.text))
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        stem = say(
            _("按「{playbook}」预案，一发现就要做、一分钟也不等的是哪一件？"),
            playbook=base.ground.title(fact.clause.item),
        )
        yield Draft(fact, stem, (key, *wrong.options))


MODEL = Model("first-action", "emergency", Level.APPLY, Form.SINGLE, 30, _drafts)
