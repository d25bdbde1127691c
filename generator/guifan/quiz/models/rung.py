"""To whom a matter rises, and when."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.fact import Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._answers import ENOUGH, formerly, post, posts, right
from guifan.quiz.said import Said, bare, rests, say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    for fact in base.of("rung"):
        ladder, _rung = fact.source
        beside = (post(base, fact, one.to) for one in ladder.rungs if one.to != fact.value)
        near = (post(base, fact, name) for name in posts(base, str(fact.value)))
        wrong = chosen(right(fact), (formerly(base, fact), beside, near), 3, fact.name)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        options = (right(fact), *wrong.options)
        # That no other rung is for the same case rests on what those print.
        cases = (base.ground.text(ladder, one.when) for one in ladder.rungs if one.when)
        considered = wrong.considered | rests(cases)
        yield Draft(fact, _stem(base, fact), options, considered=considered)


def _stem(base: Base, fact: Fact) -> Said:
    _ = base.ground.words
    ladder, rung = fact.source
    title = base.ground.title(ladder.id)
    if rung.after is None:
        when = bare(base.ground.text(ladder, rung.when))
        return say(_("按「{ladder}」，遇到这样的情形：{when}。该报到谁？"), ladder=title, when=when)
    guarded = base.ground.corpus.get(ladder.of) if ladder.of else None
    after = base.ground.quantity(ladder, rung.after)
    start = ladder.from_ or getattr(guarded, "from_", None)
    if guarded is None or start is None:
        return say(_("按「{ladder}」，满 {after}还没有办好，升到谁？"), ladder=title, after=after)
    return say(
        _("按「{ladder}」，从{start}起满 {after}，「{limit}」还没有做到。升到谁？"),
        ladder=title,
        start=base.ground.title(start),
        after=after,
        limit=base.ground.title(guarded.id),
    )


MODEL = Model("escalate-to", "escalation", Level.APPLY, Form.SINGLE, 30, _drafts)
