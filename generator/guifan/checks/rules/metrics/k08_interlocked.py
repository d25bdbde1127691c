"""K08: two departments' metrics of one thing that do not stop at the same event or aim alike."""

from collections.abc import Iterator

from guifan.checks.rules.metrics.framed import example
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Listed, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.event import Event
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.metric import Metric
from guifan.proof.told import how_much


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at who shares a metric, then at the metrics that are interlocked, each pair once."""
    stops = _stops(corpus)
    for metric in corpus.of(Metric):
        for at, post in enumerate(metric.mutual):
            yield _shared(corpus, metric, at, post)
        for at, name in enumerate(metric.interlocks):
            other = corpus.one(Metric, name)
            if other is not None and not _told_before(corpus, metric, other):
                faults = list(_pair(corpus, metric, at, other, stops))
                yield from faults
                if not faults:
                    yield None


def _told_before(corpus: Corpus, metric: Metric, other: Metric) -> bool:
    """Whether the pair was looked at from the other side."""
    order = [one.id for one in corpus.of(Metric)]
    is_mutual = metric.id in other.interlocks
    return is_mutual and order.index(other.id) < order.index(metric.id)


def _shared(corpus: Corpus, metric: Metric, at: int, post: str) -> Match | None:
    """A department that is to share a metric with itself."""
    if post != metric.owner and post not in metric.mutual[:at]:
        return None
    item = corpus.get(post)
    if item is None:
        return None
    facts = {"title": metric.title, "unit": item.title}
    key = "itself" if post == metric.owner else "twice"
    related = (Place(metric.id, ("owner",)),) if key == "itself" else ()
    return Match(Place(metric.id, ("mutual", at)), key, facts, related)


def _pair(
    corpus: Corpus, metric: Metric, at: int, other: Metric, stops: dict[str, dict[str, Limit]]
) -> Iterator[Match]:
    facts: dict[str, object] = {"title": metric.title, "other": other.title}
    place = Place(metric.id, ("interlocks", at))
    if other.id == metric.id:
        yield Match(place, "own", facts)
        return
    if metric.id not in other.interlocks:
        yield Match(place, "one-sided", facts, (Place(other.id, ("id",)),))
        return  # it may be the wrong one, with which nothing has to agree
    own, theirs = stops.get(metric.id, {}), stops.get(other.id, {})
    if own and theirs and not own.keys() & theirs.keys():
        told = {**facts, "stop": _events(corpus, own), "other_stop": _events(corpus, theirs)}
        limits = (*own.values(), *theirs.values())
        yield Match(place, "clocks", told, tuple(Place(one.id, ("to",)) for one in limits))
    elif metric.direction is not other.direction:
        yield Match(place, "direction", facts, (Place(other.id, ("direction",)),))
    elif metric.target != other.target:
        aims = {"target": how_much(metric.target), "other_target": how_much(other.target)}
        related = (Place(metric.id, ("target",)), Place(other.id, ("target",)))
        yield Match(place, "target", {**facts, **aims}, related)


def _stops(corpus: Corpus) -> dict[str, dict[str, Limit]]:
    """By metric, the events at which the clocks stop that it watches, each with a limit."""
    found: dict[str, dict[str, Limit]] = {}
    for limit in corpus.of(Limit):
        metric = corpus.one(Metric, limit.metric)
        if metric is not None and limit.to is not None and limit.within is not None:
            found.setdefault(metric.id, {}).setdefault(limit.to, limit)
    return found


def _events(corpus: Corpus, stops: dict[str, Limit]) -> Listed:
    events = ((name, corpus.one(Event, name)) for name in stops)
    return listed(f"“{event.title if event else name}”" for name, event in events)


_PAIR = """\
--- standards/repair.yaml
kind: metric
id: repair-rate
title: 修复按时率
means: 网络部门按时修好的比例
family: reliability
formula: repaired / faults × 100%
variables:
  - {{id: repaired, title: 按时修好, unit: 件, source: call-platform}}
  - {{id: faults, title: 故障, unit: 件, source: call-platform}}
