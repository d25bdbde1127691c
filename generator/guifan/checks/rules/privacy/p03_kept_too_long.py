"""P03: data kept longer than their purpose needs and the law asks."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.data_item import DataItem
from guifan.language.kinds.regulation import Floor
from guifan.proof.calendar.intervals import exceeds
from guifan.proof.lengths import keep
from guifan.proof.told import how_much
from guifan.temporal.duration import Duration


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Compare retention with what is needed; that it is no shorter than the law's is rule F03."""
    for data in corpus.of(DataItem):
        kept = keep(corpus, data)
        if data.needed is None or kept is None:
            continue
        target = corpus.resolve(data.keep_floor) if data.keep_floor else None
        floor = target.part if target and isinstance(target.part, Floor) else None
        asked = floor.value if floor and isinstance(floor.value, Duration) else None
        if not exceeds(kept.time, data.needed) or (
            asked is not None and not exceeds(kept.time, asked)
        ):
            yield None
            continue
        facts: dict[str, object] = {"title": data.title, "keep": how_much(kept.time)}
        facts |= {"needed": how_much(data.needed), "law": how_much(asked) if asked else ""}
        related = [Place(data.id, ("needed",))]
        related += [Place(data.id, ("keep_floor",))] if asked else []
        related += kept.places
        key = "beyond-both" if asked else "beyond"
        field = "keep" if kept.limit is None else "keep_by"
        yield Match(Place(data.id, (field,)), key, facts, tuple(related))


RULE = Rule(
    code="P03",
    name="kept-too-long",
    severity=Severity.ERROR,
    finds=Wording(
        zh="客户资料的保存时间，比实现目的所必要的长，也比法定要求的长。",
        en="Personal data kept longer than their purpose needs and longer than the law requires.",
    ),
    why=Wording(
        zh=(
            "保存期限应当是实现目的所必要的最短时间（个人信息保护法第十九条）。多存一年，就多一年"
            "泄露的可能；短于法定要求的，由 F03 指出。"
        ),
        en=(
            "Data must be kept for the shortest time the purpose needs (art. 19 PIPL): every extra "
            "year is another year in which they may leak. Data kept for less than the law requires "
            "are reported by F03."
        ),
    ),
    messages={
        "beyond": Wording(
            zh="“{title}”保存 {keep}，而实现目的只要 {needed}。请缩短到 {needed}以内。",
            en=(
                "“{title}” is kept for {keep}, but its purpose needs only {needed}. Shorten it to "
                "{needed} or less."
            ),
        ),
        "beyond-both": Wording(
            zh=(
                "“{title}”保存 {keep}，而实现目的只要 {needed}，法定底线也只要 {law}。请缩短到两者"
                "中较长的一个。"
            ),
            en=(
                "“{title}” is kept for {keep}, but its purpose needs only {needed} and the legal "
                "floor is only {law}. Shorten it to the longer of the two."
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
keep: 5 年
      ^^^
keep_from: 服务终止
access: [hotline-agent]
notice: privacy-notice
needed: 2 年
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
needed: 24 个月
"""),
    check=check,
)
