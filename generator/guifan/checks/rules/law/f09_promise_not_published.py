"""F09: a limit by which the company keeps the law towards customers, and does not tell them."""

from collections.abc import Iterator

from guifan.checks.rules.law import against
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.regulation import Creditor
from guifan.language.model import Audience
from guifan.proof.law.floors import Bounded, bounded_by
from guifan.proof.told import how_much


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at the audience of every limit whose floor is owed to customers."""
    for limit in corpus.of(Limit):
        one = bounded_by(corpus, limit)
        if one is not None and one.floor.owed_to is Creditor.CUSTOMER:
            yield None if limit.audience is Audience.PUBLIC else _match(one)


def _match(one: Bounded) -> Match:
    facts = {
        "title": one.item.title,
        "value": how_much(one.amount),
        "law": one.regulation.short,
        "floor_title": one.floor.title,
    }
    at = one.regulation.floors.index(one.floor)
    law = Place(one.regulation.id, ("floors", at, "title"))
    related = (Place(one.item.id, ("audience",)), law)
    place = against.place(one) if one.unnamed else Place(one.item.id, ("floor",))
    return Match(place, "internal", facts, related)


RULE = Rule(
    code="F09",
    name="promise-not-published",
    severity=Severity.WARNING,
    finds=Wording(
        zh="对客户的法定时限，没有向客户公开。",
        en="A limit that the law sets for the sake of customers is not shown to them.",
    ),
    why=Wording(
        zh=(
            "《电信条例》第三十条要求把服务的种类、范围、资费和时限向社会公布。客户不知道的"
            "承诺，没有办法要求我们兑现。"
        ),
        en=(
            "Article 30 of the Telecommunications Regulations has an operator publish its "
            "services, prices and time limits. Customers cannot hold us to what they do not know."
        ),
    ),
    messages={
        "internal": Wording(
            zh=(
                "“{title}”（{value}）依据《{law}》的“{floor_title}”，是对客户的，却只在内部版里。"
                "请写上 audience: public。"
            ),
            en=(
                "“{title}” ({value}) rests on “{floor_title}” of {law}, which is owed to "
                "customers, but it is internal. Write audience: public."
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
  - {id: article-8, number: 第八条, edition: first, says: 十五日内答复, verification: V1}
floors:
  - id: answer-15d
    title: 答复投诉
    article: article-8
    measure: maximum
    value: 15 日
    from: complaint-received
    to: complaint-answered
    verification: V1
--- standards/limits.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
floor: service-rules.answer-15d
       ^^^^^^^^^^^^^^^^^^^^^^^^
"""),
    mended=Example("""\
--- standards/limits.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
audience: public
floor: service-rules.answer-15d
"""),
    check=check,
)
