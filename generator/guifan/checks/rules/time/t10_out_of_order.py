"""T10: of two limits that start together, the one that comes first is due after the other."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from guifan.checks.rules.time.worded import two_limits
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Rule, Severity, Wording
from guifan.language.kinds.event import Event
from guifan.language.kinds.limit import Limit
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case, overdue
from guifan.proof.law.floors import bounded_by
from guifan.proof.limits.bounds import Leg, lasting, later, legs
from guifan.proof.limits.cramped import is_overrun
from guifan.proof.limits.order import order
from guifan.proof.limits.sequence import successive
from guifan.proof.places import amount_place
from guifan.proof.procedures.kept import told_by_steps


class Late(NamedTuple):
    """Two limits that are due in the wrong order.

    Args:
        earlier: the one that stops first.
        last: the one that stops after it.
        case: the start from which the first is latest after the other.
    """

    earlier: Leg
    last: Leg
    case: Case


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Compare every two limits from one event to two that come one after the other."""
    if clocks is None:
        return
    found: list[Late] = []
    for earlier, last in successive(legs(corpus), order(corpus)):
        case = later(clocks, earlier.limit, last.limit)
        # That the last is too short, T03 says with the steps that do not keep it.
        if case is None or is_overrun(clocks, corpus, last.limit):
            yield None
        else:
            found.append(Late(earlier, last, case))
    for name, pairs in _by_cause(found):
        is_told = _is_told(corpus, clocks, name, pairs)
        yield None if is_told else _match(corpus, clocks, name, pairs)


def _is_told(corpus: Corpus, clocks: Clocks, name: str, pairs: list[Late]) -> bool:
    """Whether T03 says it of a procedure with such a step, or F01 of the limit by itself."""
    own = corpus.one(Limit, name)
    floor = bounded_by(corpus, own) if own else None
    if own is not None and floor is not None and floor.is_latest:
        lasts = lasting(clocks, own)
        if lasts is not None and overdue(lasts, floor.law(clocks), clocks.horizon):
            return True
    return any(told_by_steps(clocks, corpus, one.last.limit, (one.earlier.limit,)) for one in pairs)


def _by_cause(found: list[Late]) -> Iterator[tuple[str, list[Late]]]:
    """Pairs put down to the limit that most of them have in common, the worst case first."""
    left = sorted(found, key=lambda one: one.case.spare)
    while left:
        times = Counter(leg.limit.id for one in left for leg in (one.earlier, one.last))
        most = max(times.values())
        # Of a single pair it is the one that should be due first.
        name = next(
            leg.limit.id
            for one in left
            for leg in (one.earlier, one.last)
            if times[leg.limit.id] == most
        )
        yield name, [one for one in left if name in (one.earlier.limit.id, one.last.limit.id)]
        left = [one for one in left if name not in (one.earlier.limit.id, one.last.limit.id)]


def _match(corpus: Corpus, clocks: Clocks, name: str, pairs: list[Late]) -> Match:
    worst = pairs[0]
    first, second = corpus.get(worst.earlier.stop), corpus.get(worst.last.stop)
    assert isinstance(first, Event)  # both are events that are there
    assert isinstance(second, Event)
    facts = {
        **two_limits(worst.earlier.limit, worst.last.limit, worst.case),
        "first": first.title,
        "second": second.title,
    }
    limits = [leg.limit for one in pairs for leg in (one.earlier, one.last)]
    places = dict.fromkeys(amount_place(one) for one in limits if one.id != name)
    culprit = next(one for one in limits if one.id == name)
    warns = all(clocks.horizon.is_provisional(one.case.start.day) for one in pairs)
    return Match(amount_place(culprit), "after", facts, tuple(places), warns=warns)


RULE = Rule(
    code="T10",
    name="limits-out-of-order",
    severity=Severity.ERROR,
    finds=Wording(
        zh="两条时限起点相同，先发生的那件事反而比后发生的到期晚。",
        en="Of two limits with one start, what happens first is due after what happens later.",
    ),
    why=Wording(
        zh=(
            "先告知受理，再首次联系，再答复，再办结：前一件的时限比后一件还长，"
            "照着它做的人没有超时，后一件却已经误了。先后由流程的步骤和时限的起止事件推出，"
            "按真实的日历逐日比较。"
        ),
        en=(
            "A receipt comes before the first contact, that before the answer, that before the "
            "closing. Where an earlier one may take longer than a later one, whoever keeps it has "
            "already missed the other. The order follows from the steps of procedures and from the "
            "events of limits; they are compared over the real calendar, for every start."
        ),
    ),
    messages={
        "after": Wording(
            zh=(
                "“{title}”（{within}）比“{other}”（{least}）到期晚，而“{first}”在“{second}”之前："
                "{start}起算的，前者最迟 {end}，后者 {due} 就到期。请缩短前者，或者放宽后者。"
            ),
            en=(
                "“{title}” ({within}) is due after “{other}” ({least}), though “{first}” comes "
                "before “{second}”: from {start}, the first is due on {end}, the second already on "
                "{due}. Shorten the first, or allow more for the second."
            ),
        ),
    },
    bad=Example("""\
--- standards/contacted.yaml
kind: event
id: complaint-contacted
title: 首次联系
happens: 第一次与客户通上话的时刻
evidence: 工单「首次联系时间」字段
--- standards/contact.yaml
kind: limit
id: first-contact
title: 投诉首次联系
within: 2 个工作日
        ^^^^^^
from: complaint-received
to: complaint-contacted
calendar: office
--- standards/answer.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 1 日
from: complaint-received
to: complaint-answered
--- standards/handling.yaml
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
steps:
  - id: contact
    title: 联系客户
    do: 给客户打电话
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
    ends: complaint-contacted
  - id: answer
    title: 答复客户
    do: 把结果告诉客户
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
    ends: complaint-answered
"""),
    mended=Example("""\
--- standards/contact.yaml
kind: limit
id: first-contact
title: 投诉首次联系
within: 4 小时
from: complaint-received
to: complaint-contacted
"""),
    check=check,
)
