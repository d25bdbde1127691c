"""Which moment counts as an event; the wrong moments are those that are taken for it."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import ENOUGH, right, siblings, taken_for
from guifan.quiz.said import bare, say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("moment"):
        key = right(fact)
        tiers = [[*_mistaken(base, fact)]]
        tiers += [[taken_for(fact, one) for one in tier] for tier in siblings(base, fact)[1:3]]
        wrong = chosen(key, tiers, 3, fact.name, tall=4)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        stem = say(_("到哪一刻才算「{event}」？"), event=base.ground.title(fact.name))
        options = (key, *wrong.options)
        yield Draft(fact, stem, options, considered=wrong.considered)


def _mistaken(base: Base, fact: Fact) -> Iterator[Option]:
    """What the standard itself says has not happened yet."""
    _ = base.ground.words
    title = base.ground.title(fact.name)
    for line in fact.source.not_yet:
        text = bare(base.ground.text(fact.source, line))
        why = say(_("这时还不算「{event}」。"), event=title)
        yield Option(text, Claim("moment", fact.name, text), False, why, fact.clause)


MODEL = Model("clock-moment", "limit", Level.UNDERSTAND, Form.SINGLE, 35, _drafts)
