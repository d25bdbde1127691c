"""Which lines of a dialogue or a ticket break the standard, where several do."""

from collections.abc import Iterator

from guifan.language.kinds.situation import Medium
from guifan.quiz.base import Base
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._acted import acted, lines, shown
from guifan.quiz.said import say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for situation, facts in acted(base):
        wrong = [one for one in facts if one.source.number and one.source.part.breaches]
        if len(wrong) <= 1:
            continue
        template = (
            _("{scene}\n有哪几栏填得不对？")
            if situation.medium is Medium.TICKET
            else _("{scene}\n员工有哪几句做错了？")
        )
        stem = say(template, scene=shown(base, situation))
        yield Draft(wrong[0], stem, lines(base, facts), sorted=True)


MODEL = Model("find-faults", "fault", Level.APPLY, Form.MULTIPLE, 75, _drafts)
