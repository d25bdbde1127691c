"""Which of four phrases may be said; the others are forbidden."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._answers import ENOUGH
from guifan.quiz.models._spoken import asks_what_to_say, near, phrase, scene
from guifan.quiz.said import say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for never in base.of("phrase"):
        if never.value or not asks_what_to_say(never) or not never.name.endswith("-1"):
            continue
        fact = base.get("phrase", never.name.replace(".never-", ".instead-"))
        if fact is None:
            continue
        key = phrase(fact, asked=True)
        wrong = chosen(key, near(base, fact, may_be_said=False), 3, fact.name, tall=5)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        scene_said = scene(base, fact)
        stem = say(_("{scene}哪一句可以照着说？"), scene=scene_said)
        yield Draft(fact, stem, (key, *wrong.options), considered=wrong.considered)


MODEL = Model("phrase-to-say", "spoken", Level.APPLY, Form.SINGLE, 35, _drafts)
