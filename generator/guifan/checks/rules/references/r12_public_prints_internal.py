"""R12: a promise to customers that prints something internal."""

from collections.abc import Iterator, Mapping

from guifan.corpus.graph import Corpus, Link
from guifan.findings import Example, Match, Place, Position, Rule, Severity, Wording, always, listed
from guifan.language.anatomy import shapes
from guifan.language.labels import Label
from guifan.language.model import Audience
from guifan.proof.printed import by_target, place, read, spoken

_NAMED = 3
"""How many of the items that print one thing a finding names; it points at all of them."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Judge every reference in a text that customers read.

    Where several items print or say what is internal, the fault is there: it should be public.
    """
    internal: dict[str, list[Link]] = {}
    for link in read(corpus):
        if link.target is None or link.target.item.audience is Audience.PUBLIC:
            yield judge(link)
        else:
            internal.setdefault(link.target.item.id, []).append(link)
    if internal:
        yield from _told(corpus, internal)


def _told(corpus: Corpus, internal: Mapping[str, list[Link]]) -> Iterator[Match | None]:
    """Judge the references to internal items, by item."""
    said = by_target(spoken(corpus))
    heads: dict[Position, list[str]] = {}
    for name in internal:
        audience = corpus.entries[name].position(Place(name, ("audience",)))
        heads.setdefault(audience, []).append(name)
    shared = {name for names in heads.values() if len(names) > 1 for name in names}
    for names in heads.values():
        if len(names) > 1:
            links = [one for name in names for one in (*internal[name], *said.get(name, ()))]
            yield _head(corpus, names, links)
    for name, printed in internal.items():
        every = [*printed, *said.get(name, ())]
        if name in shared:
            continue
        if len({link.source for link in every}) > 1:
            yield _root(corpus, name, every)
        else:
            yield from map(judge, printed)


def _head(corpus: Corpus, names: list[str], links: list[Link]) -> Match:
    """Items that one file's head makes internal, and that customers are told of: one fault."""
    facts = {
        "titles": listed(f"“{corpus.entries[one].item.title}”" for one in names[:_NAMED]),
        "items": len(names),
        "count": len({link.source for link in links}),
    }
    places = tuple(map(place, links))
    return Match(Place(names[0], ("audience",)), "head", facts, places)


def _root(corpus: Corpus, name: str, links: list[Link]) -> Match:
    sources = tuple(dict.fromkeys(link.source for link in links))
    facts = {
        "title": corpus.entries[name].item.title,
        "count": len(sources),
        "titles": listed(f"“{corpus.entries[one].item.title}”" for one in sources[:_NAMED]),
    }
    return Match(Place(name, ("audience",)), "many", facts, tuple(map(place, links)))


def judge(link: Link) -> Match | None:
    """What is wrong with one reference in a text that customers read, if anything."""
    target = link.target
    if target is None:
        return None
    here = place(link)
    facts = {"address": link.address, "title": target.item.title}
    there = (Place(target.item.id, ("id",)),)
    if target.item.audience is not Audience.PUBLIC:
        said = Place(target.item.id, ("audience",))
        return Match(here, "internal-item", facts, (*there, said))
    field = next((one for one in shapes(type(target.part)) if one.attribute == target.field), None)
    if field is not None and field.internal:
        return Match(here, "internal-field", {**facts, "label": Label(field.label)}, there)
    return None


RULE = Rule(
    code="R12",
    name="public-prints-internal",
    severity=Severity.ERROR,
    finds=Wording(
        zh="对外的条目在正文里引用了内部的条目或内部的字段。",
        en="A public item whose text refers to an internal item or an internal field.",
    ),
    why=Wording(
        zh="对外版里没有内部条目：客户要么看到一段编号，要么看到本不该公开的内容。",
        en=(
            "The customers' edition has no internal items: customers would see a bare id, or "
            "something that was never meant to be public."
        ),
    ),
    messages={
        "head": Wording(
            zh=(
                "这一处把全文件的条目都写成内部的，其中 {items} 条（{titles}等）却有 {count} 个条目"
                "告诉客户。可以公开的，给它写上 audience: public；不能公开的，把各处换成公开的。"
            ),
            en=(
                "This makes the whole file internal, but {count} {count:item tells|items tell} "
                "customers of {items} of its items, such as {titles}. If they may be public, write "
                "audience: public; if not, refer to something public in each place."
            ),
        ),
        "many": Wording(
            zh=(
                "“{title}”是内部条目，却有 {count} 个条目把它告诉客户：{titles}等。可以公开的，给"
                "它写上 audience: public；不能公开的，把各处换成公开的条目。"
            ),
            en=(
                "“{title}” is internal, but {count} items tell customers of it, among them "
                "{titles}. If it may be public, write audience: public there; if not, refer to "
                "something public in each of them."
            ),
        ),
        "internal-item": Wording(
            zh=(
                "这一条对外公开，却引用了内部条目“{title}”（{address}）。请换成公开的条目；如果"
                "它可以公开，请给它写上 audience: public。"
            ),
            en=(
                "This item is public but refers to the internal item “{title}” ({address}). Refer "
                "to a public one; if that item may be public, write audience: public there."
            ),
        ),
        "internal-field": Wording(
            zh=(
                "这一条对外公开，却引用了“{title}”的内部字段“{label}”（{address}）。请换成公开"
                "的内容。"
            ),
            en=(
                "This item is public but refers to “{label}” ({address}), an internal field of "
                "“{title}”. Refer to public content instead."
            ),
        ),
    },
    bad=Example("""\
kind: term
items:
  - id: complaint
    title: 投诉
    audience: public
    means: 客户表示不满并要求处理，登记在【ticket】里
                           ^^^^^^
  - id: ticket
    title: 工单
    means: 系统里登记的一件事
"""),
    mended=Example("""\
kind: term
items:
  - id: complaint
    title: 投诉
    audience: public
    means: 客户表示不满并要求处理，登记在【ticket】里
  - id: ticket
    title: 工单
    audience: public
    means: 系统里登记的一件事
"""),
    check=check,
    apart=always,
)
