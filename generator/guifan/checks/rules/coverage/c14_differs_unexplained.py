"""C14: one business, two channels, other documents or another time, and no reason."""

from collections.abc import Iterator, Sequence

from guifan.checks.rules.coverage.offers import example
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Sayable, Severity, Wording, listed
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.procedure import Procedure
from guifan.language.kinds.service import Route, Service
from guifan.proof.offered import offered
from guifan.proof.told import how_much


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Compare the routes for the same customers, one of each channel, where no reason is given."""
    for service in offered(corpus):
        alike: dict[tuple[str, ...], dict[str, int]] = {}
        for at, route in enumerate(service.routes):
            if corpus.one(Channel, route.channel) and not route.differs:
                alike.setdefault(route.customers, {}).setdefault(route.channel, at)
        for group in alike.values():
            if len(group) > 1:
                yield from _compared(corpus, service, tuple(group.values()))
        yield from _against_procedure(corpus, service)


def _against_procedure(corpus: Corpus, service: Service) -> Iterator[Match | None]:
    """Some route is done in the time that the procedure promises, if any says a time at all."""
    procedure = corpus.one(Procedure, service.procedure)
    promise = corpus.one(Limit, procedure.promise if procedure else None)
    timed = [at for at, route in enumerate(service.routes) if corpus.one(Limit, route.limit)]
    if procedure is None or promise is None or not timed:
        return
    if any(_lasts(corpus, service.routes[at]) == promise.amount for at in timed):
        yield None
        return
    first, *others = (Place(service.id, ("routes", at, "limit")) for at in timed)
    facts = {
        "title": service.title,
        "own": _time(corpus, service.routes[timed[0]]),
        "procedure": procedure.title,
        "promise": how_much(promise.amount),
    }
    related = (*others, Place(procedure.id, ("promise",)))
    yield Match(first, "procedure", facts, related)


def _compared(corpus: Corpus, service: Service, group: tuple[int, ...]) -> Iterator[Match | None]:
    """The routes that ask for something else than most, each held to the first of those."""
    routes = [service.routes[at] for at in group]
    documents = _usual([set(one.documents) for one in routes])
    limits = _usual([_lasts(corpus, one) for one in routes])
    for number, at in enumerate(group):
        faults = [
            *_differences(corpus, service, group[documents], at, "documents"),
            *_differences(corpus, service, group[limits], at, "limit"),
        ]
        yield from faults
        if number and not faults:
            yield None


def _usual(values: Sequence[object]) -> int:
    """The place of the first of the values that are there most often."""
    return max(range(len(values)), key=lambda at: (values.count(values[at]), -at))


def _differences(
    corpus: Corpus, service: Service, first: int, at: int, field: str
) -> Iterator[Match]:
    """In what a route differs from the first of those that most agree with."""
    one, other = service.routes[first], service.routes[at]
    here, there = corpus.one(Channel, other.channel), corpus.one(Channel, one.channel)
    assert here is not None
    assert there is not None
    facts = {"title": service.title, "channel": here.title, "other": there.title}

    def match(field: str, key: str, own: Sayable, theirs: Sayable) -> Match:
        path = ("routes", at, field) if getattr(other, field) else ("routes", at, "channel")
        back = ("routes", first, field) if getattr(one, field) else ("routes", first, "channel")
        told = {**facts, "own": own, "theirs": theirs}
        return Match(Place(service.id, path), key, told, (Place(service.id, back),))

    if field == "documents" and set(one.documents) != set(other.documents):
        yield match("documents", "documents", _documents(other), _documents(one))
    if field == "limit" and _lasts(corpus, one) != _lasts(corpus, other):
        yield match("limit", "limit", _time(corpus, other), _time(corpus, one))


def _lasts(corpus: Corpus, route: Route) -> object:
    """By when it is done: two limits of the same time are no difference."""
    limit = corpus.one(Limit, route.limit)
    return limit.amount if limit else route.limit


def _documents(route: Route) -> Sayable:
    return listed(route.documents) if route.documents else Wording(zh="不要材料", en="nothing")


def _time(corpus: Corpus, route: Route) -> Wording:
    limit = corpus.one(Limit, route.limit)
    return how_much(limit.amount) if limit else Wording(zh="没有时限", en="no limit")


RULE = Rule(
    code="C14",
    name="differs-unexplained",
    severity=Severity.WARNING,
    finds=Wording(
        zh=(
            "同一项业务，两个渠道要的材料或者时限不同，没有写理由；或者各渠道的时限都不是它的流程所"
            "承诺的。"
        ),
        en=(
            "One business with different documents or time limits on two channels and no reason "
            "given, or on none of them in the time that its procedure promises."
        ),
    ),
    why=Wording(
        zh="客户在热线问清了带什么，到厅里又要多带一样，只好再跑一趟。",
        en=(
            "A customer who asked the hotline what to bring is told at the shop that something is "
            "missing, and has to come again."
        ),
    ),
    messages={
        "procedure": Wording(
            zh=(
                "“{title}”各渠道写的时限都不是它的流程所承诺的：这里是 {own}，流程“{procedure}”"
                "承诺 {promise}。请改成流程的承诺时限，或者改指对的流程。"
            ),
            en=(
                "No route of “{title}” is done in the time that its procedure promises: here it is "
                "{own}, but “{procedure}” promises {promise}. Name the promise of the procedure, "
                "or name the right procedure."
            ),
        ),
        "documents": Wording(
            zh=(
                "“{title}”在{channel}要的材料（{own}）与{other}（{theirs}）不同。请改成一样，或者"
                "写上“不同的理由”（differs）。"
            ),
            en=(
                "“{title}” takes {own} on {channel} but {theirs} on {other}. Make them the same, "
                "or say why under “differs”."
            ),
        ),
        "limit": Wording(
            zh=(
                "“{title}”在{channel}的时限（{own}）与{other}（{theirs}）不同。请改成一样，或者写"
                "上“不同的理由”（differs）。"
            ),
            en=(
                "“{title}” has a limit of {own} on {channel} but {theirs} on {other}. Make them "
                "the same, or say why under “differs”."
            ),
        ),
    },
    bad=Example(
        example(
            (
                "  - {channel: hotline, strength: password, documents: [身份证], steps: 3 次}\n",
                "  - {channel: hotline, strength: password, documents: [护照], steps: 3 次}\n"
                "                                                       ^^\n",
            )
        )
    ),
    mended=Example(
        example(
            (
                "documents: [身份证], steps: 3 次}\n",
                "documents: [护照], differs: 电话里只核对号码, steps: 3 次}\n",
            )
        )
    ),
    check=check,
)
