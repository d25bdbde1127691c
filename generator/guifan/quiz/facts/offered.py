"""Whether a business is done on a channel, how strongly the customer is identified, else where."""

from collections.abc import Iterator

from guifan.language.catalogues import Translator
from guifan.language.kinds.channel import Channel, Strength
from guifan.language.kinds.service import Exclusion, Route, Service
from guifan.language.labels import Label
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import Said, say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    for service in ground.corpus.of(Service):
        if ground.in_force(service):
            routes: tuple[Route | Exclusion, ...] = (*service.routes, *service.excluded)
            for route in routes:
                if not route.customers:
                    yield _one(ground, service, route)


def _one(ground: Ground, service: Service, route: Route | Exclusion) -> Fact:
    _ = ground.words
    channel = ground.title(route.channel)
    title = ground.title(service.id)
    if isinstance(route, Route):
        value: tuple[str, str | None] = ("done", route.strength.value)
        shown = done_said(_, route.strength)
        said = say(
            _("「{service}」：{channel}{shown}。"), service=title, channel=channel, shown=shown
        )
    else:
        value = ("elsewhere", route.instead)
        shown = sent_said(_, ground.title(route.instead)) if route.instead else say(_("不办"))
        why = ground.text(service, route.why)
        template = _("「{service}」：{channel}{shown}。{why}")
        said = say(template, service=title, channel=channel, shown=shown, why=why)
    found = ground.corpus.one(Channel, route.channel)
    roles = ground.posts(found.staffed_by if found else ()) or ground.bound_at(service.place)
    name = f"{service.id}.{route.channel}"
    clause = ground.clause(service)
    return Fact("offered", name, name, value, clause, roles, said, shown, (service, route))


def done_said(_: Translator, strength: Strength) -> Said:
    """That a business is done here, and how the customer is identified."""
    if strength is Strength.NONE:
        return say(_("可以办，不用核身"))
    return say(_("可以办，凭{how}核身"), how=Label(strength.label).say(_.locale))


def sent_said(_: Translator, other: Said) -> Said:
    """That a business is not done here, and where the customer is sent."""
    return say(_("不办，请改走{other}"), other=other)


SORT = Sort("offered", _facts)
