"""C13: a business whose identity check does not fit it, the channel, a proxy or a minor."""

from collections.abc import Iterator

from guifan.checks.rules.coverage.offers import example
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.channel import Channel, Strength
from guifan.language.kinds.service import Minors, Proxy, Route, Service
from guifan.proof.offered import offered, undoes


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Hold every route to its channel and its business, then both branches to the routes."""
    for service in offered(corpus):
        faults = [*_routes(corpus, service), *_branches(corpus, service)]
        weak = [one for one in faults if one.key == "weak"]
        if len(weak) > 1 and 2 * len(weak) > len(service.routes):
            # Most ways ask for less: it is what the business asks that is out of line, and with
            # it what it asks of proxies and children.
            rest = [one for one in faults if one.key not in ("weak", "unsaid")]
            faults = [_raised(corpus, service, weak), *rest]
        yield from faults
        if not faults:
            yield None


def _routes(corpus: Corpus, service: Service) -> Iterator[Match]:
    """Routes that are checked more strongly than the channel can, or less than the business asks.

    A cancellation only has to be possible: it may not ask more than the order did.
    """
    for field in ("routes", "cancels"):
        for at, route in enumerate(getattr(service, field)):
            channel = corpus.one(Channel, route.channel)
            if channel is None:
                continue
            facts = {"title": service.title, "channel": channel.title, "own": _said(route.strength)}
            place = Place(service.id, (field, at, "strength"))
            if field == "cancels" and _is_harder(service, route):
                continue
            if route.strength.rank > channel.identity.rank:
                facts["most"] = _said(channel.identity)
                yield Match(place, "beyond", facts, (Place(channel.id, ("identity",)),))
            elif (
                field == "routes"
                and service.identity
                and route.strength.rank < service.identity.rank
            ):
                facts["least"] = _said(service.identity)
                yield Match(place, "weak", facts, (Place(service.id, ("identity",)),))


def _raised(corpus: Corpus, service: Service, weak: list[Match]) -> Match:
    """What a business asks for, where most of its ways do not come up to it."""
    facts = {
        "title": service.title,
        "least": _said(service.identity),
        "channels": listed(dict.fromkeys(str(one.arguments["channel"]) for one in weak)),
    }
    places = tuple(one.place for one in weak)
    return Match(Place(service.id, ("identity",)), "above-most", facts, places)


def _is_harder(service: Service, way: Route) -> bool:
    """Whether C11 says that a cancellation asks more than what it undoes."""
    return service.lasting and any(
        undoes(way, one) and way.strength.rank > one.strength.rank for one in service.routes
    )


def _branches(corpus: Corpus, service: Service) -> Iterator[Match]:
    """What is done for those who come for somebody else, and for children."""
    needs_both = service.identity is not None and service.identity.rank >= Strength.DOCUMENT.rank
    for field, labels in _BRANCHES.items():
        branch: Proxy | Minors | None = getattr(service, field)
        facts: dict[str, object] = {"title": service.title, "branch": labels}
        if branch is None:
            if needs_both:
                facts["least"] = _said(service.identity)
                yield Match(Place(service.id, ("identity",)), "unsaid", facts)
            continue
        if branch.allowed:
            missing = [_NAMES[one] for one in _DOCUMENTS[field] if not getattr(branch, one)]
            if missing:
                told = {**facts, "documents": listed(missing)}
                yield Match(Place(service.id, (field, "allowed")), "no-documents", told)
        elif branch.why is None:
            yield Match(Place(service.id, (field, "allowed")), "no-reason", facts)
        for at, name in enumerate(branch.channels):
            channel = corpus.one(Channel, name)
            if channel and not any(one.channel == channel.id for one in service.routes):
                told = {**facts, "channel": channel.title}
                yield Match(Place(service.id, (field, "channels", at)), "not-there", told)
            elif channel and (field == "proxy" or not _some_see(corpus, branch)):
                yield from _unseen(service, field, at, channel)


def _some_see(corpus: Corpus, branch: Proxy | Minors) -> bool:
    """Whether documents can be looked at on one of its channels.

    What a guardian brings is often no paper, such as an answer from a number of his own: where one
    of several channels sees papers, it is not known which of them is asked for one.
    """
    channels = (corpus.one(Channel, name) for name in branch.channels)
    return any(one and one.identity.rank >= Strength.DOCUMENT.rank for one in channels)


def _unseen(service: Service, field: str, at: int, channel: Channel) -> Iterator[Match]:
    """Somebody is sent with documents to where none can be looked at.

    It only warns: what stands among the documents may be something that can be told.
    """
    branch: Proxy | Minors = getattr(service, field)
    papers = next((one for one in _DOCUMENTS[field] if getattr(branch, one)), None)
    if not branch.allowed or papers is None:
        return
    if channel.identity.rank < Strength.DOCUMENT.rank:
        facts = {
            "title": service.title,
            "branch": _BRANCHES[field],
            "channel": channel.title,
            "most": _said(channel.identity),
        }
        related = (Place(service.id, (field, papers)), Place(channel.id, ("identity",)))
        place = Place(service.id, (field, "channels", at))
        yield Match(place, "unseen", facts, related, warns=True)


def _said(strength: Strength | None) -> Wording:
    assert strength is not None
    return Wording(zh=strength.label, en=strength.value.replace("-", " "))


_BRANCHES = {
    "proxy": Wording(zh="代办", en="customers who send a proxy"),
    "minors": Wording(zh="未成年人办理", en="minors"),
}
_DOCUMENTS = {
    "proxy": ("customer_documents", "proxy_documents"),
    "minors": ("guardian_documents",),
}
_NAMES = {
    "customer_documents": Wording(zh="本人的证件", en="the customer's documents"),
    "proxy_documents": Wording(zh="代办人的证件", en="the proxy's documents"),
    "guardian_documents": Wording(zh="监护人的证件", en="the guardian's documents"),
}

_BOTH = """\
identity: document
proxy:
  allowed: 是
{carets}  customer_documents: [本人身份证]
{proxy}minors:
  allowed: 否
  why: 须由监护人以自己的名义办
