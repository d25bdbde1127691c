"""R10: who may see customers' data, said differently by the post and by the data."""

from collections.abc import Iterable, Iterator, Mapping

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.data_item import DataItem
from guifan.language.kinds.role import Role


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Compare what posts may see with the access lists of the data.

    A post that has some data too many and lacks other has one list that is wrong: its own.
    """
    lacked = _lacked(corpus)
    for role in corpus.of(Role):
        surplus: list[tuple[int, DataItem]] = []
        for at, name in enumerate(role.data):
            if (data := corpus.one(DataItem, name)) is None:
                continue
            if role.id in data.access:
                yield None
            else:
                surplus.append((at, data))
        lacks = lacked.get(role.id, ()) if surplus else ()
        if lacks:
            yield _both(role, surplus, lacks)
            continue
        for at, data in surplus:
            facts = {"post": role.title, "data": data.title}
            yield Match(_seen(role, at), "post", facts, (Place(data.id, ("access",)),))
        for at, data in lacked.get(role.id, ()):
            facts = {"post": role.title, "data": data.title}
            related = (Place(role.id, ("data",) if role.data else ("id",)),)
            yield Match(Place(data.id, ("access", at)), "data", facts, related)


def _lacked(corpus: Corpus) -> Mapping[str, tuple[tuple[int, DataItem], ...]]:
    """By post: the data whose access list names it, with where, and that it does not name."""
    found: dict[str, tuple[tuple[int, DataItem], ...]] = {}
    for data in corpus.of(DataItem):
        for at, name in enumerate(data.access):
            post = corpus.one(Role, name)
            if post is not None and data.id not in post.data:
                found[post.id] = (*found.get(post.id, ()), (at, data))
    return found


def _both(
    role: Role, surplus: Iterable[tuple[int, DataItem]], lacks: Iterable[tuple[int, DataItem]]
) -> Match:
    facts = {
        "post": role.title,
        "data": listed(f"“{data.title}”" for _, data in surplus),
        "lacks": listed(f"“{data.title}”" for _, data in lacks),
    }
    places = [_seen(role, at) for at, _ in surplus]
    places += [Place(data.id, ("access",)) for _, data in surplus]
    places += [Place(data.id, ("access", at)) for at, data in lacks]
    return Match(places[0], "both", facts, tuple(places[1:]))


def _seen(role: Role, at: int) -> Place:
    return Place(role.id, ("data", at))


RULE = Rule(
    code="R10",
    name="data-without-permission",
    severity=Severity.ERROR,
    finds=Wording(
        zh="岗位写明能看的客户资料，资料的可查看岗位里却没有它；或者反过来。",
        en=(
            "A post that is said to see a kind of customer data but is not on its access list, or "
            "the reverse."
        ),
    ),
    why=Wording(
        zh="权限按岗位开、按资料查：两处不一样，不是多开了不该看的，就是少开了要用的。",
        en=(
            "Access is granted by post and audited by data: if the two differ, somebody sees too "
            "much, or somebody cannot see what they need."
        ),
    ),
    messages={
        "post": Wording(
            zh="{post}写明可以查看“{data}”，而“{data}”的可查看岗位里没有{post}。请把两处写成一样。",
            en=(
                "{post} is said to see “{data}”, but the access list of “{data}” does not name "
                "{post}. Make the two agree."
            ),
        ),
        "both": Wording(
            zh=(
                "{post}写明可以查看{data}，而可查看岗位里没有它；{lacks}的可查看岗位里有{post}，它"
                "自己却没有写。请把两边写成一样。"
            ),
            en=(
                "{post} is said to see {data}, whose access {data:list does|lists do} not name it; "
                "the access {lacks:list|lists} of {lacks} {lacks:does|do} name it, but {post} does "
                "not list {lacks:that|those}. Make the two sides agree."
            ),
        ),
        "data": Wording(
            zh="“{data}”的可查看岗位里有{post}，而{post}的数据权限里没有“{data}”。请把两处写成一样。",
            en=(
                "The access list of “{data}” names {post}, but the data permissions of {post} do "
                "not include “{data}”. Make the two agree."
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
    mended=Example("""\
--- standards/sales.yaml
kind: role
id: hotline-agent
title: 热线客服代表
unit: service-department
rank: 1
reports_to: shift-leader
mission: 接好每一个来电
duties: [接听来电]
"""),
    check=check,
)
