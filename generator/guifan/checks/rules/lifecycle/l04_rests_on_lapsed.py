"""L04: something in force that rests on what is not: a draft, an offer that is over."""

from collections.abc import Iterator
from datetime import date

from guifan.corpus.graph import Corpus, Link
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.announcement import Announcement
from guifan.language.kinds.manual import Manual
from guifan.language.kinds.regulation import Regulation
from guifan.language.kinds.source import Source
from guifan.language.model import Item, State
from guifan.proof.standing import Fault, Gap, gap, said
from guifan.proof.told import a_day

_APART = frozenset({"owner", "author", "approver", "see", "supersedes"})
"""Fields that rest on nothing, and those of rule L01 and L03."""


def check(corpus: Corpus, day: date) -> Iterator[Match | None]:
    """Judge every reference from the given day on, to the end of what refers.

    Editions of the law are rule F06's; what a source says happened once. An announcement may tell
    of what is over: that it is about it only warns.
    """
    for entry in corpus.entries.values():
        item = entry.item
        if isinstance(item, Source):
            continue
        found: dict[str, list[tuple[Link, Gap]]] = {}
        for link in corpus.outgoing.get(item.id, ()):
            target = _needed(link)
            if target is None or _state(corpus, link) is not State.RELEASED:
                continue
            since, until = said(entry, link)
            lapse = gap(corpus.entries[target.id], max(since, day), until) if until >= day else None
            if lapse is None:
                yield None
            else:
                found.setdefault(target.id, []).append((link, lapse))
        for name, lapses in found.items():
            yield _match(item, corpus.entries[name].item, lapses)


def _needed(link: Link) -> Item | None:
    """What the place rests on."""
    head = link.path[2] if link.path[0] == "next" else link.path[0]
    target = link.target.item if link.target else None
    if target is None or target.id == link.source or head in _APART:
        return None
    return None if isinstance(target, Regulation | Manual) else target


def _state(corpus: Corpus, link: Link) -> State:
    entry = corpus.entries[link.source]
    ahead = link.path[0] == "next"
    return entry.revisions[int(link.path[1])].item.status if ahead else entry.item.status


def _match(item: Item, target: Item, lapses: list[tuple[Link, Gap]]) -> Match:
    """One finding for all the places of an item that rest on the same thing, the first leading."""
    link, lapse = min(lapses, key=lambda one: one[1].day)
    places = [Place(item.id, one.path, one.span) for one, _ in lapses]
    place = Place(item.id, link.path, link.span)
    facts: dict[str, object] = {
        "title": item.title,
        "other": target.title,
        "kind": target.kind_name,
    }
    facts |= {"day": a_day(lapse.day), "since": a_day(lapse.since or lapse.day)}
    related = (_reason(target, lapse), *(one for one in places if one != place))
    only_about = isinstance(item, Announcement) and all(one.path[0] == "about" for one, _ in lapses)
    return Match(place, lapse.fault.value, facts, related, warns=only_about)


def _reason(target: Item, lapse: Gap) -> Place:
    """Where it says so: its state, its end, or its beginning."""
    if lapse.fault in (Fault.DRAFT, Fault.RETIRED):
        return Place(target.id, ("status",))
    if lapse.fault is Fault.NOT_YET:
        return Place(target.id, ("effective",))
    ended = getattr(target, "ends", None)
    by_itself = ended is not None and ended == lapse.since
    return Place(target.id, ("ends",) if by_itself else ("expires",))


RULE = Rule(
    code="L04",
    name="rests-on-lapsed",
    severity=Severity.ERROR,
    finds=Wording(
        zh="执行中的条目引用了草案、已停用、已失效或还没有生效的条目。",
        en=(
            "An item in force that refers to one that is a draft, withdrawn, expired or not yet in "
            "force."
        ),
    ),
    why=Wording(
        zh=(
            "话术里还念着上个月结束的优惠，客户当场要办，我们就得认。哪一天结束是写着的：写进手册"
            "的当天就该看出来，不必等客户来要。"
        ),
        en=(
            "If a script still reads out an offer that ended last month, we have to honour it. The "
            "end date is known, so the conflict should show on the day the script is written, not "
            "on the day a customer claims the offer."
        ),
    ),
    messages={
        "draft": Wording(
            zh=(
                "“{title}”引用的{kind}“{other}”还是草案，{day}没有发布。请等它发布以后再引用，"
                "或者改引已经发布的。"
            ),
            en=(
                "“{title}” refers to “{other}” ({kind}), which is still a draft on {day}. Wait "
                "until it is released, or refer to one that already is."
            ),
        ),
        "retired": Wording(
            zh="“{title}”引用的{kind}“{other}”已经停用，{day}不再执行。请改引接替它的，或者删去。",
            en=(
                "“{title}” refers to “{other}” ({kind}), which has been withdrawn by {day}. Refer "
                "to its successor, or delete the reference."
            ),
        ),
        "not-yet": Wording(
            zh=(
                "“{title}”从 {day}起引用{kind}“{other}”，而“{other}” {since}才生效。请推后这里的"
                "生效日期，或者用“将来”（next）写明从哪一天起引用。"
            ),
            en=(
                "“{title}” refers to “{other}” ({kind}) from {day}, but that takes effect only on "
                "{since}. Let “{title}” take effect later, or say under “next” from which day it "
                "refers to it."
            ),
        ),
        "ended": Wording(
            zh=(
                "“{title}”引用的{kind}“{other}”执行到 {since}，{day}起就失效了，而“{title}”还在引"
                "用它。请给“{title}”写上失效日期，或者用“将来”（next）写明以后怎样说。"
            ),
            en=(
                "“{title}” refers to “{other}” ({kind}), which is in force until {since}; from "
                "{day} it has expired, but “{title}” still refers to it. Give “{title}” an expiry "
                "date too, or say under “next” what it says from then on."
            ),
        ),
    },
    bad=Example("""\
--- standards/offer.yaml
kind: announcement
id: spring-offer
title: 春季优惠口径
brief: 三月底前办理宽带免安装费
says: 三月底前办理宽带的，免收安装费。
expires: 2026-06-30
--- standards/term.yaml
kind: term
id: free-installation
title: 免安装费
means: 按【spring-offer】办理的宽带不收安装费
         ^^^^^^^^^^^^
"""),
    good=Example("""\
--- standards/offer.yaml
kind: announcement
id: spring-offer
title: 春季优惠口径
brief: 三月底前办理宽带免安装费
says: 三月底前办理宽带的，免收安装费。
expires: 2026-06-30
--- standards/term.yaml
kind: term
id: free-installation
title: 免安装费
expires: 2026-06-30
means: 按【spring-offer】办理的宽带不收安装费
"""),
    check=check,
)
