"""What a kind of personal data may be used for."""

from collections.abc import Iterator

from guifan.language.kinds.data_item import DataItem
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for data in ground.corpus.of(DataItem):
        for purpose in data.purposes if ground.in_force(data) else ():
            shown = ground.member("data-purpose", purpose)
            title = ground.title(data.id)
            said = say(_("「{data}」收来用于：{purpose}。"), data=title, purpose=shown)
            roles = ground.posts(data.access)
            clause = ground.clause(data)
            name = f"{data.id}.{purpose}"
            yield Fact("purpose", name, data.id, purpose, clause, roles, said, shown, data)


SORT = Sort("purpose", _facts, many=True)
