"""P04: sensitive data without what the law asks beside them."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.data_item import Basis, DataItem

_ASKING = frozenset({Basis.CONSENT, Basis.CONTRACT})
"""Bases beside which sensitive data take a separate consent (个人信息保护法 art. 13, 29)."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look for each safeguard of each kind of sensitive data."""
    for data in corpus.of(DataItem):
        if not data.sensitive:
            continue
        guards = {"assessment": data.assessment, "encrypted": data.encrypted, "masked": data.masked}
        if data.basis in _ASKING:
            guards = {"separate_consent": data.separate_consent, **guards}
        for key, given in guards.items():
            facts = {"title": data.title, "field": data.label(key), "key": key}
            place = Place(data.id, (key,) if key in data.model_fields_set else ("sensitive",))
            yield None if given else Match(place, "missing", facts)


RULE = Rule(
    code="P04",
    name="sensitive-unguarded",
    severity=Severity.ERROR,
    finds=Wording(
        zh="敏感个人信息缺少单独同意、影响评估、加密保存、显示时遮蔽中的一样。",
        en=(
            "Sensitive personal data without separate consent, an impact assessment, encryption or "
            "masking."
        ),
    ),
    why=Wording(
        zh=(
            "证件、位置、通话记录一旦泄露，伤到的是人身和财产。处理敏感个人信息要取得单独同意，"
            "事前做影响评估，并采取严格的保护措施（个人信息保护法第二十八条、第二十九条、第五十五"
            "条）。依法定职责处理的，不以同意为前提。"
        ),
        en=(
            "When identity documents, locations or call records leak, people and their property "
            "are harmed. Handling sensitive data needs separate consent, an impact assessment "
            "beforehand and strict protection (art. 28, 29 and 55 PIPL). What a legal duty "
            "requires does not depend on consent."
        ),
    ),
    messages={
        "missing": Wording(
            zh="“{title}”是敏感个人信息，没有“{field}”（{key}）。请做到并写上；做不到的，不要收集。",
            en=(
                "“{title}” is sensitive personal data but has no “{field}” ({key}). Put it in "
                "place and write it down; if that cannot be done, do not collect the data."
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
kinds: [位置]
sensitive: 是
keep: 2 年
keep_from: 服务终止
access: [hotline-agent]
notice: privacy-notice
separate_consent: 否
                  ^
assessment: PIA-2026-011
encrypted: 是
masked: 是
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
    good=Example("""\
--- standards/data.yaml
kind: data-item
id: contact-number
title: 联系电话
purposes: [service]
basis: contract
kinds: [位置]
sensitive: 是
keep: 2 年
keep_from: 服务终止
access: [hotline-agent]
notice: privacy-notice
separate_consent: 是
assessment: PIA-2026-011
encrypted: 是
masked: 是
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
    check=check,
)
