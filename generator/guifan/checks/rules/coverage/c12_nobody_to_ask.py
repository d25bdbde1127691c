"""C12: a business that can only be done with machines or in writing."""

from collections.abc import Iterator

from guifan.checks.rules.coverage.offers import example
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.service import Route
from guifan.proof.offered import is_with_people, offered


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look for a person, on the phone or face to face, in every business and in cancelling it."""
    for service in offered(corpus):
        is_told = False
        for field in ("routes", "cancels"):
            routes: tuple[Route, ...] = getattr(service, field)
            channels = [corpus.one(Channel, one.channel) for one in routes]
            known = [one for one in channels if one is not None]
            if is_told or not routes or len(known) < len(routes):
                continue
            if any(is_with_people(one) for one in known):
                # Of what lasts and is done by people, C11 says that they cannot undo it.
                is_told = service.lasting and field == "routes"
                yield None
                continue
            is_told = True  # who adds people to the routes is asked to add them to the other, too
            facts = {
                "title": service.title,
                "channels": listed(dict.fromkeys(one.title for one in known)),
            }
            ways = (Place(service.id, (field, at, "channel")) for at in range(len(routes)))
            media = (Place(one.id, ("medium",)) for one in dict.fromkeys(known))
            related = (*ways, *media)
            place = Place(service.id, (field,), key=True)
            yield Match(place, "cancels" if field == "cancels" else "routes", facts, related)


RULE = Rule(
    code="C12",
    name="nobody-to-ask",
    severity=Severity.ERROR,
    finds=Wording(
        zh="一项业务只能在线上、语音菜单或者书面办，没有人工电话，也没有柜台。",
        en=(
            "A business that can only be done online, by voice menu or in writing, with no "
            "telephone agent and no counter."
        ),
    ),
    why=Wording(
        zh="不会用智能手机的老人，在菜单里转不出来，也找不到一个人可以问。",
        en=(
            "An elderly customer without a smartphone gets stuck in the menu and finds nobody to "
            "ask."
        ),
    ),
    messages={
        "routes": Wording(
            zh="“{title}”只能在{channels}办，那里没有人接待。请加一个人工电话或者柜台。",
            en=(
                "“{title}” can only be done on {channels}, where there is nobody to talk to. Add a "
                "telephone line with agents or a counter."
            ),
        ),
        "cancels": Wording(
            zh="“{title}”只能在{channels}取消，那里没有人接待。请加一个人工电话或者柜台。",
            en=(
                "“{title}” can only be cancelled on {channels}, where there is nobody to talk to. "
                "Add a telephone line with agents or a counter."
            ),
        ),
    },
    bad=Example(
        example(
            (
                "lasting: 是\nroutes:\n"
                "  - {channel: shop, strength: document, documents: [身份证]}\n"
                "  - {channel: hotline, strength: password, documents: [身份证], steps: 3 次}\n"
                "cancels:\n"
                "  - {channel: shop, strength: document, documents: [身份证]}\n"
                "  - {channel: hotline, strength: password, steps: 3 次}\n",
                "routes:\n^^^^^^\n"
                "  - {channel: app, strength: password}\n"
                "excluded:\n"
                "  - {channel: shop, why: 只在手机上办}\n"
                "  - {channel: hotline, why: 只在手机上办}\n",
            )
        )
    ),
    mended=Example(example()),
    check=check,
    absences=frozenset({"routes", "cancels"}),
)
