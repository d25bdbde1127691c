"""Which posts may see a kind of personal data."""

from collections.abc import Iterator

from guifan.language.kinds.data_item import DataItem
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for data in ground.corpus.of(DataItem):
        for role in ground.posts(data.access) if ground.in_force(data) else ():
            post = ground.title(role)
            said = say(_("{post}可以看「{data}」。"), post=post, data=ground.title(data.id))
            roles = ground.posts(data.access)
            clause = ground.clause(data)
            name = f"{data.id}.{role}"
            yield Fact("access", name, data.id, role, clause, roles, said, post, data)


SORT = Sort("access", _facts, many=True)
