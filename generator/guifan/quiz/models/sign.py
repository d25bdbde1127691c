"""Of which grade an emergency is at least, by what is seen."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.fact import Claim
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import beside
from guifan.quiz.said import say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    # No sight is ever the gravest by itself: a grade that is never right is no answer.
    grades = {one.value for one in base.of("sign")}
    for fact in base.of("sign"):
        playbook, sees = fact.source
        options = tuple(
            Option(
                base.ground.member("event-grade", one),
                Claim("sign", fact.name, one),
                one == fact.value,
                fact.said if one == fact.value else beside(base, fact, one),
                fact.clause,
            )
            for one in base.ground.corpus.members("event-grade")
            if one in grades
        )
        title = base.ground.title(playbook.id)
        template = _("值班时得知：{sees}。照「{playbook}」，数还没有出来，先至少按哪一级？")
        if any(one.text.text in title.text for one in options):
            # 「重大活动保障」 would say 重大.
            template = _("值班时得知：{sees}。照预案，数还没有出来，先至少按哪一级？")
        stem = say(template, sees=sees, playbook=title)
        yield Draft(fact, stem, options, sorted=True)


MODEL = Model("sign", "emergency", Level.APPLY, Form.SINGLE, 30, _drafts)
