"""T20: steps that, each using its whole time, end after the time that the law gives for them."""

from collections.abc import Iterator

from guifan.checks.rules.time.steps import began, blamed, taken, titles
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.law.floors import allowed
from guifan.proof.procedures.kept import Overrun
from guifan.proof.procedures.owed import Owed, owed
from guifan.proof.told import how_much, when
from guifan.temporal.calendars import OutOfHorizonError


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Let the steps between two events of a floor take as long as they may, from every start."""
    for one in owed(clocks, corpus) if clocks else ():
        try:
            # Against a limit of our own that names the floor, T03 and F01 say it.
            overrun = None if one.promised else one.span.late()
        except OutOfHorizonError:
            yield _beyond(one)
            continue
        yield _match(corpus, one, overrun) if overrun else None


def _facts(one: Owed) -> dict[str, object]:
    return {
        "title": one.span.timed.procedure.title,
        "law": one.regulation.short,
        "floor": one.floor.title,
        "within": how_much(one.floor.value),
    }


def _law(one: Owed) -> Place:
    at = one.regulation.floors.index(one.floor)
    return Place(one.regulation.id, ("floors", at, "value"))


def _last(one: Owed) -> Place:
    """The event that stops the clock, where the procedure names it."""
    procedure = one.span.timed.procedure
    at = [step.id for step in procedure.steps].index(one.span.stretch.last)
    return Place(procedure.id, ("steps", at, "ends"))


def _beyond(one: Owed) -> Match:
    return Match(_last(one), "beyond", _facts(one), (_law(one),), warns=one.warns)


def _match(corpus: Corpus, one: Owed, overrun: Overrun) -> Match:
    procedure, case = one.span.timed.procedure, overrun.case
    facts = _facts(one) | {
        "start": began(case.start, allowed(one.floor)),
        "end": when(case.end),
        "due": when(case.other),
        "days": case.days,
        "steps": titles(procedure, overrun.steps),
    }
    provisional = one.span.timed.clocks.horizon.is_provisional(case.start.day)
    place = blamed(one.span.timed, overrun) or _last(one)
    places = (_last(one), *taken(corpus, procedure, overrun.steps), _law(one))
    return Match(
        place,
        "exceeds",
        facts,
        tuple(other for other in places if other != place),
        warns=one.warns or provisional,
    )


RULE = Rule(
    code="T20",
    name="steps-exceed-law",
    severity=Severity.ERROR,
    finds=Wording(
        zh="流程自己没有守法定期限的承诺，而各步用足时间会超过法定期限。",
        en=(
            "The steps of a procedure without a promise of its own for it, each using its whole "
            "time, end after the time that the law allows."
        ),
    ),
    why=Wording(
        zh=(
            "外面转来的件，法定的表从收到那天就在走，内部转派、调查、复核一样不停。"
            "每个岗位都按时，合起来却误了法定的日子；遇到长假最容易误。"
        ),
        en=(
            "For a case passed on to us the law's clock runs from the day it arrives, through "
            "every internal hop. Each post is in time, and yet together they miss the day that the "
            "law sets, above all over a long holiday."
        ),
    ),
    messages={
        "exceeds": Wording(
            zh=(
                "“{title}”的各步守不住《{law}》的“{floor}”（{within}）：{start}开始的，用足时间"
                "最迟 {end} 做完（历时 {days} 日），而法定最迟是 {due}。合起来超时的步骤：{steps}。"
                "请缩短这些步骤，并给流程写一个守这条底线的承诺时限。"
            ),
            en=(
                "The steps of “{title}” do not keep “{floor}” under {law} ({within}): what starts "
                "on {start} ends on {end} at worst ({days} {days:day|days}), but the law allows "
                "until {due}. Steps that overrun together: {steps}. Shorten them, and give the "
                "procedure a promise that names this floor."
            ),
        ),
        "beyond": Wording(
            zh=(
                "“{title}”守“{floor}”（《{law}》，{within}）的各步加起来长过几年的日历。"
                "请检查步骤的时间和重做次数。"
            ),
            en=(
                "The steps of “{title}” under “{floor}” ({law}, {within}) take longer than years "
                "of calendar. Look at their times and at how often they repeat."
            ),
        ),
    },
    bad=Example("""\
--- standards/regulation.yaml
kind: regulation
id: appeal-rules
title: 申诉处理办法
short: 申诉办法
issuer: 主管部门
about: 怎样答复转来的申诉
editions:
  - {id: first, title: 公布, effective: 2016-07-30}
articles:
  - {id: article-9, number: 第九条, edition: first, says: 十日内答复, verification: V1}
floors:
  - id: answer-10d
    title: 答复转办件
    article: article-9
    measure: maximum
    value: 10 日
    owed_to: authority
    verification: V1
    from: complaint-received
    to: complaint-answered
--- standards/handling.yaml
kind: procedure
id: passed-on-case
title: 转办件处理
about: 主管部门转来投诉
starts: complaint-received
calendar: office
law: [appeal-rules.article-9]
steps:
  - id: dispatch
    title: 转派
    do: 派给经办岗
    lane: backstage
    by: shift-leader
    accountable: shift-leader
    within: 1 个工作日
  - id: investigate
    title: 调查
    do: 查清事实
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    within: 5 个工作日
  - id: review
    title: 复核答复
    do: 复核后答复
    lane: backstage
    by: shift-leader
    accountable: shift-leader
    within: 2 个工作日
    ends: complaint-answered
          ^^^^^^^^^^^^^^^^^^
"""),
    mended=Example("""\
--- standards/handling.yaml
kind: procedure
id: passed-on-case
title: 转办件处理
about: 主管部门转来投诉
starts: complaint-received
law: [appeal-rules.article-9]
steps:
  - id: dispatch
    title: 转派
    do: 派给经办岗
    lane: backstage
    by: shift-leader
    accountable: shift-leader
    within: 24 小时
  - id: investigate
    title: 调查
    do: 查清事实
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    within: 120 小时
  - id: review
    title: 复核答复
    do: 复核后答复
    lane: backstage
    by: shift-leader
    accountable: shift-leader
    within: 48 小时
    ends: complaint-answered
"""),
    check=check,
    apart=always,
)
