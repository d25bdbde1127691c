"""To whom a matter rises on a ladder, after some time or when something happens."""

from collections.abc import Iterator

from guifan.language.kinds.escalation import Escalation
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import bare, say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for ladder in ground.corpus.of(Escalation):
        for rung in ladder.rungs if ground.in_force(ladder) else ():
            post = ground.title(rung.to)
            by_time = ground.quantity(ladder, rung.after) if rung.after else None
            when = by_time or (ground.text(ladder, rung.when) if rung.when else None)
            if when is None:
                continue
            template = _("「{ladder}」：{when}，报到{post}（{rung}）。")
            if by_time:
                template = _("「{ladder}」：满 {when}，升到{post}（{rung}）。")
            title = ground.title(ladder.id)
            case = bare(when)
            said = say(template, ladder=title, when=case, rung=rung.title, post=post)
            name = f"{ladder.id}.{rung.id}"
            clause = ground.clause(ladder, rung.id)
            roles = ground.posts(one.to for one in ladder.rungs)
            subject = (ladder.id, when.text)
            yield Fact("rung", name, subject, rung.to, clause, roles, said, post, (ladder, rung))


SORT = Sort("rung", _facts)
