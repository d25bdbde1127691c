"""F02: a limit for all that breaks the law for some, where the law sets a floor for each."""

from collections.abc import Iterator

from guifan.checks.rules.law import against
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.regulation import Verification
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case
from guifan.proof.law.divided import Branch, Family, families
from guifan.proof.law.floors import binding
from guifan.proof.told import how_much, when


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Hold every limit against the floor of every case that it holds for.

    A limit that breaks the floor which it names, or one for all cases, is another rule's.
    """
    for family in families(corpus) if clocks else ():
        assert clocks is not None
        for limit in family.limits:
            holds = clocks.has(limit.calendar) and not _is_told(corpus, limit, clocks)
            yield _worst(family, limit, clocks) if holds else None
        for branch in family.branches:
            lacking = family.lacking(branch)
            yield _left_out(lacking, branch) if lacking else None


def _is_told(corpus: Corpus, limit: Limit, clocks: Clocks) -> bool:
    """Whether a limit breaks a floor that another rule holds it to, and no less surely."""
    return any(
        one.compared(clocks).keeps is False
        for one in binding(corpus, limit)
        if one.is_owed and not (one.unnamed and one.warns)
    )


def _worst(family: Family, limit: Limit, clocks: Clocks) -> Match | None:
    """The floor that a limit breaks most; one that was checked before one that was not."""
    broken = [(case, one) for one in family.branches if (case := one.broken(clocks, limit))]
    if not broken:
        return None
    case, branch = min(broken, key=lambda pair: (_is_unchecked(pair[1]), pair[0].spare))
    facts = {
        "title": limit.title,
        "value": how_much(limit.amount),
        **_law(branch),
        "start": when(case.start),
        "end": when(case.end),
        "due": against.law_ends(clocks, limit.calendar, case.other),
    }
    related = [Place(limit.id, ("applies",))] if limit.applies else []
    related += [_place(one) for one in (branch, *_others(family, branch))]
    return Match(
        Place(limit.id, ("within",)),
        "breaks",
        facts,
        tuple(related),
        warns=_warns(branch, case, clocks),
    )


def _left_out(limit: Limit, branch: Branch) -> Match:
    facts = {"title": limit.title, "value": how_much(limit.amount), **_law(branch)}
    place = Place(limit.id, ("applies",))
    return Match(place, "left-out", facts, (_place(branch),), warns=_is_unchecked(branch))


def _warns(branch: Branch, case: Case, clocks: Clocks) -> bool:
    return _is_unchecked(branch) or clocks.horizon.is_provisional(case.start.day)


def _is_unchecked(branch: Branch) -> bool:
    return branch.floor.verification is Verification.MEM


def _others(family: Family, branch: Branch) -> tuple[Branch, ...]:
    return tuple(one for one in family.branches if one is not branch)


def _law(branch: Branch) -> dict[str, object]:
    return {
        "law": branch.regulation.short,
        "floor_title": branch.floor.title,
        "floor": how_much(branch.floor.value),
    }


def _place(branch: Branch) -> Place:
    at = branch.regulation.floors.index(branch.floor)
    return Place(branch.regulation.id, ("floors", at, "value"))


RULE = Rule(
    code="F02",
    name="branch-breaks-law",
    severity=Severity.ERROR,
    finds=Wording(
        zh="法规按情形分别规定底线，时限却守不住其中一种情形，或者漏掉了一种。",
        en="Of the floors that the law sets for several cases, a limit breaks or leaves out one.",
    ),
    why=Wording(
        zh=(
            "法规写“城镇 48 小时、农村 72 小时”，手册只写一个 72 小时，对着农村那条看没有错，"
            "城镇的客户却都晚了一天。"
        ),
        en=(
            "The law says 48 hours in towns and 72 in the country. One limit of 72 hours looks "
            "right beside the second and is a day late for everyone in town."
        ),
    ),
    messages={
        "breaks": Wording(
            zh=(
                "“{title}”（{value}）守不住《{law}》的“{floor_title}”（{floor}）：{start} 起算的"
                "最迟 {end} 到期，而法定最迟是 {due}。请缩短时限，或者分开写各种情形的时限。"
            ),
            en=(
                "“{title}” ({value}) breaks “{floor_title}” of {law} ({floor}): what starts on "
                "{start} is due on {end}, but the law allows until {due}. Shorten the limit, or "
                "write one for each case."
            ),
        ),
        "left-out": Wording(
            zh=(
                "《{law}》对“{floor_title}”规定了 {floor}，而“{title}”（{value}）没有包括这种"
                "情形，也没有别的时限管它。请把适用范围写全，或者另写一条时限。"
            ),
            en=(
                "{law} sets {floor} for “{floor_title}”, but “{title}” ({value}) does not hold "
                "for that case, nor does any other limit. Widen its scope, or write another limit."
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
  - {id: article-8, number: 第八条, edition: first, says: 城镇农村分别答复, verification: V1}
floors:
  - id: city-48h
    title: 城镇答复
    article: article-8
    measure: maximum
    value: 48 小时
    from: complaint-received
    to: complaint-answered
    scope: {area: city}
    verification: V1
  - id: rural-72h
    title: 农村答复
    article: article-8
    measure: maximum
    value: 72 小时
    from: complaint-received
    to: complaint-answered
    scope: {area: rural}
    verification: V1
--- standards/area.yaml
kind: taxonomy
id: area
title: 地域
members:
  - {id: city, title: 城镇}
  - {id: rural, title: 农村}
--- standards/limits.yaml
kind: limit
id: answering
title: 答复
within: 72 小时
        ^^^^^
from: complaint-received
to: complaint-answered
audience: public
floor: service-rules.rural-72h
"""),
    mended=Example("""\
--- standards/limits.yaml
kind: limit
items:
  - id: answering-city
    title: 城镇答复时限
    within: 48 小时
    from: complaint-received
    to: complaint-answered
    applies: {area: city}
    audience: public
    floor: service-rules.city-48h
  - id: answering-rural
    title: 农村答复时限
    explains: 农村路远，上门时间长。
    within: 72 小时
    from: complaint-received
    to: complaint-answered
    applies: {area: rural}
    audience: public
    floor: service-rules.rural-72h
"""),
    check=check,
    absences=frozenset({"left-out"}),
)
