"""Which post may see a kind of personal data."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from guifan.quiz.base import Base
from guifan.quiz.choosing import drawn
from guifan.quiz.fact import Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import ENOUGH, post, right, tells_least
from guifan.quiz.said import say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    may_see = Counter(str(one.value) for one in base.of("access"))
    kinds: dict[str, list[Fact]] = {}
    for fact in base.of("access"):
        kinds.setdefault(fact.clause.item, []).append(fact)
    for name, facts in kinds.items():
        # Whoever may see nearly everything is right wherever he is named.
        some = [one for one in facts if may_see[str(one.value)] < _NEARLY_ALL * len(kinds)]
        fact = tells_least(base.ground.title(name), some or facts, "access")
        may = {one.value for one in facts}
        barred = [_barred(base, fact, one) for one in may_see if one not in may]
        wrong = drawn(right(fact), barred, name, lambda one: may_see[str(one.claim.value)])
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        title = base.ground.title(name)
        stem = say(_("几位同事都要查看客户的「{data}」，只有一位可以看。是谁？"), data=title)
        options = (right(fact), *wrong.options)
        yield Draft(fact, stem, options, considered=wrong.considered)


_NEARLY_ALL = 0.8


def _barred(base: Base, fact: Fact, name: str) -> Option:
    """A post that may not see it."""
    _ = base.ground.words
    option = post(base, fact, name)
    data = base.ground.title(fact.clause.item)
    why = say(_("{post}不能看「{data}」；{said}"), post=option.text, data=data, said=fact.said)
    return replace(option, why=why)


MODEL = Model("data-access", "data", Level.UNDERSTAND, Form.SINGLE, 25, _drafts)
