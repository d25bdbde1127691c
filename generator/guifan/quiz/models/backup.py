"""Whom to call when the first does not answer."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._answers import ENOUGH, formerly, post, right
from guifan.quiz.said import say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("backup"):
        playbook, contact = fact.source
        named = dict.fromkeys(name for one in playbook.contacts for name in (one.role, one.backup))
        others = (
            post(base, fact, name) for name in named if name not in (contact.role, fact.value)
        )
        wrong = chosen(right(fact), (formerly(base, fact), others), 3, fact.name)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        stem = say(
            _("按「{playbook}」预案打电话给{first}，{wait}没有接通。换谁？"),
            playbook=base.ground.title(playbook.id),
            first=base.ground.title(contact.role),
            wait=base.ground.quantity(playbook, contact.wait),
        )
        options = (right(fact), *wrong.options)
        yield Draft(fact, stem, options, considered=wrong.considered)


MODEL = Model("backup", "emergency", Level.REMEMBER, Form.SINGLE, 25, _drafts)
