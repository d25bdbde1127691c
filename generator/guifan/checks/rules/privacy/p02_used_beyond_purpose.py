"""P02: data used for, or given away for, something that they were not collected for."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.data_item import DataItem, Recipient


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Compare every use and every recipient with the purposes of the collection."""
    for data in corpus.of(DataItem):
        for at, use in enumerate(data.uses):
            yield _purpose(corpus, data, ("uses", at, "purpose"), use.purpose)
        for at, share in enumerate(data.shared_with):
            yield _purpose(corpus, data, ("shared_with", at, "purpose"), share.purpose)
            facts = {"title": data.title, "to": share.to}
            place = Place(data.id, ("shared_with", at, "to"))
            yield None if share.contract else Match(place, "no-contract", facts)
            yield _consented(data, at)


def _consented(data: DataItem, at: int) -> Match | None:
    """Told where consent is denied, if it is in so many words."""
    share = data.shared_with[at]
    if share.recipient is not Recipient.CONTROLLER or share.consent:
        return None
    facts = {"title": data.title, "to": share.to}
    denied, to = (Place(data.id, ("shared_with", at, key)) for key in ("consent", "to"))
    if "consent" in share.model_fields_set:
        return Match(denied, "no-consent", facts, (to,))
    return Match(to, "no-consent", facts, (Place(data.id, ("shared_with", at, "recipient")),))


def _purpose(
    corpus: Corpus, data: DataItem, path: tuple[str | int, ...], purpose: str
) -> Match | None:
    """Nothing is said where no purpose is: rule P01 does; nor of one that is not in the list."""
    known = corpus.members("data-purpose")
    if purpose in data.purposes or purpose not in known or not data.purposes:
        return None
    allowed = listed(f"“{known[one].title}”" for one in data.purposes if one in known)
    facts = {"title": data.title, "purpose": known[purpose].title, "purposes": allowed}
    return Match(Place(data.id, path), "beyond", facts, (Place(data.id, ("purposes",)),))


RULE = Rule(
    code="P02",
    name="used-beyond-purpose",
    severity=Severity.ERROR,
    finds=Wording(
        zh="客户资料用在收集目的以外，或者提供给别人而没有合同、没有单独同意。",
        en=(
            "Personal data used for something other than the purpose they were collected for, or "
            "given to others without a contract or without the customer's separate consent."
        ),
    ),
    why=Wording(
        zh=(
            "客户留电话是为了装宽带，不是为了接推销。超出目的要重新取得同意；提供给自行决定用途的"
            "单位，还要单独同意（个人信息保护法第六条、第二十一条、第二十三条）。"
        ),
        en=(
            "Customers leave a number so that broadband can be installed, not to receive sales "
            "calls. A further purpose needs new consent; a recipient that decides for itself how "
            "to use the data needs separate consent (art. 6, 21 and 23 PIPL)."
        ),
    ),
    messages={
        "beyond": Wording(
            zh=(
                "“{title}”是为{purposes}收集的，这里却用于“{purpose}”。请停止这项用途，或者写进收集"
                "目的并重新取得同意。"
            ),
            en=(
                "“{title}” is collected for {purposes} but used here for “{purpose}”. Stop this "
                "use, or add it to the purposes and ask for consent again."
            ),
        ),
        "no-contract": Wording(
            zh="“{title}”提供给“{to}”，没有写凭哪份合同。请写上合同或保密协议；没有的，不得提供。",
            en=(
                "“{title}” is given to “{to}”, but no contract is named. Name the contract or "
                "confidentiality agreement; without one, do not give the data."
            ),
        ),
        "no-consent": Wording(
            zh=(
                "“{title}”提供给“{to}”，对方自行决定怎样处理，却没有取得客户的单独同意。请先取得"
                "单独同意，或者改为委托处理。"
            ),
            en=(
                "“{title}” is given to “{to}”, which decides for itself how to use it, without the "
                "customer's separate consent. Obtain that consent first, or have the data "
                "processed on our behalf instead."
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
uses:
  - by: privacy-notice
    purpose: marketing
             ^^^^^^^^^
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
sensitive: 否
keep: 2 年
keep_from: 服务终止
access: [hotline-agent]
notice: privacy-notice
uses:
  - by: privacy-notice
    purpose: service
"""),
    check=check,
)
