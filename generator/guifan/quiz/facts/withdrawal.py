"""What becomes of the service when a customer withdraws consent."""

from collections.abc import Iterator

from guifan.language.kinds.data_item import DataItem
from guifan.language.labels import Label
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import Said, say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for data in ground.corpus.of(DataItem):
        if data.withdrawn is not None and ground.in_force(data):
            shown = Said(Label(data.withdrawn.label).say(_.locale), frozenset({data.id}))
            title = ground.title(data.id)
            said = say(_("撤回「{data}」的同意以后：{shown}。"), data=title, shown=shown)
            roles = ground.posts(data.access)
            clause = ground.clause(data)
            value = data.withdrawn
            yield Fact("withdrawal", data.id, data.id, value, clause, roles, said, shown, data)


SORT = Sort("withdrawal", _facts)
