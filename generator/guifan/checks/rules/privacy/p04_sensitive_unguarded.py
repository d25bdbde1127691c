"""P04: sensitive data without what the law asks beside them."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.data_item import Basis, DataItem
from guifan.language.labels import field_named
from guifan.language.written import is_stub

_ASKING = frozenset({Basis.CONSENT, Basis.CONTRACT})
"""Bases beside which sensitive data take a separate consent (个人信息保护法 art. 13, 29)."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at every kind of data that is sensitive, or has to be said to be."""
    for data in corpus.of(DataItem):
        if data.sensitive:
            yield _guarded(data)
        elif data.minors:
            facts = {"title": data.title}
            child = Match(_said(data, "sensitive"), "child", facts, (_said(data, "minors"),))
            yield child if data.guardian else None  # without a guardian, rule P05 says it


def _guarded(data: DataItem) -> Match | None:
    """One finding for all that is missing: at what is said not to be there, if anything is."""
    assessed = data.assessment is not None and not is_stub(data.assessment)
    guards = {"assessment": assessed, "encrypted": data.encrypted, "masked": data.masked}
    if data.basis in _ASKING:
        guards = {"separate_consent": data.separate_consent, **guards}
    missing = [key for key, given in guards.items() if not given]
    if not missing:
        return None
    denied = [key for key in missing if key in data.model_fields_set]
    place, *related = (_said(data, key) for key in (*denied, "sensitive"))
    fields = listed(field_named(DataItem, key) for key in missing)
    return Match(place, "missing", {"title": data.title, "fields": fields}, tuple(related))


def _said(data: DataItem, key: str) -> Place:
    return Place(data.id, (key,))


RULE = Rule(
    code="P04",
    name="sensitive-unguarded",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "敏感个人信息缺少单独同意、影响评估、加密保存、显示时遮蔽中的一样；不满十四周岁的人的"
            "资料没有写明是敏感个人信息。"
        ),
        en=(
            "Sensitive personal data without separate consent, an impact assessment, encryption or "
            "masking; or data of children under fourteen that are not said to be sensitive."
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
            zh="“{title}”是敏感个人信息，没有 {fields}。请做到并写上；做不到的，不要收集。",
            en=(
                "“{title}” is sensitive personal data without {fields}. Put {fields:it|them} in "
                "place and write {fields:it|them} down; if that cannot be done, do not collect the "
                "data."
            ),
        ),
        "child": Wording(
            zh=(
                "“{title}”会收集不满十四周岁未成年人的资料，却没有当作敏感个人信息（个人信息保护法"
                "第二十八条）。请在“敏感个人信息”（sensitive）里写“是”，并做到相应的保护。"
            ),
            en=(
                "“{title}” may concern children under fourteen, whose data are sensitive by law "
                "(art. 28 PIPL), but is not said to be. Let “sensitive” say so, and put the "
                "safeguards in place."
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
    mended=Example("""\
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
"""),
    check=check,
)
