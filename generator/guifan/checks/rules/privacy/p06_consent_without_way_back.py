"""P06: consent that cannot be taken back, or only with the service, or nobody says which."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.data_item import Basis, DataItem, Withdrawn
from guifan.language.written import is_stub


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at how consent is withdrawn, and what then becomes of the service."""
    for data in corpus.of(DataItem):
        if data.basis is not Basis.CONSENT:
            continue
        facts = {"title": data.title}
        basis, way, after = (Place(data.id, (key,)) for key in ("basis", "withdrawal", "withdrawn"))
        if data.withdrawal is None:
            yield Match(basis, "no-way", facts)
        elif is_stub(data.withdrawal):
            yield Match(way, "no-way", facts, (basis,))
        else:
            yield None
            if data.withdrawn is None:
                yield Match(way, "unsaid", facts, (basis,))
        refused = data.withdrawn is Withdrawn.REFUSES
        yield Match(after, "refused", facts) if refused else None


RULE = Rule(
    code="P06",
    name="consent-without-way-back",
    severity=Severity.ERROR,
    finds=Wording(
        zh="凭同意收集的资料没有写怎样撤回同意、撤回以后服务怎样，或者撤回以后就停止服务。",
        en=(
            "Data held by consent with no way to withdraw it, with no word of what then becomes of "
            "the service, or whose withdrawal ends it."
        ),
    ),
    why=Wording(
        zh=(
            "客户有权撤回同意，撤回要和同意一样方便；不得因为不同意或者撤回就拒绝服务，提供服务所"
            "必需的除外（个人信息保护法第十五条、第十六条）。必需的，合法性基础就不该写同意。"
        ),
        en=(
            "Customers may withdraw consent, as easily as they gave it; service may not be refused "
            "for that, unless the data are necessary for the service (art. 15 and 16 PIPL). Where "
            "they are necessary, the legal basis should not be consent."
        ),
    ),
    messages={
        "no-way": Wording(
            zh=(
                "“{title}”凭个人同意收集，没有写怎样撤回。请在“撤回方式”（withdrawal）里写明在哪"
                "里、怎样撤回。"
            ),
            en=(
                "“{title}” is collected by consent, but nothing says how to withdraw it. Say under "
                "“withdrawal” where and how."
            ),
        ),
        "unsaid": Wording(
            zh=(
                "“{title}”凭个人同意收集，写了怎样撤回，没有写撤回以后服务怎样。请在“撤回以后”（"
                "withdrawn）里写明。"
            ),
            en=(
                "“{title}” is collected by consent and says how to withdraw it, but not what then "
                "becomes of the service. Say so under “withdrawn”."
            ),
        ),
        "refused": Wording(
            zh=(
                "“{title}”凭个人同意收集，客户撤回同意就停止服务。请改成只停这一项用途；确实必需"
                "的，请把合法性基础改成订立或履行合同所必需。"
            ),
            en=(
                "“{title}” is collected by consent, but withdrawing it ends the service. Stop only "
                "this use; if the data really are necessary, change the legal basis to the "
                "contract."
            ),
        ),
    },
    bad=Example("""\
--- standards/data.yaml
kind: data-item
id: contact-number
title: 联系电话
purposes: [service]
basis: consent
kinds: [联系电话]
sensitive: 否
keep: 2 年
keep_from: 服务终止
access: [hotline-agent]
notice: privacy-notice
withdrawal: 在掌上营业厅「隐私」里关闭
withdrawn: refuses
           ^^^^^^^
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
basis: consent
kinds: [联系电话]
sensitive: 否
keep: 2 年
keep_from: 服务终止
access: [hotline-agent]
notice: privacy-notice
withdrawal: 在掌上营业厅「隐私」里关闭
withdrawn: stops-use
"""),
    check=check,
)
