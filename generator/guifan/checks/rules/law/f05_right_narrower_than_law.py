"""F05: what the law gives a customer or an employee, given for less long, less much or later."""

from collections.abc import Iterator

from guifan.checks.rules.law import against
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Rule, Severity, Wording, always
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.law.floors import Matter


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Compare rights, refunds and warranties with the floors that they name."""
    return against.no_looser(corpus, clocks, Matter.RIGHT)


RULE = Rule(
    code="F05",
    name="right-narrower-than-law",
    severity=Severity.ERROR,
    finds=Wording(
        zh="法律给客户或员工的权利，在手册里给少了、给短了或者给晚了。",
        en="What the law gives a customer or an employee is given in part, for less long or later.",
    ),
    why=Wording(
        zh=(
            "退货、退款、保修、赔偿、假期，企业只能给得更多。写少了的那一条本来就无效，"
            "一线却会照着它拒绝客户。"
        ),
        en=(
            "Returns, refunds, warranties, damages and leave may only be widened. A clause that "
            "narrows them is void, and yet the front line would refuse customers by it."
        ),
    ),
    messages={
        "looser": Wording(
            zh=(
                "“{title}”是 {value}，达不到《{law}》的要求：“{floor_title}”{bound} {floor}。"
                "权利、保修请给到不少于它，退款、赔付请不晚于它。"
            ),
            en=(
                "“{title}” is {value}; by {law}, “{floor_title}” is {bound} {floor}. Give "
                "rights and warranties no less than that, and refunds and payments no later."
            ),
        ),
        "short": Wording(
            zh=(
                "“{title}”是 {value}，比《{law}》给的短：{start}起算，到 {end} 就满了，而"
                "“{floor_title}”（{floor}）到 {due} 才满。请改长。"
            ),
            en=(
                "“{title}” is {value}, shorter than {law} gives: from {start} it ends on {end}, "
                "but {floor} ({floor_title}) end on {due}. Make it longer."
            ),
        ),
        "late": against.LATE,
        "incomparable": against.INCOMPARABLE,
        "opposed": against.OPPOSED,
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
  - {id: article-8, number: 第八条, edition: first, says: 七日内可以退货, verification: V1}
floors:
  - id: the-floor
    title: 无理由退货
    article: article-8
    measure: right
    bound: at-least
    value: 7 日
    verification: V1
--- standards/limits.yaml
kind: limit
id: return-window
title: 退货期限
value: 5 日
       ^^^
bound: at-least
audience: public
floor: service-rules.the-floor
"""),
    mended=Example("""\
--- standards/limits.yaml
kind: limit
id: return-window
title: 退货期限
value: 15 日
bound: at-least
audience: public
floor: service-rules.the-floor
"""),
    check=check,
    apart=always,
)
