"""F03: a value on the wrong side of the law's: kept too briefly, told too late, too much."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.proof.floors import Bounded, bounded
from guifan.proof.told import how_much


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at every limit that names a floor, where both can be compared without a calendar."""
    for one in bounded(corpus):
        if not one.is_latest:
            yield _match(one) if one.is_looser else None


def _match(one: Bounded) -> Match:
    floor = one.floor
    facts = {
        "title": one.limit.title,
        "value": how_much(one.limit.amount),
        "law": one.regulation.short,
        "bound": Wording(zh=floor.bound.label, en=floor.bound.value.replace("-", " ")),
        "floor": how_much(floor.value),
    }
    field = "within" if one.limit.within is not None else "value"
    at = one.regulation.floors.index(floor)
    return Match(
        Place(one.limit.id, (field,)),
        "looser",
        facts,
        (Place(one.regulation.id, ("floors", at, "value")),),
        warns=one.warns,
    )


RULE = Rule(
    code="F03",
    name="value-looser-than-law",
    severity=Severity.ERROR,
    finds=Wording(
        zh="保存期限、提前告知、次数、比例这些数值，比它所依据的法定底线宽。",
        en="A retention, a notice, a count or a share is looser than the legal floor it names.",
    ),
    why=Wording(
        zh="法规写「至少」的，我们只能更多；写「不超过」的，我们只能更少。写反了，照着做的人就违法。",
        en=(
            "Where the law says at least, ours may only be more; where it says at most, only less. "
            "Whoever follows a looser value breaks the law."
        ),
    ),
    messages={
        "looser": Wording(
            zh="“{title}”是 {value}，比《{law}》宽：法规要求{bound} {floor}。请改到不宽于它。",
            en="“{title}” is {value}; {law} asks for {bound} {floor}. Make it no looser.",
        ),
    },
    bad=Example("""\
--- standards/regulation.yaml
kind: regulation
id: appeal-rules
title: 申诉处理办法
short: 申诉办法
issuer: 主管部门
about: 怎样答复用户的投诉
editions:
  - {id: first, title: 公布, effective: 2016-07-30}
articles:
  - {id: article-8, number: 第八条, edition: first, says: 话单至少保存五个月, verification: V1}
floors:
  - id: records-5-months
    title: 保存原始话单
    article: article-8
    measure: retention
    bound: at-least
    value: 5 个月
    verification: V1
--- standards/limits.yaml
kind: limit
id: records-kept
title: 话单保存
value: 3 个月
       ^^^^
bound: at-least
floor: appeal-rules.records-5-months
"""),
    good=Example("""\
--- standards/regulation.yaml
kind: regulation
id: appeal-rules
title: 申诉处理办法
short: 申诉办法
issuer: 主管部门
about: 怎样答复用户的投诉
editions:
  - {id: first, title: 公布, effective: 2016-07-30}
articles:
  - {id: article-8, number: 第八条, edition: first, says: 话单至少保存五个月, verification: V1}
floors:
  - id: records-5-months
    title: 保存原始话单
    article: article-8
    measure: retention
    bound: at-least
    value: 5 个月
    verification: V1
--- standards/limits.yaml
kind: limit
id: records-kept
title: 话单保存
value: 6 个月
bound: at-least
floor: appeal-rules.records-5-months
"""),
    check=check,
)
