"""R10: who may see customers' data, said differently by the post and by the data."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.data_item import DataItem
from guifan.language.kinds.role import Role


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Compare what posts may see with the access lists of the data."""
    for role in corpus.of(Role):
        for at, name in enumerate(role.data):
            if (data := corpus.one(DataItem, name)) is None:
                continue
            facts = {"post": role.title, "data": data.title}
            place = Place(role.id, ("data", at))
            listed = role.id in data.access
            yield None if listed else Match(place, "post", facts, (Place(data.id, ("access",)),))
    for data in corpus.of(DataItem):
        for at, name in enumerate(data.access):
            if (post := corpus.one(Role, name)) is None or data.id in post.data:
                continue
            facts = {"post": post.title, "data": data.title}
            yield Match(Place(data.id, ("access", at)), "data", facts, (Place(post.id, ("id",)),))


RULE = Rule(
    code="R10",
    name="data-without-permission",
    severity=Severity.ERROR,
    finds=Wording(
        zh="岗位写明能看的客户资料，资料的可查看岗位里却没有它；或者反过来。",
        en=(
            "A post is said to see a kind of customers' data whose access list does not name it, "
            "or the other way round."
        ),
    ),
    why=Wording(
        zh="权限按岗位开、按资料查：两处不一样，不是多开了不该看的，就是少开了要用的。",
        en=(
            "Access is granted by post and audited by data: where the two differ, somebody sees "
            "too much or cannot do the work."
        ),
    ),
    messages={
        "post": Wording(
            zh="{post}写明可以查看“{data}”，而“{data}”的可查看岗位里没有{post}。请把两处写成一样。",
            en=(
                "{post} may see “{data}” by its own entry, and the access list of “{data}” does "
                "not name {post}. Make the two agree."
            ),
        ),
        "data": Wording(
            zh="“{data}”的可查看岗位里有{post}，而{post}的数据权限里没有“{data}”。请把两处写成一样。",
            en=(
                "The access list of “{data}” names {post}, and the entry of {post} does not hold "
                "“{data}”. Make the two agree."
            ),
        ),
    },
    bad=Example("""\
--- standards/data.yaml
kind: data-item
id: id-number
title: 证件号码
purposes: [service]
basis: legal-duty
kinds: [证件号码]
sensitive: 是
assessment: PIA-2026-011
encrypted: 是
masked: 是
keep: 2 年
keep_from: 服务终止
access: [shift-leader]
notice: privacy-notice
--- standards/notice.yaml
kind: message
id: privacy-notice
title: 资料收集告知
form: script
to: customer
situation: 收集客户资料以前
says: 我们收集您的资料，只用于为您服务。
--- standards/roles.yaml
kind: role
id: shift-leader
title: 班长
unit: service-department
rank: 2
mission: 让当班顺畅
duties: [指导当班客服代表]
deputies: [hotline-agent]
data: [id-number]
--- standards/sales.yaml
kind: role
id: hotline-agent
title: 热线客服代表
unit: service-department
rank: 1
reports_to: shift-leader
mission: 接好每一个来电
duties: [接听来电]
data: [id-number]
       ^^^^^^^^^
"""),
    good=Example("""\
--- standards/data.yaml
kind: data-item
id: id-number
title: 证件号码
purposes: [service]
basis: legal-duty
kinds: [证件号码]
sensitive: 是
assessment: PIA-2026-011
encrypted: 是
masked: 是
keep: 2 年
keep_from: 服务终止
access: [shift-leader]
notice: privacy-notice
--- standards/notice.yaml
kind: message
id: privacy-notice
title: 资料收集告知
form: script
to: customer
situation: 收集客户资料以前
says: 我们收集您的资料，只用于为您服务。
--- standards/roles.yaml
kind: role
id: shift-leader
title: 班长
unit: service-department
rank: 2
mission: 让当班顺畅
duties: [指导当班客服代表]
data: [id-number]
"""),
    check=check,
)
