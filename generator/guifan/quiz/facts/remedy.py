"""What is done for the customer when a norm was not kept."""

from collections.abc import Iterator

from guifan.language.kinds.norm import Norm
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import Said, bare, say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for norm in ground.corpus.of(Norm):
        if norm.missed and ground.in_force(norm):
            whole = ground.text(norm, norm.missed)
            said = say(_("没有做到「{norm}」：{whole}"), norm=ground.title(norm.id), whole=whole)
            shown = what_is_done(whole)
            roles = ground.posts(norm.binds.roles)
            clause = ground.clause(norm)
            yield Fact("remedy", norm.id, norm.id, shown, clause, roles, said, shown, norm)


def what_is_done(whole: Said) -> Said:
    """What is done, without the case: 多打了的，致歉并停到次月 says it only for one case."""
    case, split, then = whole.text.partition("的，")
    several = not split or "；" in then or "的，" in then or "。" in case
    return bare(whole if several else Said(then, whole.rests))


SORT = Sort("remedy", _facts)
