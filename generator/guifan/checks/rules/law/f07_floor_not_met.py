"""F07: what the law asks of the company, and no item speaks of or is held to."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus, Link
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.manual import Chapter
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.regulation import Article, Creditor, Floor, Regulation
from guifan.proof.told import how_much
from guifan.temporal.duration import Duration
from guifan.temporal.measure import Measure, comparable

_SAYS_NOTHING = ("regulation", "announcement", "term", "source", "manual")
"""Kinds that bind nobody: they tell of the law, or of a single day."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look for whoever names each floor, or the article in which it stands.

    A chapter without a norm is not written yet and is not examined. Then look at the limits that
    rely on an article with a figure of their own sort.
    """
    for item in corpus:
        if isinstance(item, Regulation):
            yield from _unmet(corpus, item)
        elif isinstance(item, Limit) and item.floor is None:
            yield from _uncompared(corpus, item)


def _unmet(corpus: Corpus, regulation: Regulation) -> Iterator[Match | None]:
    written = {place.partition(".")[0] for place in corpus.places(Norm.kind)}
    chapters = {one.id: one for one in corpus.manual.chapters} if corpus.manual else {}
    asked = [
        (floor, chapter)
        for floor in regulation.floors
        if (chapter := chapters.get((floor.place or "").partition(".")[0]))
        and chapter.id in written
        and floor.owed_to is not Creditor.OTHER
    ]
    named = _named(corpus, regulation, [floor for floor, _ in asked])
    for floor, chapter in asked:
        is_named = floor.id in named or floor.article in named
        yield None if is_named else _match(regulation, floor, chapter)


def _named(corpus: Corpus, regulation: Regulation, asked: list[Floor]) -> set[str]:
    """Floors and articles of an instrument that some item relies on, until all asked for are."""
    found: set[str] = set()
    links = corpus.users(regulation.id) if asked else ()
    for link in links:
        parts = link.target.parts if link.target and _relies(corpus, link) else ()
        news = {part.id for part in parts if isinstance(part, Article | Floor)} - found
        if news:
            found |= news
            asked = [one for one in asked if found.isdisjoint((one.id, one.article))]
            if not asked:
                break
    return found


def _relies(corpus: Corpus, link: Link) -> bool:
    return corpus.entries[link.source].item.kind not in _SAYS_NOTHING


def _match(regulation: Regulation, floor: Floor, chapter: Chapter) -> Match:
    facts = {**_facts(regulation, floor), "chapter": chapter.title}
    at = regulation.floors.index(floor)
    related = (Place(regulation.id, ("floors", at, "place")),)
    return Match(Place(regulation.id, ("floors", at, "title")), "not-met", facts, related)


def _facts(regulation: Regulation, floor: Floor) -> dict[str, object]:
    return {
        "law": regulation.short,
        "floor_title": floor.title,
        "bound": Wording(zh=floor.bound.label, en=floor.bound.value.replace("-", " ")),
        "floor": how_much(floor.value),
        "address": f"{regulation.id}.{floor.id}",
    }


def _uncompared(corpus: Corpus, limit: Limit) -> Iterator[Match | None]:
    """Figures of the articles that a limit relies on, to which nobody holds it: one finding.

    Between two events the law and the company meet by themselves (F01). A figure that another item
    names is that other item's.
    """
    found: list[tuple[int, Regulation, Floor]] = []
    for at, address in enumerate(limit.law):
        target = corpus.resolve(address)
        if target is None or not isinstance(target.item, Regulation):
            continue
        cited = {part.id for part in target.parts if isinstance(part, Article | Floor)}
        for floor in target.item.floors:
            if cited.isdisjoint((floor.id, floor.article)) or not _is_alike(limit, floor):
                continue
            if _is_held(corpus, target.item, floor):
                yield None
            else:
                found.append((at, target.item, floor))
    if found:
        yield _beside(limit, found)


def _is_alike(limit: Limit, floor: Floor) -> bool:
    """Whether a limit could be compared with a floor: both bound the same side of a like value."""
    if floor.owed_to is Creditor.OTHER or floor.bound is not limit.bound:
        return False
    if floor.from_ is not None or floor.to is not None:
        return False
    own, law = limit.amount, floor.value
    if isinstance(own, Duration) and isinstance(law, Duration):
        return True
    return isinstance(own, Measure) and isinstance(law, Measure) and comparable(own, law)


def _is_held(corpus: Corpus, regulation: Regulation, floor: Floor) -> bool:
    """Whether some item is held to a floor: names it in a field, not in passing in a text."""
    links = corpus.users(regulation.id)
    return any(
        link.span is None and _relies(corpus, link) and link.target.part is floor
        for link in links
        if link.target is not None
    )


def _beside(limit: Limit, found: list[tuple[int, Regulation, Floor]]) -> Match:
    at, regulation, floor = found[0]
    facts = {**_facts(regulation, floor), "title": limit.title, "value": how_much(limit.amount)}
    related = tuple(
        Place(law.id, ("floors", law.floors.index(one), "value")) for _, law, one in found
    )
    return Match(Place(limit.id, ("law", at)), "not-compared", facts, related)


RULE = Rule(
    code="F07",
    name="floor-not-met",
    severity=Severity.WARNING,
    finds=Wording(
        zh=(
            "法规对企业有要求，该写这件事的一章已经写了，却没有任何条目提到它；或者时限依据的那一条"
            "写着同类的数，却没有写明以它为底线，没有人拿两个数比。"
        ),
        en=(
            "The law asks something of the company of which no item of a written chapter speaks; "
            "or a limit relies on an article with a figure of the same sort but does not name it "
            "as its floor, so that nobody compares the two."
        ),
    ),
    why=Wording(
        zh="手册没有写的，没有人做，也没有人查。等主管部门来问，才知道这一条一直空着。",
        en="What the manual leaves out nobody does and nobody inspects, until the authority asks.",
    ),
    messages={
        "not-met": Wording(
            zh=(
                "《{law}》的“{floor_title}”（{bound} {floor}）该在“{chapter}”一章里规定，却没有"
                "条目提到它。请写出相应的时限或规范，并引用 {address}。"
            ),
            en=(
                "No item speaks of “{floor_title}” of {law} ({bound} {floor}), which belongs to "
                "the chapter “{chapter}”. Write the limit or norm for it, and refer to {address}."
            ),
        ),
        "not-compared": Wording(
            zh=(
                "“{title}”（{value}）依据的《{law}》里有“{floor_title}”（{bound} {floor}），却没有"
                "写明以它为底线，两个数没有比过。请写上“法定底线”（floor）：{address}。"
            ),
            en=(
                "“{title}” ({value}) relies on {law}, which says “{floor_title}” ({bound} "
                "{floor}), but does not name it as its floor, so that the two are not compared. "
                "Write it under “floor”: {address}."
            ),
        ),
    },
    bad=Example("""\
--- standards/regulation.yaml
kind: regulation
id: service-rules
title: 服务管理办法
short: 服务办法
issuer: 主管部门
about: 企业怎样服务客户
editions:
  - {id: first, title: 公布, effective: 2016-07-30}
articles:
  - {id: article-8, number: 第八条, edition: first, says: 提前公告搬迁, verification: V1}
floors:
  - id: moving-30d
    title: 搬迁的公告
           ^^^^^
    article: article-8
    measure: notice-before
    bound: at-least
    value: 30 日
    place: general
    verification: V1
--- standards/norms.yaml
kind: norm
id: put-up-notices
title: 把公告贴在门口
rule: 热线客服代表应当把公告贴在门口。
modal: must
binds: {roles: [hotline-agent]}
aspect: operational
result: process
dimension: reliability
check: [每月抽看门口]
"""),
    mended=Example("""\
--- standards/limits.yaml
kind: limit
id: moving-notice
title: 搬迁公告
value: 45 日
bound: at-least
audience: public
floor: service-rules.moving-30d
"""),
    check=check,
    apart=always,
    absences=frozenset({"not-met", "not-compared"}),
)
