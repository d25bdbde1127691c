"""W06: words for customers that give them a work standard instead of the promise."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus, Link
from guifan.findings import (
    Example,
    Match,
    Place,
    Rule,
    Severity,
    Suggestion,
    Wording,
    always,
    listed,
)
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.metric import Metric
from guifan.language.kinds.procedure import Step
from guifan.language.model import Audience
from guifan.proof.printed import by_target, place, read, spoken
from guifan.proof.scopes import overlap
from guifan.proof.told import how_much
from guifan.temporal.duration import Duration

_NAMED = 3
"""How many of the items that say one thing a finding names; it points at all of them."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Judge every reference in words that customers hear or are sent.

    Where an item that customers read prints it too, R12 says that it is internal.
    """
    said: dict[str, list[tuple[Link, Match]]] = {}
    for link in spoken(corpus):
        match = _match(corpus, link)
        if match is None:
            yield None
        else:
            said.setdefault(match.related[0].item, []).append((link, match))
    told = by_target(read(corpus)) if said else {}
    for name, each in said.items():
        if name in told:
            yield from (None for _ in each)
        elif len({link.source for link, _ in each}) > 1 and all(_whole(match) for _, match in each):
            yield _root(corpus, name, each)
        else:
            yield from (match for _, match in each)


def _whole(match: Match) -> bool:
    """Whether it is the item itself that is internal: the time of a step always is."""
    return match.key != "step"


def _root(corpus: Corpus, name: str, each: list[tuple[Link, Match]]) -> Match:
    """Several items that say what is internal: one fault, and it is there."""
    sources = tuple(dict.fromkeys(link.source for link, _ in each))
    facts = {
        "title": corpus.entries[name].item.title,
        "count": len(sources),
        "titles": listed(f"“{corpus.entries[one].item.title}”" for one in sources[:_NAMED]),
    }
    promises = (one for _, match in each for one in match.related if one.item != name)
    related = tuple(dict.fromkeys((*(place(link) for link, _ in each), *promises)))
    return Match(Place(name, ("audience",)), "many", facts, related)


def _match(corpus: Corpus, link: Link) -> Match | None:
    assert link.target is not None  # links that name nothing are left out above
    item, value = link.target.item, link.target.value
    here = place(link)
    facts: dict[str, object] = {"title": item.title}
    there = Place(item.id, ("id",))
    if item.audience is Audience.PUBLIC:
        return None
    if isinstance(link.target.part, Step) and isinstance(value, Duration):
        facts |= {"step": link.target.part.title, "value": how_much(value)}
        return Match(here, "step", facts, (there,))
    if isinstance(item, Metric):
        return Match(here, "metric", facts, (there,))
    if not isinstance(item, Limit):
        return None
    facts["value"] = how_much(item.amount)
    promises = tuple(_promises(corpus, item))
    if not promises:
        return Match(here, "limit", facts, (there,))
    facts |= {"promise": promises[0].title, "promised": how_much(promises[0].amount)}
    return Match(
        here,
        "promised",
        facts,
        (there, *(Place(one.id, ("id",)) for one in promises)),
        Suggestion(promises[0].id, others=tuple(one.id for one in promises[1:])),
    )


def _promises(corpus: Corpus, limit: Limit) -> Iterator[Limit]:
    """What customers are promised of the same time."""
    for one in corpus.of(Limit):
        if one.audience is Audience.PUBLIC and limit.within is not None:
            ends = (one.from_, one.to, one.bound) == (limit.from_, limit.to, limit.bound)
            if ends and one.within is not None and overlap(one.applies, limit.applies):
                yield one


RULE = Rule(
    code="W06",
    name="internal-time-promised",
    severity=Severity.WARNING,
    finds=Wording(
        zh="说给客户、发给客户的话里，报的是内部的作业标准，不是对外承诺。",
        en="Words for customers that quote an internal work standard instead of the promise.",
    ),
    why=Wording(
        zh=(
            "内部时限比承诺紧，是留给自己的余地。话术把它念给客户，它就成了承诺：承诺是"
            " 24 小时，客户听到的是 2 小时，到点没有修好就是我们失信。"
        ),
        en=(
            "Internal limits are tighter than promises so that we have some room. Read out to a "
            "customer, one becomes the promise: we promised 24 hours, the customer heard 2, and "
            "after 2 hours we have broken our word."
        ),
    ),
    messages={
        "many": Wording(
            zh=(
                "“{title}”是内部的作业标准，却有 {count} 个条目把它说给客户：{titles}等。请换成对外"
                "承诺；确实要承诺的，给它写上 audience: public。"
            ),
            en=(
                "“{title}” is an internal work standard, but {count} items tell it to customers, "
                "among them {titles}. Refer to a promise instead; if it really is to be promised, "
                "write audience: public there."
            ),
        ),
        "promised": Wording(
            zh=(
                "这句话告诉客户“{title}”（{value}），那是内部的作业标准；对客户的承诺是“{promise}”"
                "（{promised}）。请引用承诺。"
            ),
            en=(
                "This tells customers “{title}” ({value}), which is an internal work standard; the "
                "promise to customers is “{promise}” ({promised}). Refer to the promise."
            ),
        ),
        "limit": Wording(
            zh=(
                "这句话告诉客户“{title}”（{value}），那是内部的作业标准，没有对外承诺。请换成对外"
                "承诺，或者留空【?时刻】由员工按件填；确实要承诺的，请给它写上 audience: public。"
            ),
            en=(
                "This tells customers “{title}” ({value}), an internal work standard that has "
                "not been promised. Refer to a promise, or leave the slot 【?时刻】 for staff to "
                "fill in; if it really is to be promised, write audience: public there."
            ),
        ),
        "metric": Wording(
            zh="这句话告诉客户指标“{title}”，那是内部考核用的，不是对外承诺。请换成对外承诺。",
            en=(
                "This tells customers the metric “{title}”, which is for internal assessment and "
                "is not a promise. Refer to a promise."
            ),
        ),
        "step": Wording(
            zh=(
                "这句话告诉客户“{title}”里“{step}”这一步的用时（{value}），那是内部的作业标准。"
                "请换成对外承诺。"
            ),
            en=(
                "This tells customers how long the step “{step}” of “{title}” takes ({value}), "
                "which is an internal work standard. Refer to a promise."
            ),
        ),
    },
    bad=Example("""\
--- standards/limits.yaml
kind: limit
items:
  - id: repair
    title: 障碍修复
    within: 24 小时
    from: complaint-received
    to: complaint-answered
    audience: public
  - id: repair-target
    title: 障碍修复内控
    within: 2 小时
    from: complaint-received
    to: complaint-answered
    population: share
    share: 90%
--- standards/norms.yaml
kind: norm
id: tell-when
title: 告知修复时间
rule: 受理报障的员工应当告诉客户多久修好
modal: must
binds: {roles: [hotline-agent]}
aspect: operational
result: process
dimension: responsiveness
say:
  - 师傅【repair-target】内修好
       ^^^^^^^^^^^^^
check: [抽听录音]
"""),
    mended=Example("""\
--- standards/norms.yaml
kind: norm
id: tell-when
title: 告知修复时间
rule: 受理报障的员工应当告诉客户多久修好
modal: must
binds: {roles: [hotline-agent]}
aspect: operational
result: process
dimension: responsiveness
say:
  - 师傅【repair】内修好
check: [抽听录音]
"""),
    check=check,
    apart=always,
)
