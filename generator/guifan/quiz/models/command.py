"""Who commands the answer to an emergency of a grade."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.fact import Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._answers import ENOUGH, formerly, post, posts, right
from guifan.quiz.said import say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    seen: set[tuple[str, object]] = set()
    for fact in base.of("command"):
        playbook, grade = fact.source
        # The same ladder of commanders stands in every playbook: one question a post is enough.
        if (grade.text, fact.value) in seen:
            yield Gap(fact, "asked-elsewhere")
            continue
        seen.add((grade.text, fact.value))
        beside = (post(base, fact, one) for one in _others(base, fact))
        near = (post(base, fact, name) for name in posts(base, str(fact.value)))
        wrong = chosen(right(fact), (formerly(base, fact), beside, near), 3, fact.name)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        title = base.ground.title(playbook.id)
        stem = say(_("「{playbook}」定为{grade}。谁来指挥？"), playbook=title, grade=grade)
        options = (right(fact), *wrong.options)
        yield Draft(fact, stem, options, considered=wrong.considered)


def _others(base: Base, fact: Fact) -> list[str]:
    """Those who command at the other grades of the playbook."""
    facts = (one for one in base.of("command") if one.clause.item == fact.clause.item)
    return [str(one.value) for one in facts if one.value != fact.value]


MODEL = Model("command", "emergency", Level.REMEMBER, Form.SINGLE, 25, _drafts)
