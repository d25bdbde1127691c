"""T04: parallel steps that do not all come together where they should."""

from collections.abc import Iterator, Mapping

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Suggestion, Wording
from guifan.language.kinds.procedure import Procedure
from guifan.language.nodes import Path
from guifan.proof.procedures.branches import Exit, astray, exits


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Follow every branch of parallel steps to its joint."""
    for procedure in corpus.of(Procedure):
        order = {step.id: at for at, step in enumerate(procedure.steps)}
        onward = exits(procedure)
        for at, fork in enumerate(procedure.steps):
            if fork.parallel is None:
                continue
            for number, branch in enumerate(fork.parallel.steps):
                wrong = _listed(procedure, at, number)
                if wrong is not None:
                    yield wrong
                # A joint that is not there is R01's to say, one that is not further down T05's.
                elif branch in order and order.get(fork.parallel.then, at) > at:
                    yield next(_strays(procedure, onward, at, branch), None)


def _listed(procedure: Procedure, at: int, number: int) -> Match | None:
    """What is wrong with a step being among those that run side by side."""
    fork = procedure.steps[at]
    assert fork.parallel is not None
    listed, path = fork.parallel.steps, ("steps", at, "parallel", "steps")
    name = listed[number]
    place = Place(procedure.id, (*path, number))
    title = next((step.title for step in procedure.steps if step.id == name), name)
    facts = {"step": fork.title, "branch": title}
    if name in listed[:number]:
        return Match(place, "twice", facts, (Place(procedure.id, (*path, listed.index(name))),))
    if name == fork.id:
        return Match(place, "itself", facts)
    if name == fork.parallel.then:
        joint = Place(procedure.id, ("steps", at, "parallel", "then"))
        return Match(place, "joint", facts, (joint,))
    return None


def _strays(
    procedure: Procedure, onward: Mapping[str, tuple[Exit, ...]], at: int, branch: str
) -> Iterator[Match]:
    fork = procedure.steps[at]
    assert fork.parallel is not None
    title = {step.id: step.title for step in procedure.steps}
    number = fork.parallel.steps.index(branch)
    places = (
        Place(procedure.id, ("steps", at, "parallel", "steps", number)),
        Place(procedure.id, ("steps", at, "parallel", "then")),
    )
    for one in astray(procedure, onward, fork, branch):
        facts = {
            "fork": fork.title,
            "branch": title[branch],
            "joint": title[fork.parallel.then],
            "step": title[one.step],
            "target": title[one.target] if one.target else "",
        }
        key = "ends" if one.target is None else "elsewhere"
        if one.target in fork.parallel.steps:
            key = "crosses"
        path = _written(procedure, one)
        joined = Suggestion(fork.parallel.then) if path[-1] in ("then", "to") else None
        yield Match(Place(procedure.id, path), key, facts, places, joined)


def _written(procedure: Procedure, one: Exit) -> Path:
    """Where it is written that a step leads there; the step, where it only stands before."""
    at = next(at for at, step in enumerate(procedure.steps) if step.id == one.step)
    step = procedure.steps[at]
    if one.by is not None:
        key = ("to",) if one.by.to else ()
        return ("steps", at, "branches", step.branches.index(one.by), *key)
    return ("steps", at, "then" if step.then else "id")


RULE = Rule(
    code="T04",
    name="branch-never-joins",
    severity=Severity.ERROR,
    finds=Wording(
        zh="同时进行的步骤，有的走不到汇合的那一步，或者写重了。",
        en="Of steps that run side by side, one does not come to the joint, or is listed twice.",
    ),
    why=Wording(
        zh="汇合要等全部完成。有一支走到别处去了，后面的步骤就永远等不齐，客户等到的是没有人再办。",
        en=(
            "A joint waits for all. If one branch goes elsewhere, what follows waits for ever, and "
            "the customer with it."
        ),
    ),
    messages={
        "ends": Wording(
            zh=(
                "“{fork}”之后同时进行的“{branch}”要到“{joint}”汇合，却在“{step}”这里结束了流程。"
                "请写 then（下一步）或者改分支，让它走到“{joint}”。"
            ),
            en=(
                "“{branch}”, one of the steps side by side after “{fork}”, should come to "
                "“{joint}”, but the procedure ends here at “{step}”. Lead it to “{joint}”."
            ),
        ),
        "elsewhere": Wording(
            zh=(
                "“{fork}”之后同时进行的“{branch}”要到“{joint}”汇合，“{step}”却在这里绕过它到了"
                "“{target}”。请让它走到“{joint}”。"
            ),
            en=(
                "“{branch}”, one of the steps side by side after “{fork}”, should come to "
                "“{joint}”, but here “{step}” passes it by and leads to “{target}”. Lead it to "
                "“{joint}”."
            ),
        ),
        "crosses": Wording(
            zh=(
                "“{fork}”之后同时进行的“{branch}”要到“{joint}”汇合，“{step}”却在这里走进了另一支"
                "“{target}”。请写 then（下一步），让它走到“{joint}”。"
            ),
            en=(
                "“{branch}”, one of the steps side by side after “{fork}”, should come to "
                "“{joint}”, but here “{step}” leads into another of them, “{target}”. Write "
                "“then”, to lead it to “{joint}”."
            ),
        ),
        "twice": Wording(
            zh="“{step}”之后同时进行的步骤里，“{branch}”写了两次。请删去一个。",
            en="“{branch}” stands twice among the steps side by side after “{step}”. Delete one.",
        ),
        "itself": Wording(
            zh="“{step}”不能和自己同时进行：同时进行的步骤从它之后开始。请删去“{branch}”。",
            en="“{step}” cannot run beside itself: those steps follow it. Delete “{branch}”.",
        ),
        "joint": Wording(
            zh="“{branch}”既是“{step}”之后同时进行的一步，又是汇合的一步。请二者取其一。",
            en="“{branch}” runs side by side after “{step}” and is the joint too. Make it one.",
        ),
    },
    bad=Example("""\
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
steps:
  - id: assign
    title: 派单
    do: 派给投诉和计费两边
    lane: backstage
    by: shift-leader
    accountable: shift-leader
    parallel:
      steps: [investigate, evidence]
      join: all
      then: answer
  - id: investigate
    title: 调查核实
    do: 查清事实
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
  - id: evidence
    title: 收集证据
    do: 调取话单
    lane: support
    by: hotline-agent
    accountable: shift-leader
    then: archive
          ^^^^^^^
  - id: answer
    title: 答复客户
    do: 把结果告诉客户
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
  - id: archive
    title: 归档
    do: 材料归档
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
"""),
    mended=Example("""\
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
steps:
  - id: assign
    title: 派单
    do: 派给投诉和计费两边
    lane: backstage
    by: shift-leader
    accountable: shift-leader
    parallel:
      steps: [investigate, evidence]
      join: all
      then: answer
  - id: investigate
    title: 调查核实
    do: 查清事实
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
  - id: evidence
    title: 收集证据
    do: 调取话单
    lane: support
    by: hotline-agent
    accountable: shift-leader
    then: answer
  - id: answer
    title: 答复客户
    do: 把结果告诉客户
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
  - id: archive
    title: 归档
    do: 材料归档
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
"""),
    check=check,
)
