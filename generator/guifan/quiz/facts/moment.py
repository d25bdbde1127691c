"""What moment a clock event is."""

from collections.abc import Iterator

from guifan.language.kinds.event import Event
from guifan.language.kinds.limit import Limit
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    clocked: dict[str, list[str]] = {}
    for limit in ground.corpus.of(Limit):
        for name in (limit.from_, limit.to):
            if name:
                clocked.setdefault(name, []).extend(ground.bound_by(limit))
    for event in ground.corpus.of(Event):
        if not ground.in_force(event):
            continue
        happens = ground.text(event, event.happens)
        roles = ground.posts((event.recorded_by, *clocked.get(event.id, ())))
        said = say(_("「{event}」：{happens}"), event=ground.title(event.id), happens=happens)
        clause = ground.clause(event)
        yield Fact("moment", event.id, event.id, happens, clause, roles, said, happens, event)


SORT = Sort("moment", _facts)
