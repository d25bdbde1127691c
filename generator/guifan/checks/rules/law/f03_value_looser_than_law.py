"""F03: a value on the wrong side of the law's: kept too briefly, charged too much, too poor."""

from collections.abc import Iterator

from guifan.checks.rules.law import against
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Rule, Severity, Wording, always
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.law.floors import Matter


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Compare retentions, rates, qualities and thresholds with the floors that they name."""
    return against.no_looser(corpus, clocks, Matter.VALUE)


RULE = Rule(
    code="F03",
    name="value-looser-than-law",
    severity=Severity.ERROR,
    finds=Wording(
        zh="保存期限、费率、质量标准、认定标准这些数值，比它所依据的法定底线宽。",
        en="A retention, a rate, a quality or a threshold is looser than the legal floor it names.",
    ),
    why=Wording(
        zh="法规写“至少”的，我们只能更多；写“不超过”的，我们只能更少。写反了，照着做的人就违法。",
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
        "short": Wording(
            zh=(
                "“{title}”是 {value}，比《{law}》短：{start}起算，到 {end} 就满了，而"
                "“{floor_title}”（{floor}）到 {due} 才满。请改长。"
            ),
            en=(
                "“{title}” is {value}, shorter than {law} asks: from {start} it ends on {end}, but "
                "{floor} ({floor_title}) end on {due}. Make it longer."
            ),
        ),
        "late": against.LATE,
        "incomparable": against.INCOMPARABLE,
        "opposed": against.OPPOSED,
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
audience: public
floor: appeal-rules.records-5-months
"""),
    mended=Example("""\
--- standards/limits.yaml
kind: limit
id: records-kept
title: 话单保存
value: 6 个月
bound: at-least
audience: public
floor: appeal-rules.records-5-months
"""),
    check=check,
    apart=always,
)
