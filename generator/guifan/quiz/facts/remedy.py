"""What is done for the customer when a norm was not kept."""

from collections.abc import Iterator

from guifan.language.kinds.norm import Norm
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for norm in ground.corpus.of(Norm):
        if norm.missed and ground.in_force(norm):
            shown = ground.text(norm, norm.missed)
            said = say(_("没有做到「{norm}」：{shown}"), norm=ground.title(norm.id), shown=shown)
            roles = ground.posts(norm.binds.roles)
            clause = ground.clause(norm)
            yield Fact("remedy", norm.id, norm.id, shown, clause, roles, said, shown, norm)


SORT = Sort("remedy", _facts)
