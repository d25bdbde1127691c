"""What is done for the customer when a norm was not kept."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._answers import among_siblings
from guifan.quiz.said import bare, say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("remedy"):
        norm, case = fact.source
        rule = bare(base.ground.text(norm, norm.rule))
        stem = say(_("规定是：{rule}。这一次没有做到，怎样补救？"), rule=rule)
        if case is not None:
            template = _("规定是：{rule}。这一次没有做到；{case}，怎样补救？")
            stem = say(template, rule=rule, case=case)
        yield among_siblings(base, fact, stem, "remedy", tall=3)


MODEL = Model("remedy", "remedy", Level.APPLY, Form.SINGLE, 40, _drafts)
