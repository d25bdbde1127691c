"""T05: a way back in a procedure that nothing bounds."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.procedure import Procedure, Repeat
from guifan.language.nodes import Path
from guifan.proof.told import how_much


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Follow every way that a step names."""
    for procedure in corpus.of(Procedure):
        order = {step.id: at for at, step in enumerate(procedure.steps)}
        for at, path, target in _ways(procedure):
            back = order.get(target, len(order)) <= at
            yield _unbounded(procedure, at, path, order[target]) if back else None
        for at, step in enumerate(procedure.steps):
            if step.repeat is not None:
                yield _repeated(procedure, at, step.repeat, order)


def _ways(procedure: Procedure) -> Iterator[tuple[int, Path, str]]:
    """Every way on that is written: from which step, where, and the id of the step it leads to.

    That a step runs beside itself is T04's to say.
    """
    for at, step in enumerate(procedure.steps):
        if step.then is not None:
            yield at, ("then",), step.then
        for number, branch in enumerate(step.branches):
            if branch.to is not None:
                yield at, ("branches", number, "to"), branch.to
        if step.parallel is not None:
            yield at, ("parallel", "then"), step.parallel.then
            for number, name in enumerate(step.parallel.steps):
                if name != step.id:
                    yield at, ("parallel", "steps", number), name


def _unbounded(procedure: Procedure, at: int, path: Path, target: int) -> Match:
    step, earlier = procedure.steps[at], procedure.steps[target]
    return Match(
        Place(procedure.id, ("steps", at, *path)),
        "itself" if target == at else "back",
        {"step": step.title, "to": earlier.title},
        (Place(procedure.id, ("steps", target, "id")),),
    )


def _repeated(procedure: Procedure, at: int, repeat: Repeat, order: dict[str, int]) -> Match | None:
    """What is wrong with a repetition that is written as one."""
    step = procedure.steps[at]
    times = repeat.max.magnitude
    if times < 1 or times.denominator != 1:
        place = Place(procedure.id, ("steps", at, "repeat", "max"))
        return Match(place, "times", {"step": step.title, "times": how_much(repeat.max)})
    target = order.get(repeat.to, at)
    if target > at:
        facts = {"step": step.title, "to": procedure.steps[target].title}
        place = Place(procedure.id, ("steps", at, "repeat", "to"))
        return Match(place, "forward", facts, (Place(procedure.id, ("steps", target, "id")),))
    return None


RULE = Rule(
    code="T05",
    name="way-back-unbounded",
    severity=Severity.ERROR,
    finds=Wording(
        zh="流程往回走，却没有写成“重做”，或者没有写明最多几次。",
        en="A procedure goes back without a “repeat”, or without saying how often at most.",
    ),
    why=Wording(
        zh="“不满意就重新处理”而没有次数，一件事可以永远办不完，任何时限都守不住，也算不出最迟哪天办完。",
        en=(
            "“If not satisfied, start over” without a number never has to end: no limit can hold, "
            "and no last day can be worked out."
        ),
    ),
    messages={
        "back": Wording(
            zh=(
                "“{step}”在这里回到前面的“{to}”，没有写最多几次。要重做的，请改用 repeat（重做），"
                "写明情形和次数；只是先后写颠倒了的，把“{to}”移到“{step}”后面。"
            ),
            en=(
                "Here “{step}” goes back to “{to}” without saying how often at most. If that is "
                "done again, write “repeat”, with when and how often; if the steps only stand in "
                "the wrong order, move “{to}” below “{step}”."
            ),
        ),
        "itself": Wording(
            zh="“{step}”在这里又回到“{to}”自己。要重做的，请改用 repeat（重做），写明情形和次数。",
            en=(
                "Here “{step}” leads to “{to}”, itself. If it is done again, write “repeat”, with "
                "when and how often."
            ),
        ),
        "times": Wording(
            zh="“{step}”的重做次数是“{times}”。请写不小于一的整数；不重做的，删去 repeat（重做）。",
            en=(
                "“{step}” is repeated “{times}”. Write a whole number, one or more; if it is not "
                "repeated, delete “repeat”."
            ),
        ),
        "forward": Wording(
            zh="“{step}”的重做指向后面的“{to}”。请改成前面的一步，或者用 then（下一步）。",
            en=(
                "The “repeat” of “{step}” names “{to}”, which comes later. Name an earlier step, "
                "or write “then”."
            ),
        ),
    },
    bad=Example("""\
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
steps:
  - id: investigate
    title: 调查核实
    do: 查清事实
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
  - id: answer
    title: 答复客户
    do: 把结果告诉客户
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
    branches:
      - when: 客户不满意
        to: investigate
            ^^^^^^^^^^^
      - when: 客户满意
        ends_with: 办结
        otherwise: 是
"""),
    mended=Example("""\
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
steps:
  - id: investigate
    title: 调查核实
    do: 查清事实
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
  - id: answer
    title: 答复客户
    do: 把结果告诉客户
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
    repeat:
      to: investigate
      when: 客户不满意，并提出新的事实
      max: 1 次
"""),
    check=check,
)
