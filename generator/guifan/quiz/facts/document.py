"""What a proxy brings along, for himself and for the customer."""

from collections.abc import Iterator

from guifan.language.kinds.service import Service
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for service in ground.corpus.of(Service):
        proxy = service.proxy
        if proxy is None or not proxy.allowed or not ground.in_force(service):
            continue
        roles = ground.posts(("shop-clerk",)) or ground.bound_at(service.place)
        for at, line in enumerate((*proxy.customer_documents, *proxy.proxy_documents), start=1):
            paper = ground.text(service, line)
            title = ground.title(service.id)
            said = say(_("代办「{service}」要带：{paper}。"), service=title, paper=paper)
            clause = ground.clause(service)
            name = f"{service.id}.{at}"
            yield Fact("document", name, service.id, paper, clause, roles, said, paper, service)


SORT = Sort("document", _facts, many=True)
