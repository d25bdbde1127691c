"""T02: waits by which a limit is over before anybody could have kept it."""

from collections.abc import Iterator

from guifan.checks.rules.time.steps import began, blamed, titles, together, waited
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case
from guifan.proof.limits.cramped import is_overrun
from guifan.proof.procedures.kept import Kept, Overrun, Waiting, kept, waiting
from guifan.proof.told import how_much, when
from guifan.temporal.calendars import OutOfHorizonError


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Let everybody be as quick as may be, from every start; then look at each step that waits."""
    if clocks is None:
        return
    yield from together(_late(clocks, corpus))


def _late(clocks: Clocks, corpus: Corpus) -> Iterator[Match | None]:
    for one in kept(clocks, corpus):
        try:
            overrun = one.span.waiting()
        except OutOfHorizonError:  # T03 says so
            continue
        # A limit that others do not keep either, without such waits, is T03's.
        if overrun is None or is_overrun(clocks, corpus, one.limit):
            yield None
        else:
            yield _together(one, overrun)
    for waiter in waiting(clocks, corpus):
        try:
            case = waiter.overrun()
        except OutOfHorizonError:
            continue
        yield _alone(waiter, case) if case else None


def _together(one: Kept, overrun: Overrun) -> Match:
    procedure, case = one.span.timed.procedure, overrun.case
    assert one.limit.within is not None
    facts = {
        "title": procedure.title,
        "limit": one.limit.title,
        "within": how_much(one.limit.within),
        "start": began(case.start, one.limit.within),
        "end": when(case.end),
        "due": when(case.other),
        "steps": titles(procedure, overrun.steps),
    }
    named = Place(procedure.id, one.path)
    place = blamed(one.span.timed, overrun, waits=True) or named
    places = (named, Place(one.limit.id, ("within",)), *waited(procedure, overrun.steps))
    return Match(
        place,
        "exceeds",
        facts,
        tuple(other for other in places if other != place),
        warns=one.span.timed.clocks.horizon.is_provisional(case.start.day),
    )


def _alone(one: Waiting, case: Case) -> Match:
    procedure = one.timed.procedure
    first, *others = waited(procedure, (one.step.id,))
    assert one.limit.within is not None
    facts = {
        "step": one.step.title,
        "limit": one.limit.title,
        "within": how_much(one.limit.within),
        "start": began(case.start, one.limit.within),
        "end": when(case.end),
        "due": when(case.other),
    }
    provisional = one.timed.clocks.horizon.is_provisional(case.start.day)
    return Match(
        first, "alone", facts, (*others, Place(one.limit.id, ("within",))), warns=provisional
    )


RULE = Rule(
    code="T02",
    name="waits-exceed-limit",
    severity=Severity.ERROR,
    finds=Wording(
        zh="光是规定的等待和交接，就超过了时限：谁都快不到按时完成。",
        en="What has to be waited for is longer than the limit: nobody can be quick enough.",
    ),
    why=Wording(
        zh="这样的时限一写出来就做不到：照等待办的会超时，照时限办的就没有等够。",
        en=(
            "Such a limit is broken as it is written: whoever waits as told is late, and whoever "
            "is in time has not waited."
        ),
    ),
    messages={
        "exceeds": Wording(
            zh=(
                "“{title}”最快也守不住“{limit}”（{within}）：{start}开始的，光等待和交接就要到 "
                "{end}，而到期是 {due}。要等的步骤：{steps}。请缩短等待，或者放宽时限。"
            ),
            en=(
                "“{title}” cannot keep “{limit}” ({within}) however quick everybody is: what "
                "starts on {start} waits until {end}, but is due on {due}. Steps that wait: "
                "{steps}. Shorten the waits, or widen the limit."
            ),
        ),
        "alone": Wording(
            zh=(
                "“{step}”光是等待就超过了它自己的时限“{limit}”（{within}）：{start}起算的，要等到 "
                "{end}，而到期是 {due}。请缩短等待，或者放宽时限。"
            ),
            en=(
                "“{step}” waits longer than its own limit “{limit}” ({within}) lasts: what starts "
                "on {start} waits until {end}, but is due on {due}. Shorten the wait, or widen the "
                "limit."
            ),
        ),
    },
    bad=Example("""\
--- standards/limits.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 12 小时
from: complaint-received
to: complaint-answered
--- standards/handling.yaml
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
promise: complaint-answer
steps:
  - id: repair
    title: 修复
    do: 排除故障
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    within: 4 小时
  - id: answer
    title: 确认后答复
    do: 没有再出现的，答复客户
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
    wait: 24 小时
          ^^^^^
    within: 30 分钟
"""),
    mended=Example("""\
--- standards/limits.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 36 小时
from: complaint-received
to: complaint-answered
"""),
    check=check,
)
