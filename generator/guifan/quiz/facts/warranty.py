"""How long a product is repaired free of charge."""

from collections.abc import Iterator

from guifan.language.kinds.service import Service
from guifan.language.labels import Label
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for service in ground.corpus.of(Service):
        warranty = service.warranty
        if warranty is None or not ground.in_force(service):
            continue
        shown = ground.quantity(service, warranty.lasts)
        since = Label(warranty.from_.label).say(_.locale)
        template = _("「{service}」：{since}起保修 {lasts}。")
        said = say(template, service=ground.title(service.id), since=since, lasts=shown)
        roles = ground.bound_at(service.place)
        clause = ground.clause(service)
        name = service.id
        value = warranty.lasts
        yield Fact("warranty", name, name, value, clause, roles, said, shown, (service, since))


SORT = Sort("warranty", _facts)
