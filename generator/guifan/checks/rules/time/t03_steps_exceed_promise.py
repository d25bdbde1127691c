"""T03: steps that, each using its whole time, end after a limit that they have to keep."""

from collections.abc import Iterator

from guifan.checks.rules.time.steps import began, taken, titles
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.proof.clocks import Clocks
from guifan.proof.procedures import Kept, Overrun, kept
from guifan.proof.told import how_much, when
from guifan.temporal.calendars import OutOfHorizonError


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Let the steps under every limit of a procedure take as long as they may, from every start."""
    for one in kept(clocks, corpus) if clocks else ():
        try:
            # What cannot be kept however quick everybody is, T02 says.
            overrun = None if one.span.waiting() else one.span.late()
        except OutOfHorizonError:
            procedure = one.span.timed.procedure
            yield Match(Place(procedure.id, one.path), "beyond", {"title": procedure.title})
            continue
        yield _match(corpus, one, overrun) if overrun else None


def _match(corpus: Corpus, one: Kept, overrun: Overrun) -> Match:
    assert one.limit.within is not None
    procedure, case = one.span.timed.procedure, overrun.case
    fits = one.fitting(overrun)
    facts = {
        "title": procedure.title,
        "promise": one.limit.title,
        "within": how_much(one.limit.within),
        "start": began(case.start, one.limit.within),
        "end": when(case.end),
        "due": when(case.other),
        "steps": titles(procedure, overrun.steps),
        "fits": how_much(fits) if fits else Wording(zh="更长", en="longer"),
    }
    places = (Place(one.limit.id, ("within",)), *taken(corpus, procedure, overrun.steps))
    return Match(
        Place(procedure.id, one.path),
        "exceeds",
        facts,
        tuple(dict.fromkeys(places)),
        warns=one.span.timed.clocks.horizon.is_provisional(case.start.day),
    )


RULE = Rule(
    code="T03",
    name="steps-exceed-promise",
    severity=Severity.ERROR,
    finds=Wording(
        zh="流程的各步都用足时间，会晚于它们要守的承诺或时限。",
        en="The steps of a procedure, each using its whole time, end after a limit they must keep.",
    ),
    why=Wording(
        zh=(
            "每个岗位都没有超时，客户却等过了承诺的日子：这种超时没有人看得见，也没有人能补救。"
            "逐日按真实的节假日和调休推算，长假前受理的一件最容易露出来。"
        ),
        en=(
            "Nobody is late and yet the customer waits past the promised day: a delay that no one "
            "sees and no one can mend. It is worked out over the real holidays, for every start."
        ),
    ),
    messages={
        "exceeds": Wording(
            zh=(
                "“{title}”守不住“{promise}”（{within}）：{start}开始的，各步用足时间最迟 {end} "
                "做完，而到期是 {due}。合起来超时的步骤：{steps}。"
                "缩短这些步骤，或者把它放宽到 {fits}。"
            ),
            en=(
                "“{title}” does not keep “{promise}” ({within}): what starts {start} ends, with "
                "every step using its whole time, {end}, but is due {due}. Steps that overrun "
                "together: {steps}. Shorten them, or allow {fits}."
            ),
        ),
        "beyond": Wording(
            zh=(
                "“{title}”的各步加起来长过几年的日历，或者重做太多次，算不出最迟哪天做完。请检查步骤"
                "的时间和重做次数。"
            ),
            en=(
                "The steps of “{title}” take longer than years of calendar, or repeat too often: "
                "no last day can be worked out. Look at their times and at how often they repeat."
            ),
        ),
    },
    bad=Example("""\
--- standards/limits.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
--- standards/handling.yaml
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
promise: complaint-answer
         ^^^^^^^^^^^^^^^^
steps:
  - id: investigate
    title: 调查核实
    do: 查清事实
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    within: 3 个工作日
  - id: answer
    title: 答复客户
    do: 把结果告诉客户
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    within: 1 个工作日
"""),
    good=Example("""\
--- standards/limits.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
--- standards/handling.yaml
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
promise: complaint-answer
steps:
  - id: investigate
    title: 调查核实
    do: 查清事实
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    within: 2 个工作日
  - id: answer
    title: 答复客户
    do: 把结果告诉客户
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    within: 1 个工作日
"""),
    check=check,
)
