"""Which moment counts as an event; the wrong moments are those that are taken for it."""

from collections.abc import Iterator
from dataclasses import replace

from guifan.quiz.base import Base
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import (
    CHAPTER,
    ENOUGH,
    SECTION,
    beside_slips,
    formerly,
    right,
    siblings,
    taken_for,
)
from guifan.quiz.said import Said, bare, say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("moment"):
        key = _moment(right(fact))
        mistaken = [*_mistaken(base, fact)]
        near = (
            [_moment(taken_for(fact, one)) for one in tier]
            for tier in siblings(base, fact, beyond=SECTION, reach=CHAPTER)
        )
        past = [_moment(one) for one in formerly(base, fact)]
        topic = f"{base.ground.title(fact.name)}{key.text}"
        wrong = beside_slips(key, (*past, *mistaken), near, fact.name, tall=4, akin=topic)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        stem = say(_("到哪一刻才算「{event}」？"), event=base.ground.title(fact.name))
        options = (key, *wrong.options)
        yield Draft(fact, stem, options, considered=wrong.considered)


def _moment(option: Option) -> Option:
    """What happens, without the word that it is a moment: what has not happened lacks it."""
    text = Said(option.text.text.replace("的时刻", ""), option.text.rests)
    return replace(option, text=text)


def _mistaken(base: Base, fact: Fact) -> Iterator[Option]:
    """What the standard itself says has not happened yet."""
    _ = base.ground.words
    title = base.ground.title(fact.name)
    for line in fact.source.not_yet:
        text = bare(base.ground.text(fact.source, line))
        why = say(_("这时还不算「{event}」。"), event=title)
        yield Option(text, Claim("moment", fact.name, text), False, why, fact.clause)


MODEL = Model("clock-moment", "moment", Level.UNDERSTAND, Form.SINGLE, 35, _drafts)
