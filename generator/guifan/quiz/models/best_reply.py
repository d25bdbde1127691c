"""Which of several replies to a customer keeps to the standard."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.fact import Claim
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._acted import acted, shown
from guifan.quiz.said import quoted, say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for situation, facts in acted(base):
        if not situation.replies:
            continue
        replies = [one for one in facts if not one.source.number]
        options = tuple(
            Option(
                quoted(one.value_said),
                Claim("line", one.name, True),
                one.source.part.right,
                one.said,
                one.clause,
            )
            for one in replies
        )
        right = next(one for one in replies if one.source.part.right)
        stem = say(_("{scene}\n接下来怎样答？"), scene=shown(base, situation))
        yield Draft(right, stem, options)


MODEL = Model("best-reply", "reply", Level.APPLY, Form.SINGLE, 60, _drafts)
