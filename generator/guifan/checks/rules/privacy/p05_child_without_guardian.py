"""P05: data of children under fourteen without a step in which a guardian consents."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.data_item import DataItem
from guifan.language.kinds.procedure import Procedure, Step

_CONSENT = ("同意", "签字", "签名", "签署", "授权", "许可")
"""Words of which a step in which somebody consents has one."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look for the guardian's step of every kind of data that may be a child's."""
    for data in corpus.of(DataItem):
        if data.minors:
            yield _elsewhere(corpus, data, data.guardian) if data.guardian else _missing(data)


def _elsewhere(corpus: Corpus, data: DataItem, address: str) -> Match | None:
    """It only warns, as consent may be asked for in other words."""
    target = corpus.resolve(address)
    if target is None or not isinstance(target.part, Step):
        return None
    procedure, step = target.item, target.part
    assert isinstance(procedure, Procedure)
    if any(word in text for text in (step.title, step.do, *step.how) for word in _CONSENT):
        return None
    facts = {"title": data.title, "procedure": procedure.title, "step": step.title}
    related = (Place(procedure.id, ("steps", procedure.steps.index(step), "do")),)
    return Match(Place(data.id, ("guardian",)), "elsewhere", facts, related, warns=True)


def _missing(data: DataItem) -> Match:
    """That such data are not said to be sensitive either belongs to the same fault."""
    place, facts = Place(data.id, ("minors",)), {"title": data.title}
    if data.sensitive:
        return Match(place, "missing", facts)
    return Match(place, "unguarded", facts, (Place(data.id, ("sensitive",)),))


RULE = Rule(
    code="P05",
    name="child-without-guardian",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "会收集不满十四周岁未成年人的资料，却没有写在哪一步取得监护人同意，或者指的那一步没有说取"
            "得同意。"
        ),
        en=(
            "Data of children under fourteen, with no step named in which a guardian consents, or "
            "with one that says nothing of consent."
        ),
    ),
    why=Wording(
        zh=(
            "不满十四周岁的，要由父母或者其他监护人同意（个人信息保护法第三十一条）。没有这一步，"
            "一线只会让孩子自己点“同意”。"
        ),
        en=(
            "For a child under fourteen, a parent or other guardian must consent (art. 31 PIPL). "
            "Without that step, staff will simply let the child tap “agree”."
        ),
    ),
    messages={
        "elsewhere": Wording(
            zh=(
                "“{title}”写的监护人同意步骤是“{procedure}”的“{step}”，这一步没有说取得同意。"
                "请改指监护人点头、签字的那一步；就是这一步的，在“做什么”里写明。"
            ),
            en=(
                "The guardian's consent to “{title}” is said to be the step “{step}” of "
                "“{procedure}”, which says nothing of consent. Name the step in which the guardian "
                "agrees or signs; if it is this one, say so in it."
            ),
        ),
        "missing": Wording(
            zh=(
                "“{title}”会收集不满十四周岁未成年人的资料，没有写在哪个流程的哪一步取得监护人同"
                "意。请在“监护人同意步骤”（guardian）里写上“流程编号.步骤编号”。"
            ),
            en=(
                "“{title}” may concern children under fourteen, but no step is named in which a "
                "guardian consents. Write it under “guardian” as procedure.step."
            ),
        ),
        "unguarded": Wording(
            zh=(
                "“{title}”会收集不满十四周岁未成年人的资料，没有写在哪个流程的哪一步取得监护人同"
                "意，也没有当作敏感个人信息。请写上“监护人同意步骤”（guardian），在“敏感个人信息”（"
                "sensitive）里写“是”；不收集的，改正“涉及未满十四周岁”（minors）。"
            ),
            en=(
                "“{title}” may concern children under fourteen, but no step is named in which a "
                "guardian consents, and the data are not said to be sensitive. Write “guardian” "
                "and let “sensitive” say so; if no such data are collected, correct “minors”."
            ),
        ),
    },
    bad=Example("""\
--- standards/data.yaml
kind: data-item
id: contact-number
title: 联系电话
purposes: [service]
basis: contract
kinds: [联系电话]
sensitive: 否
keep: 2 年
keep_from: 服务终止
access: [hotline-agent]
notice: privacy-notice
minors: 是
        ^
--- standards/agent.yaml
kind: role
id: hotline-agent
title: 热线客服代表
unit: service-department
rank: 1
reports_to: shift-leader
mission: 接好每一个来电
duties: [接听来电]
data: [contact-number]
--- standards/notice.yaml
kind: message
id: privacy-notice
title: 资料收集告知
form: script
to: customer
situation: 收集客户资料以前
says: 我们收集您的资料，只用于为您服务。
"""),
    mended=Example("""\
--- standards/data.yaml
kind: data-item
id: contact-number
title: 联系电话
purposes: [service]
basis: contract
kinds: [联系电话]
sensitive: 是
keep: 2 年
keep_from: 服务终止
access: [hotline-agent]
notice: privacy-notice
separate_consent: 是
assessment: PIA-2026-011
encrypted: 是
masked: 是
minors: 是
guardian: child-card.consent
--- standards/card.yaml
kind: procedure
id: child-card
title: 办理亲子卡
about: 给孩子办卡
steps:
  - id: consent
    title: 监护人同意
    do: 请监护人看告知文本并签字
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
"""),
    check=check,
)
