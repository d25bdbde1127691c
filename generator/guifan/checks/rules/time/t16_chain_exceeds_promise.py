"""T16: limits in a row that, each used up, end after the limit for it all."""

from collections.abc import Iterator

from guifan.checks.rules.time.worded import case_of
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Phrase, Rule, Severity, Wording, listed
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case, overdue
from guifan.proof.limits.bounds import Leg, later, legs
from guifan.proof.limits.chains import Chained, Chains
from guifan.proof.limits.order import order
from guifan.proof.limits.sequence import successive
from guifan.proof.places import amount_place
from guifan.proof.procedures.kept import told_by_steps
from guifan.proof.told import how_much


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Put the limits between the events of each limit in a row, from every start."""
    if clocks is None:
        return
    limits, events = legs(corpus), order(corpus)
    chains = Chains(clocks, limits, events)
    in_order = set(successive(limits, events))
    for asked in limits:
        under = list(chains.under(asked))
        found = next((late for one in under if (late := _late(clocks, one))), None)
        if found is not None and not _is_told(corpus, clocks, in_order, asked, found[0]):
            yield _match(clocks, asked, *found)
        elif under:
            yield None


def _late(clocks: Clocks, one: Chained) -> tuple[tuple[Leg, ...], Case] | None:
    """The links that end after the limit for it all, and the start from which they are latest."""
    assert one.latest_end is not None  # only such chains are found
    case = overdue(one.latest_end, one.whole, clocks.horizon)
    return (one.worst(case.start.point), case) if case else None


def _is_told(
    corpus: Corpus,
    clocks: Clocks,
    in_order: set[tuple[Leg, Leg]],
    asked: Leg,
    links: tuple[Leg, ...],
) -> bool:
    """Whether T10 says it of the first link alone, or T03 of a procedure with these steps."""
    first = links[0]
    if (first, asked) in in_order and later(clocks, first.limit, asked.limit):
        return True
    return told_by_steps(clocks, corpus, asked.limit, tuple(one.limit for one in links))


_TAKING = Wording(zh="“{title}”（{much}）", en="“{title}” ({much})")


def _match(clocks: Clocks, asked: Leg, links: tuple[Leg, ...], case: Case) -> Match:
    amounts = [(one.limit.title, how_much(one.limit.amount)) for one in links]
    facts = {
        "title": asked.limit.title,
        "within": how_much(asked.limit.amount),
        "links": listed(Phrase(_TAKING, {"title": title, "much": much}) for title, much in amounts),
        **case_of(case, asked.limit.amount, *(one.limit.amount for one in links)),
    }
    return Match(
        amount_place(asked.limit),
        "exceeds",
        facts,
        tuple(amount_place(one.limit) for one in links),
        warns=clocks.horizon.is_provisional(case.start.day),
    )


RULE = Rule(
    code="T16",
    name="chain-exceeds-promise",
    severity=Severity.ERROR,
    finds=Wording(
        zh="首尾相接的几条时限都用足，会晚于管全程的那一条。",
        en="Limits in a row, each used up, end after the limit for the whole way.",
    ),
    why=Wording(
        zh=(
            "对客户承诺 48 小时，内部却给网络 36 小时、再给计费 24 小时：各部门都没有超时，"
            "承诺还是守不住。每一段按它自己的日历推算，长假前后也要守得住。"
        ),
        en=(
            "48 hours are promised, and inside the network team has 36 and billing 24 after it: "
            "nobody is late, and yet the promise is broken. Each part runs by its own calendar, "
            "over every holiday."
        ),
    ),
    messages={
        "exceeds": Wording(
            zh=(
                "守不住“{title}”（{within}）：{start}起算的，依次用足{links}，最迟 {end} 才到终点，"
                "而全程 {due} 到期。请缩短其中几段，或者放宽全程。"
            ),
            en=(
                "“{title}” ({within}) is not kept: from {start}, with {links} used up one after "
                "the other, the last ends on {end}, but the whole is due on {due}. Shorten some of "
                "them, or allow more for the whole."
            ),
        ),
    },
    bad=Example("""\
--- standards/dispatched.yaml
kind: event
id: case-dispatched
title: 派单
happens: 工单转到处理部门的时刻
evidence: 工单「派单时间」字段
--- standards/answer.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 个工作日
        ^^^^^^
from: complaint-received
to: complaint-answered
calendar: office
--- standards/dispatch.yaml
kind: limit
id: case-dispatch
title: 投诉派单
within: 1 个工作日
from: complaint-received
to: case-dispatched
calendar: office
--- standards/handling.yaml
kind: limit
id: case-handling
title: 部门处理
within: 3 个工作日
from: case-dispatched
to: complaint-answered
calendar: office
"""),
    mended=Example("""\
--- standards/handling.yaml
kind: limit
id: case-handling
title: 部门处理
within: 2 个工作日
from: case-dispatched
to: complaint-answered
calendar: office
"""),
    check=check,
)
