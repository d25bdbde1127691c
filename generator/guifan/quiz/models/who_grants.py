"""Who grants what has no sum."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from guifan.language.kinds.limit import Limit
from guifan.language.kinds.role import Role
from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.fact import Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import ENOUGH, formerly, nearest, post, right
from guifan.quiz.said import Said, bare, say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    for fact in base.of("approver"):
        key = right(fact)
        tiers = ([_post(base, fact, name) for name in tier] for tier in _near(base, fact))
        wrong = chosen(key, chain([[*formerly(base, fact)]], tiers), 3, fact.name)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        yield Draft(fact, _stem(base, fact), (key, *wrong.options), considered=wrong.considered)


def _post(base: Base, fact: Fact, name: str) -> Option:
    """The wrong answer that a post is; where it grants nothing, what sums it decides."""
    option = post(base, fact, name)
    own = next((one for one in base.of("authority") if one.source[0].id == name), None)
    if own is None or nearest(base, fact, name) is not None:
        return option
    return replace(option, why=say("{own}{said}", own=own.said, said=fact.said))


def _near(base: Base, fact: Fact) -> Iterator[list[str]]:
    """Posts that somebody would go to: upwards, whom it binds, then others who decide things.

    Of the posts below those alone that decide anything, and of others those that are about as high.
    """
    own = base.ground.corpus.one(Role, str(fact.value))
    if own is None:
        return
    beyond = getattr(fact.source, "beyond", None)
    yield [name for name in (beyond, own.reports_to, *fact.roles) if name and name != own.id]
    deciding = [one for one in base.ground.corpus.of(Role) if one.authority and one is not own]
    yield [one.id for one in deciding if one.unit == own.unit or one.reports_to == own.id]
    yield [one.id for one in deciding if abs(one.rank - own.rank) <= 1]


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
        return say(_("「{what}」由谁决定？情况是：{when}。"), what=what, when=when)
    return say(_("「{what}」由谁决定？"), what=what)


MODEL = Model("who-grants", "authority", Level.UNDERSTAND, Form.SINGLE, 30, _drafts)
