"""L04: something in force that rests on what is not: a draft, an offer that is over."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from guifan.corpus.graph import Corpus, Link
from guifan.findings import (
    Example,
    Match,
    Phrase,
    Place,
    Rule,
    Severity,
    Wording,
    always,
    listed,
)
from guifan.language.document import Entry
from guifan.language.kinds.announcement import Announcement
from guifan.language.kinds.manual import Manual
from guifan.language.kinds.regulation import Regulation
from guifan.language.kinds.source import Source
from guifan.language.labels import Label
from guifan.language.model import Item, State
from guifan.proof.standing import Fault, Gap, gap, phases, said, throughout
from guifan.proof.told import a_day

_APART = frozenset({"owner", "author", "approver", "see", "supersedes"})
"""Fields that rest on nothing, and those of rule L01 and L03."""

_NAMED = 3
"""How many of the items that rest on one thing a finding names; it points at all of them."""


@dataclass(frozen=True, slots=True)
class _Resting:
    """An item with its places that rest on the same thing, from when that is not in force."""

    item: Item
    places: tuple[Place, ...]
    lapse: Gap

    @property
    def is_only_about(self) -> bool:
        """Whether it is an announcement about it, which may tell of what is over."""
        return isinstance(self.item, Announcement) and all(
            place.path[0] == "about" for place in self.places
        )


def check(corpus: Corpus, day: date) -> Iterator[Match | None]:
    """Judge every reference from the given day on, to the end of what refers.

    Editions of the law are rule F06's; what a source says happened once. What is in force on no
    day at all is the matter of L03 and L05.
    """
    lapsed: dict[tuple[str, bool], list[_Resting]] = {}
    firm: dict[str, tuple[date, date] | None] = {}
    for entry in corpus.entries.values():
        if isinstance(entry.item, Source):
            continue
        found: dict[str, list[tuple[Link, Gap]]] = {}
        for link in corpus.outgoing.get(entry.item.id, ()):
            target = _needed(link)
            if target is None or _state(entry, link) is not State.RELEASED:
                continue
            since, until = said(entry, link)
            other = corpus.entries[target.id]
            if target.id not in firm:
                firm[target.id] = throughout(other)
            days = firm[target.id]
            if days and days[0] <= since <= until <= days[1]:
                yield None
                continue
            is_judged = until >= day and bool(phases(other))
            lapse = gap(other, max(since, day), until) if is_judged else None
            if lapse is None:
                yield None
            else:
                found.setdefault(target.id, []).append((link, lapse))
        for name, lapses in found.items():
            one = _resting(entry.item, lapses)
            lapsed.setdefault((name, one.is_only_about), []).append(one)
    for (name, only_about), each in lapsed.items():
        target = corpus.entries[name].item
        match = _match(target, each[0]) if len(each) == 1 else _root(target, each)
        yield replace(match, warns=only_about)


def _needed(link: Link) -> Item | None:
    """What the place rests on."""
    head = link.path[2] if link.path[0] == "next" else link.path[0]
    target = link.target.item if link.target else None
    if target is None or target.id == link.source or head in _APART:
        return None
    return None if isinstance(target, Regulation | Manual) else target


def _state(entry: Entry, link: Link) -> State:
    ahead = link.path[0] == "next"
    return entry.revisions[int(link.path[1])].item.status if ahead else entry.item.status


def _resting(item: Item, lapses: list[tuple[Link, Gap]]) -> _Resting:
    """The places of an item that rest on the same thing, that which lapses first leading."""
    lapses.sort(key=lambda one: one[1].day)
    places = tuple(Place(item.id, link.path, link.span) for link, _ in lapses)
    return _Resting(item, places, lapses[0][1])


def _match(target: Item, one: _Resting) -> Match:
    """A single item that rests on it: there it can be mended."""
    place, *others = one.places
    facts = {"title": one.item.title, **_facts(target, one.lapse)}
    related = (_reason(target, one.lapse), *others)
    return Match(place, one.lapse.fault.value, facts, related)


def _root(target: Item, each: list[_Resting]) -> Match:
    """Several items that rest on it: one fault, and it is there."""
    first = min(each, key=lambda one: one.lapse.day)
    facts = _facts(target, first.lapse)
    facts |= {
        "fault": Phrase(_FAULTS[first.lapse.fault], dict(facts)),
        "count": len(each),
        "titles": listed(f"“{one.item.title}”" for one in each[:_NAMED]),
    }
    related = tuple(place for one in each for place in one.places)
    return Match(_reason(target, first.lapse), "many", facts, related)


def _facts(target: Item, lapse: Gap) -> dict[str, object]:
    facts: dict[str, object] = {"other": target.title, "kind": Label(target.kind_name)}
    return facts | {"day": a_day(lapse.day), "since": a_day(lapse.since or lapse.day)}


_FAULTS = {
    Fault.DRAFT: Wording(zh="还是草案，{day}没有发布", en="is still a draft on {day}"),
    Fault.RETIRED: Wording(zh="已经停用，{day}不再执行", en="has been withdrawn by {day}"),
    Fault.NOT_YET: Wording(zh="{since}才生效", en="takes effect only on {since}"),
    Fault.ENDED: Wording(zh="执行到 {since}就失效了", en="is in force only until {since}"),
}


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
        "many": Wording(
            zh=(
                "{kind}“{other}”{fault}，而{titles}等 {count} 个条目那时还在引用它。请改正它的状态"
                "或日期；确实不再执行的，把引用它的各处一起改掉。"
            ),
            en=(
                "“{other}” ({kind}) {fault}, but {count} items still refer to it then, among them "
                "{titles}. Correct its status or its dates; if it really does not apply, change "
                "every place that refers to it."
            ),
        ),
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
    mended=Example("""\
--- standards/term.yaml
kind: term
id: free-installation
title: 免安装费
expires: 2026-06-30
means: 按【spring-offer】办理的宽带不收安装费
"""),
    check=check,
    apart=always,
    spans_time=True,
)
