"""How a norm says that its duty is done: each thing to do is a fact."""

from collections.abc import Iterator

from guifan.language.kinds.norm import Norm
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for norm in ground.of(Norm):
        assert isinstance(norm, Norm)
        roles, title = ground.posts(norm.binds.roles), ground.title(norm.id)
        for at, step in enumerate(norm.steps, start=1):
            name, does = f"{norm.id}.how-{at}", ground.text(norm, step)
            said = say(_("「{title}」的做法：{does}"), title=title, does=does)
            clause = ground.clause(norm)
            yield Fact("how", name, name, does.text, clause, roles, said, does, norm)


SORT = Sort("how", _facts)
