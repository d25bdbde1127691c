"""W06: words for customers that give them a work standard instead of the promise."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus, Link
from guifan.findings import Example, Match, Place, Rule, Severity, Suggestion, Wording
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.message import Addressee, Message, Speaker
from guifan.language.kinds.metric import Metric
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.procedure import Step
from guifan.language.model import Audience, Item
from guifan.language.nodes import Path
from guifan.proof.scopes import overlap
from guifan.proof.told import how_much
from guifan.temporal.duration import Duration


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Judge every reference in words that customers hear or read.

    Where such an item is itself public, R12 says that it prints something internal.
    """
    for link in corpus.links:
        if link.span is None or link.target is None:
            continue
        item, path = _as_then(corpus, link)
        if _is_spoken(item, path) and (item.audience is not Audience.PUBLIC or link.internal):
            yield _match(corpus, link)


def _as_then(corpus: Corpus, link: Link) -> tuple[Item, Path]:
    """The item that refers, as it is at that time, and where in it."""
    entry = corpus.entries[link.source]
    if link.path[0] == "next":
        return entry.revisions[int(link.path[1])].item, link.path[2:]
    return entry.item, link.path


def _is_spoken(item: Item, path: Path) -> bool:
    """Whether a text is said or sent to customers."""
    if isinstance(item, Norm):
        return path[0] == "say" or path[-1] == "instead"
    if isinstance(item, Message) and item.to is Addressee.CUSTOMER:
        if path[0] == "turns":
            return path[-1] == "says" and item.turns[int(path[1])].who is Speaker.AGENT
        return path[0] == "says" or path[-1] == "instead"
    return item.kind == "announcement" and path[0] == "answers"


def _match(corpus: Corpus, link: Link) -> Match | None:
    assert link.target is not None  # links that name nothing are left out above
    item, value = link.target.item, link.target.value
    place = Place(link.source, link.path, link.span)
    facts: dict[str, object] = {"title": item.title}
    there = Place(item.id, ("id",))
    if item.audience is Audience.PUBLIC:
        return None
    if isinstance(link.target.part, Step) and isinstance(value, Duration):
        facts |= {"step": link.target.part.title, "value": how_much(value)}
        return Match(place, "step", facts, (there,))
    if isinstance(item, Metric):
        return Match(place, "metric", facts, (there,))
    if not isinstance(item, Limit):
        return None
    facts["value"] = how_much(item.amount)
    promises = tuple(_promises(corpus, item))
    if not promises:
        return Match(place, "limit", facts, (there,))
    facts |= {"promise": promises[0].title, "promised": how_much(promises[0].amount)}
    return Match(
        place,
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
    good=Example("""\
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
  - 师傅【repair】内修好
check: [抽听录音]
"""),
    check=check,
)
