"""T03: steps that, each using its whole time, end after what is promised."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.limit import Limit
from guifan.proof.clocks import Clocks
from guifan.proof.procedures import Overrun, Promised, promised
from guifan.proof.told import day_of, how_much, when
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.duration import Dimension


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Let every procedure with a promise run as late as it may, from every start."""
    for one in promised(clocks, corpus) if clocks else ():
        try:
            overrun = one.overrun()
        except OutOfHorizonError:
            yield Match(_promise(one), "beyond", {"title": one.procedure.title})
            continue
        yield _match(one, overrun) if overrun else None


def _promise(one: Promised) -> Place:
    return Place(one.procedure.id, ("promise",))


def _match(one: Promised, overrun: Overrun) -> Match:
    assert one.promise.within is not None
    case = overrun.case
    by_days = one.promise.within.dimension in (Dimension.DAYS, Dimension.WORKING_DAYS)
    began = day_of if by_days else when
    steps = [step for step in one.procedure.steps if step.id in overrun.steps]
    facts = {
        "title": one.procedure.title,
        "promise": one.promise.title,
        "within": how_much(one.promise.within),
        "start": began(case.start),
        "end": when(case.end),
        "due": when(case.other),
        "steps": "、".join(step.title for step in steps),
        "fits": how_much(overrun.fits) if overrun.fits else Wording(zh="更长", en="longer"),
    }
    places = [Place(one.promise.id, ("within",))]
    for step in steps:
        at = one.procedure.steps.index(step)
        limit = one.corpus.one(Limit, step.limit)
        if limit is not None:
            places.append(Place(limit.id, ("within",)))
        elif step.within is not None:
            places.append(Place(one.procedure.id, ("steps", at, "within")))
    return Match(
        _promise(one),
        "exceeds",
        facts,
        tuple(dict.fromkeys(places)),
        warns=one.clocks.horizon.is_provisional(case.start.day),
    )


RULE = Rule(
    code="T03",
    name="steps-exceed-promise",
    severity=Severity.ERROR,
    finds=Wording(
        zh="流程的各步都用足时间，会晚于它要守的承诺。",
        en="The steps of a procedure, each using its whole time, end after what it promises.",
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
                "做完，而承诺是 {due}。合起来超时的步骤：{steps}。"
                "缩短这些步骤，或者把承诺放宽到 {fits}。"
            ),
            en=(
                "“{title}” does not keep “{promise}” ({within}): what starts {start} ends, with "
                "every step using its whole time, {end}, but {due} is promised. Steps that overrun "
                "together: {steps}. Shorten them, or promise {fits}."
            ),
        ),
        "beyond": Wording(
            zh="“{title}”的各步加起来长过几年的日历，算不出最迟哪天做完。请检查步骤的时间和重做次数。",
            en=(
                "The steps of “{title}” take longer than years of calendar: no last day can be "
                "worked out. Look at their times and at how often they repeat."
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
    within: 3 个工作日
  - id: answer
    title: 答复客户
    do: 把结果告诉客户
    lane: backstage
    by: hotline-agent
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
    within: 2 个工作日
  - id: answer
    title: 答复客户
    do: 把结果告诉客户
    lane: backstage
    by: hotline-agent
    within: 1 个工作日
"""),
    check=check,
)
