"""Who grants what has no sum."""

from collections.abc import Iterator

from guifan.language.kinds.limit import Limit
from guifan.language.kinds.role import Role
from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.fact import Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._answers import ENOUGH, formerly, post, posts, right
from guifan.quiz.said import Said, bare, say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    for fact in base.of("approver"):
        key = right(fact)
        near = (post(base, fact, name) for name in posts(base, str(fact.value)))
        others = (post(base, fact, name) for name in _alike(base, fact))
        wrong = chosen(key, (formerly(base, fact), near, others), 3, fact.name)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        yield Draft(fact, _stem(base, fact), (key, *wrong.options), considered=wrong.considered)


def _alike(base: Base, fact: Fact) -> Iterator[str]:
    """Posts that grant something else, about as high as the one that grants this."""
    roles = base.ground.corpus.some(Role, tuple(str(one.value) for one in base.of("approver")))
    own = base.ground.corpus.one(Role, str(fact.value))
    yield from (one.id for one in roles if own and abs(one.rank - own.rank) <= 1)


def _stem(base: Base, fact: Fact) -> Said:
    _ = base.ground.words
    if isinstance(fact.source, Limit):
        title = base.ground.title(fact.source.id)
        return say(
            _("「{limit}」到期以前办不完，理由在清单里，要申请延期。由谁批准？"), limit=title
        )
    item = base.ground.corpus.entries[fact.clause.item].item
    what = bare(base.ground.text(item, fact.source.what))
    if fact.source.condition:
        when = bare(base.ground.text(item, fact.source.condition))
        return say(_("要{what}。情况是：{when}。由谁决定？"), what=what, when=when)
    return say(_("要{what}，由谁决定？"), what=what)


MODEL = Model("who-grants", "authority", Level.UNDERSTAND, Form.SINGLE, 30, _drafts)
