"""What a kind of personal data may be used for."""

from collections.abc import Iterator

from guifan.language.kinds.data_item import DataItem
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import Said, rests, say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for data in ground.corpus.of(DataItem):
        if not ground.in_force(data):
            continue
        shown = {one: ground.member("data-purpose", one) for one in data.purposes}
        every = Said(_("、").join(one.text for one in shown.values()), rests(shown.values()))
        said = say(_("「{data}」收来用于：{purpose}。"), data=ground.title(data.id), purpose=every)
        roles, clause = ground.posts(data.access), ground.clause(data)
        for purpose, word in shown.items():
            name = f"{data.id}.{purpose}"
            yield Fact("purpose", name, data.id, purpose, clause, roles, said, word, data)


SORT = Sort("purpose", _facts, many=True)
