"""T06: a clock that stands still, or waits for the customer, longer than the customer is told."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.procedure import Lane, Procedure, Step
from guifan.language.labels import field_named
from guifan.proof.procedures.kept import clocked


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at every pause of a limit, and at every step that waits for the customer."""
    for limit in corpus.of(Limit):
        for at, pause in enumerate(limit.pauses):
            facts = {"title": limit.title, "reason": pause.reason}
            place = Place(limit.id, ("pauses", at, "told"))
            yield None if pause.told else Match(place, "untold", facts)
    for procedure in corpus.of(Procedure):
        for at, step in enumerate(procedure.steps):
            if (step.lane is Lane.CUSTOMER or step.is_capped) and not (
                at == 0 and _is_before_every_clock(corpus, procedure)
            ):
                yield _customers(procedure, at, step)


def _is_before_every_clock(corpus: Corpus, procedure: Procedure) -> bool:
    """Whether no limit runs yet while the first step is done."""
    first = procedure.steps[0]
    if first.is_capped or first.limit is not None:
        return False
    stretches = (stretch for _, _, stretch in clocked(corpus, procedure))
    return not any(one.first == first.id and not one.after for one in stretches)


def _customers(procedure: Procedure, at: int, step: Step) -> Match | None:
    """What a step that waits for the customer does not say."""
    said = {"cap": step.is_capped, "default": step.default is not None}
    missing = [name for name in said if not said[name]]
    if not missing:
        return None
    fields = listed(field_named(Step, name) for name in missing)
    field = "lane" if "cap" in missing else "cap" if step.cap is not None else "cap_by"
    place = Place(procedure.id, ("steps", at, field))
    return Match(place, "endless", {"step": step.title, "fields": fields})


RULE = Rule(
    code="T06",
    name="clock-stands-unbounded",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "暂停计时却不告知客户；或者等客户的步骤没有写最多等多久、到时按什么结果继续。"
            "流程的第一步，还没有任何时限起算的，不用写。"
        ),
        en=(
            "A clock is paused without telling the customer; or a step waits for the customer "
            "without saying how long at most and what is done then. The first step of a procedure "
            "needs neither where no limit runs yet."
        ),
    ),
    why=Wording(
        zh="客户不知道表停了，在他看来就是拖；等客户却没有期限，一件事可以永远挂着，谁都不算超时。",
        en=(
            "To a customer who does not know that the clock stands, we are stalling; and what "
            "waits for the customer without an end stays open for ever while nobody is late."
        ),
    ),
    messages={
        "untold": Wording(
            zh="“{title}”因“{reason}”暂停计时，却不告知客户。不告知的不得扣除：请告知，或者删去这项暂停。",
            en=(
                "“{title}” is paused for “{reason}” without telling the customer. Time that the "
                "customer is not told of counts: tell the customer, or delete the pause."
            ),
        ),
        "endless": Wording(
            zh="“{step}”要等客户，却没有写：{fields}。请写上最多等多久，到时没有回应的按什么结果继续。",
            en=(
                "“{step}” waits for the customer, but leaves out {fields}. Write how long at most, "
                "and what is done if there is no answer by then."
            ),
        ),
    },
    bad=Example("""\
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
steps:
  - id: ask
    title: 请客户补充
    do: 请客户补充材料
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
  - id: supply
    title: 客户补充材料
    do: 把材料发来
    lane: customer
          ^^^^^^^^
"""),
    mended=Example("""\
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
calendar: office
steps:
  - id: ask
    title: 请客户补充
    do: 请客户补充材料
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
  - id: supply
    title: 客户补充材料
    do: 把材料发来
    lane: customer
    cap: 5 个工作日
    default: 按已有的材料答复客户，材料来了再补办
"""),
    check=check,
)
