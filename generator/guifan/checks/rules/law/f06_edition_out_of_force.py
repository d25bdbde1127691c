"""F06: the law cited by an edition that is not in force while the item holds."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.regulation import Status
from guifan.proof.citations import Citation, Lapse, citations, lapse
from guifan.proof.clocks import Clocks
from guifan.proof.told import day_of
from guifan.temporal.moments import Moment


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Judge every citation over the days of the horizon on which it stands; drafts are F08's."""
    for one in citations(corpus, clocks.horizon) if clocks else ():
        if one.edition.status is Status.ISSUED:
            found = lapse(one)
            yield _match(one, found) if found else None


def _match(one: Citation, found: Lapse) -> Match:
    facts = {
        "law": one.regulation.short,
        "number": one.article.number,
        "edition": one.edition.title,
        "day": day_of(Moment(found.day, 0)),
        "begins": day_of(Moment(one.edition.effective, 0)) if one.edition.effective else "",
        "other": found.other.title if found.other else "",
    }
    law = one.regulation
    related = [Place(law.id, ("articles", law.articles.index(one.article), "edition"))]
    related.append(Place(law.id, ("editions", law.editions.index(one.edition), "id")))
    if found.other:
        related.append(Place(law.id, ("editions", law.editions.index(found.other), "effective")))
    place = Place(one.link.source, one.link.path, one.link.span)
    return Match(place, found.fault.value, facts, tuple(related), warns=one.warns)


RULE = Rule(
    code="F06",
    name="edition-out-of-force",
    severity=Severity.ERROR,
    finds=Wording(
        zh="引用的法规条款，属于条目执行期间没有施行或者已经失效的版本。",
        en="An article cited by an edition that is not in force while the item holds.",
    ),
    why=Wording(
        zh=(
            "法规一修订，条号常常全部错开一条：照旧条号去查，查到的是另一件事。将来哪一天失效是"
            "写着的，写进手册的当天就该看出来，不必等到那一天。"
        ),
        en=(
            "A revision often moves every number by one, so that an old number leads to another "
            "matter. The day on which an edition ends is known: it is said when the item is "
            "written, not when that day has come."
        ),
    ),
    messages={
        "not-yet": Wording(
            zh=(
                "《{law}》{number}属于“{edition}”，{begins}才施行，而这里从{day}起就引用它。"
                "请改引当时施行的版本，或者把生效日期推后。"
            ),
            en=(
                "{number} of {law} belongs to the edition “{edition}”, in force from {begins}, "
                "but is cited here from {day}. Cite the edition then in force, or let the item "
                "take effect later."
            ),
        ),
        "ended": Wording(
            zh=(
                "《{law}》{number}属于“{edition}”，{day}已经失效，而这里还在引用它。请改引现行"
                "版本的条款；将来才失效的，用 next 写明从那一天起引用哪一条。"
            ),
            en=(
                "{number} of {law} belongs to the edition “{edition}”, which is no longer in "
                "force on {day}, and is still cited here. Cite the edition in force; if it ends "
                "later, write in next: what is cited from that day."
            ),
        ),
        "superseded": Wording(
            zh=(
                "《{law}》{number}属于“{edition}”，{day}已由“{other}”代替，而这里还在引用它。"
                "请改引新版的条款；将来才代替的，用 next 写明从那一天起引用哪一条。"
            ),
            en=(
                "{number} of {law} belongs to the edition “{edition}”, in whose place “{other}” "
                "is in force on {day}, and is still cited here. Cite the new edition; if it comes "
                "later, write in next: what is cited from that day."
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
  - {id: original, title: 2000 年公布, effective: 2000-09-25, until: 2016-02-05}
  - {id: revised, title: 2016 年修订, effective: 2016-02-06}
articles:
  - {id: old-33, number: 第三十三条, edition: original, says: 修复障碍, verification: V1}
  - {id: new-32, number: 第三十二条, edition: revised, says: 修复障碍, verification: V1}
--- standards/limits.yaml
kind: limit
id: answering
title: 答复
within: 48 小时
from: complaint-received
to: complaint-answered
law: [service-rules.old-33]
      ^^^^^^^^^^^^^^^^^^^^
"""),
    good=Example("""\
--- standards/regulation.yaml
kind: regulation
id: service-rules
title: 服务管理办法
short: 服务办法
issuer: 主管部门
about: 企业怎样服务客户
editions:
  - {id: original, title: 2000 年公布, effective: 2000-09-25, until: 2016-02-05}
  - {id: revised, title: 2016 年修订, effective: 2016-02-06}
articles:
  - {id: old-33, number: 第三十三条, edition: original, says: 修复障碍, verification: V1}
  - {id: new-32, number: 第三十二条, edition: revised, says: 修复障碍, verification: V1}
--- standards/limits.yaml
kind: limit
id: answering
title: 答复
within: 48 小时
from: complaint-received
to: complaint-answered
law: [service-rules.new-32]
"""),
    check=check,
)