"""
_SHOP_ONLY = (
    "  - {channel: hotline, strength: password, documents: [身份证], steps: 3 次}\n",
    "excluded:\n  - {channel: hotline, why: 电话里看不到证件, instead: shop}\n",
)
_LASTING = ("lasting: 是\n", "")
_CANCELS = (
    "cancels:\n  - {channel: shop, strength: document, documents: [身份证]}\n"
    "  - {channel: hotline, strength: password, steps: 3 次}\n",
    "",
)


def _proxied(carets: str, proxy: str) -> str:
    """The business, done in the shop only, against documents, by a proxy too."""
    both = _BOTH.format(carets=carets, proxy=proxy)
    elsewhere = ("excluded:\n", "excluded:\n  - {channel: app, why: 要看证件, instead: shop}\n")
    branches = ("routes:\n", f"{both}routes:\n")
    return example(_LASTING, _CANCELS, _SHOP_ONLY, elsewhere, branches)


RULE = Rule(
    code="C13",
    name="identity-unfit",
    severity=Severity.ERROR,
    finds=Wording(
        zh="办理的核身强度低于业务的要求、高于渠道能做到的，或者代办、未成年人办理没有写全。",
        en=(
            "A route whose identity check is weaker than the business requires or stronger than "
            "the channel can carry out, or an incomplete rule for proxies or minors."
        ),
    ),
    why=Wording(
        zh="代办过户不看双方的证件，号码就可能被别人过走；热线看不到证件，写了也做不到。",
        en=(
            "If a transfer by proxy does not check both people's documents, somebody may lose "
            "their number; and a hotline cannot see a document, whatever the manual says."
        ),
    ),
    messages={
        "beyond": Wording(
            zh="“{title}”在{channel}要核验“{own}”，而{channel}最多能核验“{most}”。请改在别的渠道办。",
            en=(
                "“{title}” requires the identity check “{own}” on {channel}, where “{most}” is the "
                "most that can be done. Offer it on another channel."
            ),
        ),
        "weak": Wording(
            zh=(
                "“{title}”至少要核验“{least}”，在{channel}却只核验“{own}”。请提高核身要求，或者在"
                "那里不办。"
            ),
            en=(
                "“{title}” requires at least the identity check “{least}”, but {channel} does only "
                "“{own}”. Check more, or do not offer it there."
            ),
        ),
        "above-most": Wording(
            zh=(
                "“{title}”写明至少要核验“{least}”，而{channels}都核验得比这弱。请核对是不是这里写高"
                "了；确实要这样强的，各渠道都提高，或者不在那里办。"
            ),
            en=(
                "“{title}” requires at least the identity check “{least}”, but less is checked on "
                "{channels}. See whether it is too high here; if not, check more on each of them, "
                "or do not offer it there."
            ),
        ),
        "unsaid": Wording(
            zh=(
                "“{title}”要核验“{least}”，却没有写{branch}怎样办。能办的，请写材料；不能办的，请"
                "写理由。"
            ),
            en=(
                "“{title}” requires the identity check “{least}”, but nothing says how it is done "
                "for {branch}. Say which documents to bring or, if it cannot be done, why."
            ),
        ),
        "no-documents": Wording(
            zh="“{title}”的{branch}写了能办，却没有写要带{documents}。请写明。",
            en="“{title}” can be done for {branch}, but nothing says to bring {documents}. Say so.",
        ),
        "no-reason": Wording(
            zh="“{title}”的{branch}写了不能办，却没有写理由。请写一句能对客户说的理由。",
            en=(
                "“{title}” cannot be done for {branch}, but no reason is given. Write one that "
                "staff can give the customer."
            ),
        ),
        "unseen": Wording(
            zh=(
                "“{title}”的{branch}要带证件、材料，写了可以在{channel}办，而{channel}最多能核验"
                "“{most}”，看不到证件。请换成能看证件的渠道。"
            ),
            en=(
                "For {branch}, “{title}” asks for documents and may be done on {channel}, where "
                "“{most}” is the most that can be checked and no document can be seen. Name a "
                "channel where one can."
            ),
        ),
        "not-there": Wording(
            zh="“{title}”的{branch}写了在{channel}办，而{channel}不办这项业务。请换成能办的渠道。",
            en=(
                "For {branch}, “{title}” is said to be done on {channel}, which does not handle "
                "it. Name a channel that does."
            ),
        ),
    },
    bad=Example(_proxied("           ^\n", "")),
    mended=Example(_proxied("", "  proxy_documents: [代办人身份证]\n")),
    check=check,
)
