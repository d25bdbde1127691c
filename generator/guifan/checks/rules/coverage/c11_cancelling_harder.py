"""C11: what is harder to be rid of than to get."""

from collections.abc import Iterator

from guifan.checks.rules.coverage.offers import example
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.service import Route, Service
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.periods import later_than
from guifan.proof.offered import offered, undoes
from guifan.proof.told import how_much


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Look on every channel where a thing that lasts is got for the way to be rid of it."""
    for service in offered(corpus):
        if not service.lasting:
            continue
        stuck: dict[int, Channel] = {}
        for at, route in enumerate(service.routes):
            channel = corpus.one(Channel, route.channel)
            ways = [(n, one) for n, one in enumerate(service.cancels) if undoes(one, route)]
            if channel is None:
                continue
            if not ways:
                stuck[at] = channel
                continue
            faults = [
                fault
                for way in ways
                for fault in _harder(corpus, clocks, service, (at, route), way, channel)
            ]
            yield from faults
            if not faults:
                yield None
        if stuck:
            yield _stuck(corpus, service, stuck)


def _stuck(corpus: Corpus, service: Service, stuck: dict[int, Channel]) -> Match:
    """The channels, by their routes, on which it is got and cannot be given up; told once."""
    elsewhere = [corpus.one(Channel, one.channel) for one in service.cancels]
    titles = dict.fromkeys(one.title for one in elsewhere if one)
    facts = {
        "title": service.title,
        "channel": listed(dict.fromkeys(one.title for one in stuck.values())),
        "elsewhere": listed(titles),
    }
    routes = tuple(Place(service.id, ("routes", at, "channel")) for at in stuck)
    if titles:
        ways = tuple(Place(service.id, ("cancels", at, "channel")) for at in range(len(elsewhere)))
        place = Place(service.id, ("cancels",), key=True)
        return Match(place, "elsewhere", facts, (*routes, *ways))
    return Match(routes[0], "nowhere", facts, routes[1:])


def _harder(
    corpus: Corpus,
    clocks: Clocks | None,
    service: Service,
    got: tuple[int, Route],
    undone: tuple[int, Route],
    channel: Channel,
) -> Iterator[Match]:
    """In what the way back asks more than the way there."""
    (at, route), (number, way) = got, undone

    def match(field: str, key: str, **facts: object) -> Match:
        told = {"title": service.title, "channel": channel.title, **facts}
        related = (Place(service.id, ("routes", at, field)),) if getattr(route, field) else ()
        return Match(Place(service.id, ("cancels", number, field)), key, told, related)

    least = service.identity.rank if service.identity else 0
    if way.strength.rank > route.strength.rank >= least:  # C13 says where too little is asked
        own, other = (
            Wording(zh=one.label, en=one.value.replace("-", " "))
            for one in (way.strength, route.strength)
        )
        yield match("strength", "strength", own=own, other=other)
    more = [one for one in way.documents if one not in route.documents]
    if more:
        yield match("documents", "documents", more=listed(more))
    if way.steps and route.steps and way.steps.magnitude > route.steps.magnitude:
        yield match("steps", "steps", own=how_much(way.steps), other=how_much(route.steps))
    own_limit, other_limit = corpus.one(Limit, way.limit), corpus.one(Limit, route.limit)
    if own_limit and other_limit and later_than(clocks, own_limit, other_limit):
        own, other = how_much(own_limit.amount), how_much(other_limit.amount)
        yield match("limit", "limit", own=own, other=other)


RULE = Rule(
    code="C11",
    name="cancelling-harder",
    severity=Severity.ERROR,
    finds=Wording(
        zh="长期有效的业务，在能办的渠道不能取消，或者取消比办理更麻烦、更慢。",
        en=(
            "A lasting service that cannot be cancelled on a channel where it can be ordered, or "
            "whose cancellation is harder or slower than ordering."
        ),
    ),
    why=Wording(
        zh="订退同等便捷：一条短信就订上的，不得要客户跑一趟营业厅才能退。",
        en=(
            "Cancelling must be as easy as ordering: what was ordered with one text message may "
            "not take a trip to the shop to cancel."
        ),
    ),
    messages={
        "nowhere": Wording(
            zh=(
                "“{title}”能在{channel}办，却没有写怎样取消。请在“怎样取消”（cancels）里写上"
                "{channel}。"
            ),
            en=(
                "“{title}” can be ordered on {channel}, but nothing says how to cancel it. Add "
                "{channel} under “cancels”."
            ),
        ),
        "elsewhere": Wording(
            zh="“{title}”能在{channel}办，取消却只能去{elsewhere}。请让客户在{channel}也能取消。",
            en=(
                "“{title}” can be ordered on {channel} but only cancelled through {elsewhere}. Let "
                "customers cancel on {channel} too."
            ),
        ),
        "strength": Wording(
            zh="“{title}”在{channel}办理只要“{other}”，取消却要“{own}”。请改成不高于办理的要求。",
            en=(
                "On {channel}, the identity check for ordering “{title}” is “{other}”, but for "
                "cancelling it is “{own}”. Ask for no more than for ordering."
            ),
        ),
        "documents": Wording(
            zh="“{title}”在{channel}取消，要比办理多带：{more}。请去掉。",
            en=(
                "On {channel}, cancelling “{title}” takes more documents than ordering it: {more}. "
                "Drop them."
            ),
        ),
        "steps": Wording(
            zh="“{title}”在{channel}办理要操作 {other}，取消却要 {own}。请减到不多于办理。",
            en=(
                "On {channel}, cancelling “{title}” takes more steps ({own}) than ordering it "
                "({other}). Bring it down to no more than ordering."
            ),
        ),
        "limit": Wording(
            zh="“{title}”在{channel}办理 {other}生效，取消却要 {own}。请改成不慢于办理。",
            en=(
                "On {channel}, “{title}” starts within {other}, but cancelling takes {own}. Make "
                "it no slower than ordering."
            ),
        ),
    },
    bad=Example(
        example(
            ("cancels:\n", "cancels:\n^^^^^^^\n"),
            ("  - {channel: hotline, strength: password, steps: 3 次}\n", ""),
        )
    ),
    mended=Example(example()),
    check=check,
)
