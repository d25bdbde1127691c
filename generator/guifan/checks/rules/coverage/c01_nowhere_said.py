"""C01: a business of which nobody can tell whether it is done on a channel."""

from collections.abc import Iterator
from dataclasses import replace

from guifan.checks.rules.coverage.offers import example
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Listed, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.service import Service
from guifan.language.written import is_stub
from guifan.proof.offered import CLASSES, EVERYBODY, Way, classes, covers, offered, unsaid


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look up every business on every channel, for every class of customers."""
    channels = corpus.of(Channel)
    for service in offered(corpus):
        if not channels:
            continue
        if not service.routes:
            facts = {"title": service.title}
            yield Match(Place(service.id, ("id",)), "nowhere", facts)
            continue
        doubled = list(_twice(corpus, service))
        missing = list(_unsaid(corpus, service, channels))
        lacking = tuple(place for one in missing for place in one.related)
        if len(doubled) >= len(lacking) > 0:
            # Of what is said of one channel twice, one may have been meant for another.
            doubled = [replace(one, related=(*one.related, *lacking)) for one in doubled]
            missing = []
        faults = [*doubled, *_instead(corpus, service), *_unreasoned(corpus, service), *missing]
        yield from faults
        if not faults:
            yield None


def _twice(corpus: Corpus, service: Service) -> Iterator[Match]:
    """What is said of one channel and the same customers a second time."""
    said: list[tuple[str, int, Way]] = [
        ("routes", at, one) for at, one in enumerate(service.routes)
    ]
    said += [("excluded", at, one) for at, one in enumerate(service.excluded)]
    for number, (field, at, one) in enumerate(said):
        channel = corpus.one(Channel, one.channel)
        shared = (other for other in said[:number] if _overlap(corpus, one, other[2]))
        first = next(shared, None)
        if channel is not None and first is not None:
            facts = {"title": service.title, "channel": channel.title}
            key = "twice" if field == first[0] else "both"
            related = (Place(service.id, (*first[:2], "channel")),)
            yield Match(Place(service.id, (field, at, "channel")), key, facts, related)


def _overlap(corpus: Corpus, one: Way, other: Way) -> bool:
    """Whether some customers are meant by both, on one channel."""
    return any(
        covers(one, one.channel, name) and covers(other, one.channel, name)
        for name in classes(corpus)
    )


def _instead(corpus: Corpus, service: Service) -> Iterator[Match]:
    """Where customers are sent who cannot have it done there either, each such channel once.

    Of a channel of which nothing at all is said, `_unsaid` tells.
    """
    sent: dict[Channel, dict[int, str]] = {}
    for at, one in enumerate(service.excluded):
        channel, instead = corpus.one(Channel, one.channel), corpus.one(Channel, one.instead)
        if channel is None or instead is None or _is_untold(corpus, service, instead):
            continue
        if not any(way.channel == instead.id for way in service.routes):
            sent.setdefault(instead, {})[at] = channel.title
    for instead, ways in sent.items():
        channels = listed(dict.fromkeys(ways.values()))
        facts = {"title": service.title, "channel": channels, "instead": instead.title}
        first, *others = (Place(service.id, ("excluded", at, "instead")) for at in ways)
        yield Match(first, "in-vain", facts, tuple(others))


def _unreasoned(corpus: Corpus, service: Service) -> Iterator[Match]:
    """Channels on which it is not done for a reason that is none."""
    for at, one in enumerate(service.excluded):
        channel = corpus.one(Channel, one.channel)
        if channel is not None and is_stub(one.why):
            facts = {"title": service.title, "channel": channel.title, "said": one.why}
            yield Match(Place(service.id, ("excluded", at, "why")), "no-reason", facts)


def _is_untold(corpus: Corpus, service: Service, channel: Channel) -> bool:
    """Whether nothing says of a channel what becomes of some customers there."""
    return channel.otherwise is None and bool(unsaid(corpus, service, channel))


def _unsaid(corpus: Corpus, service: Service, channels: tuple[Channel, ...]) -> Iterator[Match]:
    """Channels on which it is neither done nor excluded, and that have no rule for the rest."""
    nowhere: dict[Listed, list[Channel]] = {}
    in_vain: dict[Channel, list[Channel]] = {}
    for channel in channels:
        missing = unsaid(corpus, service, channel)
        rest = corpus.one(Channel, channel.otherwise)
        if not missing or (channel.otherwise and rest is None):
            continue
        if rest is None:
            who = listed(_named(corpus, name) for name in missing)
            is_all = len(missing) == len(classes(corpus))
            nowhere.setdefault(listed(()) if is_all else who, []).append(channel)
        elif _is_untold(corpus, service, rest):
            continue
        elif not all(any(covers(one, rest.id, name) for one in service.routes) for name in missing):
            in_vain.setdefault(rest, []).append(channel)
    for rest, ones in in_vain.items():
        channels_sent = listed(one.title for one in ones)
        sent = {"title": service.title, "channel": channels_sent, "instead": rest.title}
        rules = (Place(one.id, ("otherwise",)) for one in ones)
        place, *said = (*_excluded(service, rest), Place(service.id, ("id",)))
        yield Match(place, "rest-in-vain", sent, (*said, *rules))
    for who, ones in nowhere.items():
        facts = {
            "title": service.title,
            "channels": listed(one.title for one in ones),
            "customers": who,
        }
        related = tuple(Place(one.id, ("id",)) for one in ones)
        key = "classes" if who else "unsaid"
        field = "excluded" if service.excluded else "routes"
        yield Match(Place(service.id, (field,), key=True), key, facts, related)


def _excluded(service: Service, channel: Channel) -> Iterator[Place]:
    """Where it is said that it is not done on a channel."""
    for at, one in enumerate(service.excluded):
        if one.channel == channel.id:
            yield Place(service.id, ("excluded", at, "channel"))


def _named(corpus: Corpus, name: str) -> str:
    """A class of customers by its title."""
    if name == EVERYBODY:
        return ""
    member = corpus.members(CLASSES).get(name)
    return member.title if member else name


RULE = Rule(
    code="C01",
    name="nowhere-said",
    severity=Severity.ERROR,
    finds=Wording(
        zh="一项业务在一个渠道能不能办没有写，或者既写了能办又写了不办，或者让客户去办不了的地方。",
        en=(
            "A business for which nothing says whether a channel handles it, for which both yes "
            "and no are written, or that sends customers to a channel that does not handle it."
        ),
    ),
    why=Wording(
        zh="没有写，客户打来时员工只好凭感觉答：这次说能办，下次说不能，最后一句是“您去营业厅看看”。",
        en=(
            "If nothing is written, staff answer by feel: yes this time, no the next, and in the "
            "end “try the shop”."
        ),
    ),
    messages={
        "nowhere": Wording(
            zh="“{title}”没有写在哪里办。请在“办理渠道”（routes）里写明各渠道怎样办。",
            en=(
                "Nothing says where “{title}” is handled. Say under “routes” how each channel "
                "handles it."
            ),
        ),
        "unsaid": Wording(
            zh=(
                "“{title}”在{channels}办不办没有写。请写进办理渠道或者不办的渠道，或者给渠道写上"
                "默认改办渠道。"
            ),
            en=(
                "Nothing says whether {channels} {channels:handles|handle} “{title}”. Give it a "
                "route or a reason why not, or let {channels:the channel|each channel} name where "
                "it sends customers by default."
            ),
        ),
        "classes": Wording(
            zh="“{title}”在{channels}，{customers}办不办没有写。请补上，或者写明不办的理由。",
            en=(
                "Nothing says whether {channels} {channels:handles|handle} “{title}” for "
                "{customers}. Add it, or say why not."
            ),
        ),
        "both": Wording(
            zh="“{title}”在{channel}既写了怎样办，又写了不办。请删去一处。",
            en="“{title}” has both a route and an exclusion for {channel}. Delete one of the two.",
        ),
        "twice": Wording(
            zh="“{title}”在{channel}写了两次。请只留一处，或者用客户分类分开。",
            en="“{title}” lists {channel} twice. Keep one, or separate them by customer class.",
        ),
        "no-reason": Wording(
            zh="“{title}”在{channel}不办，理由只写了“{said}”，没法对客户说。请写明为什么不办。",
            en=(
                "{channel} does not handle “{title}”, but the reason is just “{said}”, which "
                "nobody can tell a customer. Say why not."
            ),
        ),
        "in-vain": Wording(
            zh="“{title}”在{channel}不办，请客户去{instead}，而{instead}也不办。请改成办得了的渠道。",
            en=(
                "{channel} does not handle “{title}” and sends customers to {instead}, which does "
                "not handle it either. Name a channel that does."
            ),
        ),
        "rest-in-vain": Wording(
            zh=(
                "“{title}”没有写在{channel}办不办，那里默认请客户去{instead}，而{instead}也不办。请"
                "核对{instead}是不是真的不办；不办的，写明在{channel}不办、改在哪里办。"
            ),
            en=(
                "Nothing says whether {channel} {channel:handles|handle} “{title}”; by default "
                "customers there are sent to {instead}, which does not handle it either. See "
                "whether {instead} really does not; then say that {channel} {channel:does|do} not, "
                "and name a channel that does."
            ),
        ),
    },
    bad=Example(
        example(
            (
                "routes:\n  - {channel: shop, strength: document, documents: [身份证]}\n",
                "routes:\n^^^^^^\n",
            ),
            (
                "cancels:\n  - {channel: shop, strength: document, documents: [身份证]}\n",
                "cancels:\n",
            ),
        )
    ),
    mended=Example(example()),
    check=check,
)
