"""Why a phrase must not be said; the wrong reasons are those of other phrases."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.choosing import ALIKE, chosen
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._answers import ENOUGH, right
from guifan.quiz.models._spoken import asked_why, forbidden, near, scene, spoken
from guifan.quiz.said import say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in asked_why(base):
        key = right(fact)
        said = spoken(forbidden(fact).said)
        topic = f"{said}{forbidden(fact).item.title}"
        wrong = chosen(key, near(base, fact), 3, fact.name, tall=3, akin=topic, alike=ALIKE)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        stem = say(
            _("{scene}同事说了{said}，质检扣了分。这样说错在哪里？"),
            scene=scene(base, fact),
            said=said,
        )
        yield Draft(fact, stem, (key, *wrong.options), considered=wrong.considered)


MODEL = Model("why-not-said", "spoken", Level.UNDERSTAND, Form.SINGLE, 35, _drafts)