unit: '%'
empty: not-counted
direction: up
target: 100%
window: 自然月
every: 1 日
review_every: 1 个月
acted: metric-measures
reported_by: shift-leader
interlocks: [answer-rate]
--- standards/clocks.yaml
kind: limit
items:
  - id: repair
    title: 故障修复
    within: 24 小时
    from: {start}
    to: {stop}
    metric: repair-rate
  - id: restore
    title: 恢复使用
    within: 30 小时
    from: complaint-received
    to: complaint-answered
    metric: answer-rate
--- standards/repaired.yaml
kind: event
id: line-repaired
title: 线路修好
happens: 网管系统告警消除的时刻
evidence: 告警记录
--- standards/seen.yaml
kind: norm
id: tell-when-repaired
title: 修好告知
rule: 修好以后，应当告诉客户，以【line-repaired】为准。
modal: must
binds: {{roles: [hotline-agent]}}
aspect: operational
result: process
dimension: reliability
check: [抽查]
"""

RULE = Rule(
    code="K08",
    name="interlocked",
    severity=Severity.ERROR,
    finds=Wording(
        zh="互锁的两个指标，时钟停在不同的事件，方向、目标值不一致，或者只有一方写了互锁。",
        en=(
            "Interlocked metrics whose clocks stop at different events, whose directions or "
            "targets differ, or only one of which names the other."
        ),
    ),
    why=Wording(
        zh=(
            "网络的钟停在“修好”，客服的钟停在“客户能用”，两边都可以达标，客户还是上不了网。"
            "互锁就是同一个口径、同一个目标。"
        ),
        en=(
            "If the network's clock stops at “repaired” and customer service's at “working again”, "
            "both can be on target while the customer is still offline. Interlocked means one way "
            "of counting and one target."
        ),
    ),
    messages={
        "itself": Wording(
            zh="“{title}”的互锁部门写了“{unit}”，而它就是这个指标的归口部门。请写另一个部门。",
            en=(
                "“{title}” is shared with “{unit}”, which already owns it. Name another department."
            ),
        ),
        "twice": Wording(
            zh="“{title}”的互锁部门里，“{unit}”写了两次。请删去一处。",
            en=(
                "“{unit}” is listed twice among the departments that share “{title}”. Delete one "
                "of the two."
            ),
        ),
        "own": Wording(
            zh="“{title}”与自己（{other}）互锁。请写对方部门的指标。",
            en=(
                "“{title}” is interlocked with itself ({other}). Name the other department's "
                "metric."
            ),
        ),
        "one-sided": Wording(
            zh=(
                "“{title}”写了与“{other}”互锁，对方没有写。请在对方的“互锁指标”（interlocks）里也写"
                "上。"
            ),
            en=(
                "“{title}” is interlocked with “{other}”, which does not name it in return. Add it "
                "to the “interlocks” of “{other}”."
            ),
        ),
        "clocks": Wording(
            zh=(
                "“{title}”和“{other}”互锁，前者的时钟停在{stop}，后者停在{other_stop}。请改成停在同"
                "一个事件。"
            ),
            en=(
                "“{title}” and “{other}” are interlocked, but the clock of the first stops at "
                "{stop} and that of the second at {other_stop}. Let both stop at the same event."
            ),
        ),
        "direction": Wording(
            zh="“{title}”和“{other}”互锁，一个越高越好，一个越低越好。请改成同一个方向。",
            en=(
                "“{title}” and “{other}” are interlocked, but higher is better for one and lower "
                "for the other. Give both the same direction."
            ),
        ),
        "target": Wording(
            zh=(
                "“{title}”和“{other}”互锁，目标值一个是 {target}，一个是 {other_target}。请改成一"
                "样。"
            ),
            en=(
                "“{title}” and “{other}” are interlocked, but their targets are {target} and "
                "{other_target}. Set one target for both."
            ),
        ),
    },
    bad=Example(
        example(
            (
                "target: 95%\n",
                "target: 100%\ninterlocks: [repair-rate]\n             ^^^^^^^^^^^\n",
            ),
            more=_PAIR.format(start="complaint-received", stop="line-repaired"),
            metrics=", repair-rate",
        )
    ),
    mended=Example(
        example(
            ("target: 95%\n", "target: 100%\ninterlocks: [repair-rate]\n"),
            more=_PAIR.format(start="line-repaired", stop="complaint-answered"),
            metrics=", repair-rate",
        )
    ),
    check=check,
)
