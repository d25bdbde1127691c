"""F08: a draft cited as if it were law."""

from collections.abc import Iterator

from guifan.checks.rules.law.citing import Judged, told
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.language.kinds.regulation import Status
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.law.citations import Citation, citations


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Look at the edition of every article and floor that is cited."""
    if clocks is not None:
        yield from told(corpus, map(_judged, citations(corpus, clocks.horizon)))


def _judged(one: Citation) -> Judged | None:
    if one.edition.status is not Status.DRAFT:
        return None
    law = one.regulation
    facts = {"law": law.short, "number": one.article.number, "edition": one.edition.title}
    cause = Place(law.id, ("editions", law.editions.index(one.edition), "status"))
    return Judged(one, "draft", facts, cause)


RULE = Rule(
    code="F08",
    name="draft-cited",
    severity=Severity.ERROR,
    finds=Wording(
        zh="把征求意见稿的条款当作现行规定引用。",
        en="An article of a draft is cited as if it were in force.",
    ),
    why=Wording(
        zh=(
            "征求意见稿没有效力，正式公布时数值和条号都可能改。照它答复客户，客户一查就知道"
            "我们说错了；照它定的底线，守住了也不算守法。"
        ),
        en=(
            "A draft binds nobody, and its figures and numbers may change before it is issued. "
            "Customers who look it up find that we were wrong, and keeping it keeps no law."
        ),
    ),
    messages={
        "draft": Wording(
            zh=(
                "《{law}》{number}属于“{edition}”，还没有公布施行，不能作为依据。请改引已经施行"
                "的条款，或者删去这处引用。"
            ),
            en=(
                "{number} of {law} belongs to “{edition}”, a draft that is not in force and "
                "supports nothing. Cite an article in force, or delete the citation."
            ),
        ),
        "draft-several": Wording(
            zh=(
                "《{law}》的“{edition}”还没有公布施行，不能作为依据，而有 {count} 处引用它："
                "{items}。请改引已经施行的条款；它已经公布的，请改正它的状态。"
            ),
            en=(
                "“{edition}” of {law} is a draft that is not in force and supports nothing, and is "
                "cited in {count} {count:place|places}: {items}. Cite articles in force; if it has "
                "been issued, mend its status."
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
  - {id: issued, title: 2019 年公布, effective: 2019-12-01}
  - {id: draft, title: 2025 年征求意见稿, status: draft}
articles:
  - {id: article-3, number: 第三条, edition: issued, says: 及时答复客户, verification: V1}
  - {id: draft-3, number: 第三条, edition: draft, says: 两日内答复客户, verification: V1}
--- standards/limits.yaml
kind: limit
id: answering
title: 答复
within: 48 小时
from: complaint-received
to: complaint-answered
law: [service-rules.draft-3]
      ^^^^^^^^^^^^^^^^^^^^^
"""),
    mended=Example("""\
--- standards/limits.yaml
kind: limit
id: answering
title: 答复
within: 48 小时
from: complaint-received
to: complaint-answered
law: [service-rules.article-3]
"""),
    check=check,
    apart=always,
)
