"""T25: a limit that can never decide when something is due."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Rule, Severity, Wording
from guifan.language.kinds.event import Event
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.limits.bounds import Leg
from guifan.proof.limits.idle import weighed
from guifan.proof.places import amount_place
from guifan.proof.told import how_much


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Compare every limit with those that start before it and stop at the same event."""
    for one in weighed(corpus, clocks) if clocks else ():
        yield _match(corpus, one.leg, one.outer) if one.outer else None


def _match(corpus: Corpus, leg: Leg, before: Leg) -> Match:
    inner, outer = leg.limit, before.limit
    events = (corpus.get(name) for name in (leg.start, before.start, leg.stop))
    start, earlier, stop = (event.title if isinstance(event, Event) else "" for event in events)
    facts = {
        "title": inner.title,
        "within": how_much(inner.amount),
        "other": outer.title,
        "least": how_much(outer.amount),
        "start": start,
        "before": earlier,
        "stop": stop,
    }
    key = "idle-extended" if outer.extension or outer.pauses else "idle"
    return Match(amount_place(inner), key, facts, (amount_place(outer),))


_EVENTS = """\
--- standards/event.yaml
kind: event
id: ticket-sent
title: 派单
happens: 工单派给责任部门的时刻
evidence: 工单「派单时间」字段
--- standards/handling.yaml
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
steps:
  - id: receive
    title: 受理
    do: 记下投诉
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    ends: complaint-received
  - id: send
    title: 派单
    do: 派给责任部门
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    ends: ticket-sent
  - id: answer
    title: 答复
    do: 告诉客户
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    ends: complaint-answered
--- standards/limits.yaml
kind: limit
items:
  - id: complaint-answer
    title: 投诉答复
    within: 3 个工作日
    from: complaint-received
    to: complaint-answered
    calendar: office
"""

RULE = Rule(
    code="T25",
    name="never-binds",
    severity=Severity.WARNING,
    finds=Wording(
        zh="一条时限起步更晚、终点相同，却从来不会比总的时限先到期，等于没有写。",
        en="A limit starts later than another, stops with it, and can never be due before it.",
    ),
    why=Wording(
        zh=(
            "给中间一段单独写时限，是为了催得更紧。它比总的时限还宽，总的时限到期时它还没到："
            "照它办的人以为还有时间，客户那边已经超时。"
        ),
        en=(
            "A part of the way is given a limit of its own to press harder. Where it is wider than "
            "the whole, whoever goes by it believes there is time left when the customer's is over."
        ),
    ),
    messages={
        "idle-extended": Wording(
            zh=(
                "“{title}”（从“{start}”起 {within}）永远不起作用：“{other}”从更早的“{before}”起"
                " {least}，同样到“{stop}”为止，即使两个钟同时起步、它的延长和暂停都用足，也总是它先"
                "到期或者同时到期。请把前者缩短，或者删去。"
            ),
            en=(
                "“{title}” ({within} from “{start}”) never binds: “{other}” runs for {least} from "
                "“{before}”, which is earlier, stops at “{stop}” too, and is due no later even "
                "if both start together and it is extended and paused as far as may be. Shorten "
                "the first, or delete it."
            ),
        ),
        "idle": Wording(
            zh=(
                "“{title}”（从“{start}”起 {within}）永远不起作用：“{other}”从更早的“{before}”起"
                " {least}，同样到“{stop}”为止，即使两个钟同时起步，也总是它先到期或者同时到期。"
                "请把前者缩短，或者删去。"
            ),
            en=(
                "“{title}” ({within} from “{start}”) never binds: “{other}” runs for {least} from "
                "“{before}”, which is earlier, stops at “{stop}” too, and is due no later even "
                "if both start together. Shorten the first, or delete it."
            ),
        ),
    },
    bad=Example(
        f"""{_EVENTS}\
  - id: ticket-answer
    title: 责任部门答复
    within: 5 个工作日
            ^^^^^^
    from: ticket-sent
    to: complaint-answered
    calendar: office
"""
    ),
    mended=Example(
        f"""{_EVENTS}\
  - id: ticket-answer
    title: 责任部门答复
    within: 2 个工作日
    from: ticket-sent
    to: complaint-answered
    calendar: office
"""
    ),
    check=check,
)
