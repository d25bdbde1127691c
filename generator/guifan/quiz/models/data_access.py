"""Which post may see a kind of personal data."""

from collections.abc import Iterator
from dataclasses import replace

from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.fact import Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import ENOUGH, post, posts, right, tells_least
from guifan.quiz.said import say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    everyone = tuple(dict.fromkeys(str(one.value) for one in base.of("access")))
    kinds: dict[str, list[Fact]] = {}
    for fact in base.of("access"):
        kinds.setdefault(fact.clause.item, []).append(fact)
    for name, facts in kinds.items():
        fact = tells_least(base.ground.title(name), facts, "access")
        may = {one.value for one in facts}
        front = [one for one in base.ground.frontline if one not in may]
        others = [one for one in everyone if one not in may]
        near = [one for one in posts(base, str(fact.value)) if one not in may]
        tiers = ([_barred(base, fact, one) for one in some] for some in (near, front, others))
        wrong = chosen(right(fact), tiers, 3, name)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        title = base.ground.title(name)
        stem = say(_("几位同事都要查看客户的「{data}」，只有一位可以看。是谁？"), data=title)
        options = (right(fact), *wrong.options)
        yield Draft(fact, stem, options, considered=wrong.considered)


def _barred(base: Base, fact: Fact, name: str) -> Option:
    """A post that may not see it."""
    _ = base.ground.words
    option = post(base, fact, name)
    data = base.ground.title(fact.clause.item)
    why = say(_("{post}不能看「{data}」；{said}"), post=option.text, data=data, said=fact.said)
    return replace(option, why=why)


MODEL = Model("data-access", "data", Level.UNDERSTAND, Form.SINGLE, 25, _drafts)
