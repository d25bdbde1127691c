"""How much a limit is, as a number to be given."""

import re
from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._amounts import asked, is_asked_as_a_case
from guifan.quiz.models._answers import right
from guifan.quiz.models._due import narrowed
from guifan.quiz.models.limit_value import is_chosen_among, weighed
from guifan.quiz.said import say
from guifan.temporal.measure import Measure

_NUMBER_UNIT = re.compile(r"[0-9][0-9,.]* ?(?P<unit>[^0-9 –].*)")


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("limit"):
        if is_asked_as_a_case(fact) or is_chosen_among(base, fact):
            continue
        written = _NUMBER_UNIT.fullmatch(fact.value_said.text)
        if written is None or not isinstance(fact.value, Measure):
            yield Gap(fact, "no-plain-number")
            continue
        template = _("{question}（填数字，单位：{unit}）")
        stem = say(template, question=asked(base, fact), unit=written["unit"])
        names = narrowed(base, fact)
        yield Draft(fact, stem, (right(fact),), names=names, considered=weighed(base, fact))


MODEL = Model("limit-number", "limit", Level.REMEMBER, Form.NUMERIC, 25, _drafts)
