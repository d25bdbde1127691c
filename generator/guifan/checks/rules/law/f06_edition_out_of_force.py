"""F06: the law cited by an edition that is not in force while the item holds."""

from collections.abc import Iterator
from datetime import date

from guifan.checks.rules.law.citing import Judged, told
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.language.kinds.regulation import Status
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.law.citations import Citation, Fault, citations, lapse
from guifan.proof.told import day_of
from guifan.temporal.moments import Moment


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Judge every citation over the days of the horizon on which it stands; drafts are F08's."""
    if clocks is not None:
        yield from told(corpus, map(_judged, _issued(corpus, clocks)))


def _issued(corpus: Corpus, clocks: Clocks) -> Iterator[Citation]:
    for one in citations(corpus, clocks.horizon):
        if one.edition.status is Status.ISSUED:
            yield one


def _judged(one: Citation) -> Judged | None:
    found = lapse(one)
    if found is None:
        return None
    law, edition = one.regulation, one.edition
    facts = {
        "law": law.short,
        "number": one.article.number,
        "edition": edition.title,
        "day": day_of(Moment(found.day, 0)),
        "begins": _on(edition.effective),
        "ends": _on(edition.until),
        "other": found.other.title if found.other else "",
        "since": _on(found.other.effective if found.other else None),
    }
    at = law.editions.index(edition)
    written = "until" if found.fault is Fault.ENDED else "effective"
    mine = Place(law.id, ("editions", at, "id"))
    if found.other:
        cause = Place(law.id, ("editions", law.editions.index(found.other), "effective"))
    else:
        cause = Place(law.id, ("editions", at, written))
    return Judged(one, found.fault.value, facts, cause, (mine,))


def _on(day: date | None) -> Wording | str:
    return day_of(Moment(day, 0)) if day else ""


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
                "{number} of {law} belongs to the edition “{edition}”, which is no longer in force "
                "on {day}, and is still cited here. Cite the edition in force; if it ends later, "
                "write under “next” what is cited from that day."
            ),
        ),
        "superseded": Wording(
            zh=(
                "《{law}》{number}属于“{edition}”，{day}已由“{other}”代替，而这里还在引用它。"
                "请改引新版的条款；将来才代替的，用 next 写明从那一天起引用哪一条。"
            ),
            en=(
                "{number} of {law} belongs to the edition “{edition}”, in whose place “{other}” is "
                "in force on {day}, and is still cited here. Cite the new edition; if it comes "
                "later, write under “next” what is cited from that day."
            ),
        ),
        "not-yet-several": Wording(
            zh=(
                "《{law}》的“{edition}”{begins}才施行，而有 {count} 处在它施行以前就引用它："
                "{items}。请核对施行日期；没有写错的，改引当时施行的版本，或者把这些条目的生效日期推后。"
            ),
            en=(
                "“{edition}” of {law} is in force from {begins} only, and is cited before that in "
                "{count} {count:place|places}: {items}. Look at its date again; if it is right, "
                "cite the edition then in force, or let those items take effect later."
            ),
        ),
        "ended-several": Wording(
            zh=(
                "《{law}》的“{edition}”到{ends}为止，而有 {count} 处在那以后还引用它：{items}。"
                "请核对失效日期；没有写错的，改引现行版本的条款，将来才失效的用 next 写明。"
            ),
            en=(
                "“{edition}” of {law} is in force until {ends}, and is cited after that in {count} "
                "{count:place|places}: {items}. Look at its date again; if it is right, cite the "
                "edition in force, under “next” where it ends later."
            ),
        ),
        "superseded-several": Wording(
            zh=(
                "《{law}》的“{edition}”{since}起由“{other}”代替，而有 {count} 处在那以后还引用它："
                "{items}。请核对施行日期；没有写错的，改引新版的条款，将来才代替的用 next 写明。"
            ),
            en=(
                "In the place of “{edition}” of {law} “{other}” is in force from {since}, and the "
                "former is cited after that in {count} {count:place|places}: {items}. Look at the "
                "date again; if it is right, cite the new edition, under “next” where it comes "
                "later."
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
    mended=Example("""\
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
    apart=always,
    spans_time=True,
)
