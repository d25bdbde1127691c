"""In which cases a norm does not hold, and what is done then."""

from collections.abc import Iterator

from guifan.language.kinds.norm import Norm
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for norm in ground.corpus.of(Norm):
        for at, line in enumerate(norm.exceptions if ground.in_force(norm) else (), start=1):
            shown = ground.text(norm, line)
            said = say(_("「{norm}」的例外：{shown}"), norm=ground.title(norm.id), shown=shown)
            roles = ground.posts(norm.binds.roles)
            clause = ground.clause(norm)
            name = f"{norm.id}.{at}"
            yield Fact("exception", name, norm.id, shown, clause, roles, said, shown, norm)


SORT = Sort("exception", _facts, many=True)
