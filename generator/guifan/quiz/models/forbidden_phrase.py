"""Which of four phrases must not be said; the others are recommended."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._answers import ENOUGH
from guifan.quiz.models._spoken import asks_what_to_say, near, phrase, scene
from guifan.quiz.said import say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("phrase"):
        if fact.value or asks_what_to_say(fact) or not fact.name.endswith("-1"):
            continue
        key = phrase(fact, asked=False)
        wrong = chosen(key, near(base, fact, may_be_said=True), 3, fact.name, tall=5)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        stem = say(_("{scene}质检听到下面几句，哪一句要扣分？"), scene=scene(base, fact))
        yield Draft(fact, stem, (key, *wrong.options), considered=wrong.considered)


MODEL = Model("forbidden-phrase", "spoken", Level.APPLY, Form.SINGLE, 35, _drafts)
