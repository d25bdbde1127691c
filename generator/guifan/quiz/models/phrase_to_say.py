"""What to say instead of what a colleague said."""

from collections.abc import Iterator
from dataclasses import replace

from guifan.quiz.base import Base
from guifan.quiz.choosing import ALIKE, chosen
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import ENOUGH, right
from guifan.quiz.models._spoken import asked_what_instead, forbidden, near, scene, spoken
from guifan.quiz.said import say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in asked_what_instead(base):
        key = _quoted(right(fact))
        tiers = ([_quoted(one) for one in tier] for tier in near(base, fact))
        said = spoken(forbidden(fact).said)
        topic = f"{said}{forbidden(fact).item.title}"
        wrong = chosen(key, tiers, 3, fact.name, tall=4, akin=topic, alike=ALIKE)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        stem = say(
            _("{scene}同事说了{said}，质检扣了分。应当改说哪一句？"),
            scene=scene(base, fact),
            said=said,
        )
        yield Draft(fact, stem, (key, *wrong.options), considered=wrong.considered)


def _quoted(option: Option) -> Option:
    return replace(option, text=spoken(option.text))


MODEL = Model("phrase-to-say", "spoken", Level.APPLY, Form.SINGLE, 40, _drafts)
