"""T11: a ladder whose later rung is reached no later than the one before it."""

from collections.abc import Iterator

from guifan.checks.rules.time.worded import case_of
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case
from guifan.proof.limits.ladders import Rise, rises
from guifan.proof.told import how_much


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Compare every two rungs by time that follow one another, from every start."""
    for one in rises(corpus, clocks) if clocks else ():
        assert clocks is not None
        yield _match(clocks, one, one.case) if one.case else None


def _match(clocks: Clocks, one: Rise, case: Case) -> Match:
    ladder = one.ladder
    after, later = one.times
    facts = {
        "ladder": ladder.title,
        "lower": ladder.rungs[one.lower].title,
        "after": how_much(after),
        "higher": ladder.rungs[one.higher].title,
        "later": how_much(later),
        **case_of(case, after, later),
    }
    return Match(
        Place(ladder.id, ("rungs", one.higher, "after")),
        "not-later",
        facts,
        (Place(ladder.id, ("rungs", one.lower, "after")),),
        warns=clocks.horizon.is_provisional(case.start.day),
    )


RULE = Rule(
    code="T11",
    name="ladder-not-rising",
    severity=Severity.ERROR,
    finds=Wording(
        zh="升级阶梯的后一级到得不比前一级晚。",
        en="A rung of a ladder is reached no later than the rung below it.",
    ),
    why=Wording(
        zh=(
            "先报下一级，他来得及处理，才不必惊动上一级。两级同时报到，或者上一级先接到，"
            "下一级就没有机会补救，两个人还会给出两个决定。"
        ),
        en=(
            "The lower rung is told first so that it can act before the higher one must. Where both"
            " are told at once, or the higher one sooner, nobody below has a chance to mend it, and"
            " two people may decide two things."
        ),
    ),
    messages={
        "not-later": Wording(
            zh=(
                "“{ladder}”的“{higher}”（{later}）不比它前面的“{lower}”（{after}）晚："
                "{start}起算的，“{lower}”在 {end}，“{higher}”在 {due}。请让每一级都晚于前一级。"
            ),
            en=(
                "In “{ladder}”, “{higher}” ({later}) does not come after “{lower}” ({after}) below "
                "it: from {start}, “{lower}” comes on {end} and “{higher}” on {due}. Make every "
                "rung later than the one before."
            ),
        ),
    },
    bad=Example("""\
kind: escalation
id: complaint-ladder
title: 投诉升级阶梯
about: 投诉没有按时答复
from: complaint-received
calendar: office
rungs:
  - id: warn
    title: 预警
    after: 2 个工作日
    to: hotline-agent
    does: 催办
    by: 电话
  - id: supervise
    title: 督办
    after: 1 个工作日
           ^^^^^^
    to: shift-leader
    does: 督办
    by: 电话
"""),
    mended=Example("""\
kind: escalation
id: complaint-ladder
title: 投诉升级阶梯
about: 投诉没有按时答复
from: complaint-received
calendar: office
rungs:
  - id: warn
    title: 预警
    after: 1 个工作日
    to: hotline-agent
    does: 催办
    by: 电话
  - id: supervise
    title: 督办
    after: 2 个工作日
    to: shift-leader
    does: 督办
    by: 电话
"""),
    check=check,
)
