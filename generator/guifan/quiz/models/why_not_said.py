"""Why a phrase must not be said; the wrong reasons are those of other phrases."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.choosing import ALIKE, chosen
from guifan.quiz.fact import Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._answers import ENOUGH, right
from guifan.quiz.models._spoken import asked_why, forbidden, heard_of, near, spoken
from guifan.quiz.said import Said, say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in asked_why(base):
        key = right(fact)
        topic = f"{forbidden(fact).said}{forbidden(fact).item.title}"
        tiers = (near(base, fact, _elsewhere),)
        wrong = chosen(key, tiers, 3, fact.name, tall=3, akin=topic, alike=ALIKE)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        stem = say(_("{heard}这样说错在哪里？"), heard=heard_of(base, fact))
        yield Draft(fact, stem, (key, *wrong.options), considered=wrong.considered)


def _elsewhere(base: Base, fact: Fact) -> Said:
    """Of which other phrase a reason holds."""
    _ = base.ground.words
    never, title = spoken(forbidden(fact).said), base.ground.title(fact.clause.item)
    return say(_("这是另一句话{never}的毛病（「{title}」）。"), never=never, title=title)


MODEL = Model("why-not-said", "spoken", Level.UNDERSTAND, Form.SINGLE, 35, _drafts)
