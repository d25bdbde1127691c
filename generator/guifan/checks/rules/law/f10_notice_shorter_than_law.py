"""F10: a notice given later before the event than the law asks."""

from collections.abc import Iterator

from guifan.checks.rules.law import against
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Rule, Severity, Wording, always
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.law.floors import Matter


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Compare lead times of notices with the floors that they name."""
    return against.no_looser(corpus, clocks, Matter.NOTICE)


RULE = Rule(
    code="F10",
    name="notice-shorter-than-law",
    severity=Severity.ERROR,
    finds=Wording(
        zh="提前告知的时间，比法规要求的短。",
        en="A notice is given later before the event than the law asks.",
    ),
    why=Wording(
        zh=(
            "营业厅搬迁、业务停办、停机检修、改号，法规都写明至少提前多久告知。告知晚了，"
            "客户来不及另作安排，补发多少条短信也补不回来。"
        ),
        en=(
            "The law says how long before moving a shop, stopping a business, planned works or a "
            "change of number customers are told. Told later, they cannot arrange themselves."
        ),
    ),
    messages={
        "looser": Wording(
            zh=(
                "“{title}”提前 {value}告知，比《{law}》要求的短：“{floor_title}”{bound} "
                "{floor}。请提前到不短于它。"
            ),
            en=(
                "“{title}” gives notice of {value}; by {law}, “{floor_title}” is {bound} "
                "{floor}. Give notice no later."
            ),
        ),
        "short": Wording(
            zh=(
                "“{title}”提前 {value}告知，比《{law}》要求的短：{start}告知的，到 {end} 就到"
                "时间了，而“{floor_title}”（{floor}）到 {due} 才满。请再提前。"
            ),
            en=(
                "“{title}” gives notice of {value}, less than {law} asks: told on {start}, it "
                "comes about on {end}, but {floor} ({floor_title}) end on {due}. Give notice "
                "earlier."
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
  - {id: article-8, number: 第八条, edition: first, says: 至少提前三十日公告, verification: V1}
floors:
  - id: the-floor
    title: 营业厅搬迁的公告
    article: article-8
    measure: notice-before
    bound: at-least
    value: 30 日
    verification: V1
--- standards/limits.yaml
kind: limit
id: moving-notice
title: 搬迁公告
value: 20 日
       ^^^^
bound: at-least
audience: public
floor: service-rules.the-floor
"""),
    mended=Example("""\
--- standards/limits.yaml
kind: limit
id: moving-notice
title: 搬迁公告
value: 45 日
bound: at-least
audience: public
floor: service-rules.the-floor
"""),
    check=check,
    apart=always,
)
