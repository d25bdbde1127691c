"""How an error that has happened is put right."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.choosing import ALIKE, RESTATED, blended
from guifan.quiz.fact import Claim
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import (
    CHAPTER,
    ENOUGH,
    formerly,
    right,
    siblings,
    taken_for,
)
from guifan.quiz.said import bare, say
from guifan.quiz.values import pairs


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("recovery"):
        procedure, fail = fact.source
        key = right(fact)
        # How other errors are mended, nearest first; what prevents this error, or finds it, does
        # not mend it, and stands out among what does.
        own, section, chapter = (
            [taken_for(fact, one) for one in tier] for tier in siblings(base, fact, reach=CHAPTER)
        )
        why = say(_("这样做防得住、查得出下一次，补不了已经出的这一次。{said}"), said=fact.said)
        late = [
            Option(text, Claim("recovery", fact.name, text), False, why, fact.clause)
            for raw in (fail.prevention, fail.detection)
            for text in (bare(base.ground.text(procedure, raw)),)
        ]
        stem = say(
            _("办「{procedure}」时出了这样的错：{fail}。现在怎样补救？"),
            procedure=base.ground.title(procedure.id),
            fail=fail.title,
        )
        # Of those farther off, such as speak of something that this error speaks of.
        chapter = [one for one in chapter if pairs(one.text.text) & pairs(fail.title)]
        near = [([*formerly(base, fact), *own, *section], ALIKE), (chapter, ALIKE)]
        wrong = blended(key, near, fact.name, stem.text)
        if len(wrong.options) < ENOUGH:
            wrong = blended(key, [*near, (late, RESTATED)], fact.name, stem.text)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        yield Draft(fact, stem, (key, *wrong.options), considered=wrong.considered)


MODEL = Model("recovery", "recovery", Level.APPLY, Form.SINGLE, 40, _drafts)
