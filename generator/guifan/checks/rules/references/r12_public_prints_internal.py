"""R12: a promise to customers that prints something internal."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus, Link
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.anatomy import shapes
from guifan.language.model import Audience, Text


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Judge every reference in a text that customers read."""
    for link in corpus.links:
        if isinstance(link.spot.marker, Text) and not link.internal and _is_public(corpus, link):
            yield judge(link)


def _is_public(corpus: Corpus, link: Link) -> bool:
    entry = corpus.entries[link.source]
    item = entry.revisions[int(link.path[1])].item if link.path[0] == "next" else entry.item
    return item.audience is Audience.PUBLIC


def judge(link: Link) -> Match | None:
    """What is wrong with one reference in a text that customers read, if anything."""
    target = link.target
    if target is None:
        return None
    place = Place(link.source, link.path, link.span)
    facts = {"address": link.address, "title": target.item.title}
    there = (Place(target.item.id, ("id",)),)
    if target.item.audience is not Audience.PUBLIC:
        said = Place(target.item.id, ("audience",))
        return Match(place, "internal-item", facts, (*there, said))
    field = next((one for one in shapes(type(target.part)) if one.attribute == target.field), None)
    if field is not None and field.internal:
        return Match(place, "internal-field", facts | {"label": field.label}, there)
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
    good=Example("""\
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
)
