"""How long a kind of personal data is kept."""

from collections.abc import Iterator

from guifan.language.kinds.data_item import DataItem
from guifan.proof import lengths
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import bare, say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for data in ground.corpus.of(DataItem):
        length = lengths.keep(ground.corpus, data) if ground.in_force(data) else None
        if length is None:
            continue
        shown = ground.quantity(length.limit or data, length.time)
        since = bare(ground.text(data, data.keep_from))
        title = ground.title(data.id)
        said = say(_("「{data}」从{since}起保存 {keep}。"), data=title, since=since, keep=shown)
        roles = ground.posts((*data.access, data.owner)) or ground.bound_at(data.place)
        clause = ground.clause(data)
        yield Fact("kept", data.id, data.id, length.time, clause, roles, said, shown, data)


SORT = Sort("kept", _facts)
