"""What is done for the customer when a norm was not kept."""

from collections.abc import Iterator

from guifan.language.kinds.norm import MISSED, Norm
from guifan.quiz.fact import Fact
from guifan.quiz.facts._slips import slips
from guifan.quiz.ground import Ground
from guifan.quiz.said import Said, bare, say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for norm in ground.corpus.of(Norm):
        if norm.missed and ground.in_force(norm):
            whole = ground.text(norm, norm.missed)
            said = say(_("没有做到「{norm}」：{whole}"), norm=ground.title(norm.id), whole=whole)
            case, shown = told_apart(whole)
            roles = ground.posts(norm.binds.roles)
            clause = ground.clause(norm)
            source = (norm, case, slips(ground, norm, MISSED))
            yield Fact("remedy", norm.id, norm.id, shown, clause, roles, said, shown, source)


def told_apart(whole: Said) -> tuple[Said | None, Said]:
    """The case and what is done in it: 多打了的，致歉并停到次月 says it only for one case.

    Where several cases are told apart, or none, all of it is what is done.
    """
    case, split, then = whole.text.partition("的，")
    if not split or "；" in then or "的，" in then or any(mark in case for mark in "，；。"):
        return None, bare(whole)
    return Said(f"{case}的", whole.rests), bare(Said(then, whole.rests))


SORT = Sort("remedy", _facts)
