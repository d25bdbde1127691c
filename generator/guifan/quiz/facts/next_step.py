"""What comes next in a procedure, in one of the cases that a step tells apart."""

from collections.abc import Iterator

from guifan.language.kinds.procedure import Branch, Procedure, Step
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import Said, bare, say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for procedure in ground.corpus.of(Procedure):
        if not ground.in_force(procedure):
            continue
        steps = {step.id: step for step in procedure.steps}
        for step in procedure.steps:
            for at, branch in enumerate(step.branches):
                value = _leads(ground, procedure, steps, branch)
                if value is None:
                    continue
                when = ground.text(procedure, branch.when)
                title = ground.title(procedure.id)
                template = _("「{procedure}」里，{when}：{next}。")
                said = say(template, procedure=title, when=bare(when), next=bare(value))
                yield Fact(
                    "next-step",
                    f"{procedure.id}.{step.id}.{branch.to or at}-{at}",
                    (procedure.id, step.id, when.text),
                    branch.to or value,
                    ground.clause(procedure, step.id),
                    ground.posts((step.by, step.accountable)) or _everybody(ground, procedure),
                    said,
                    value,
                    (procedure, step, branch),
                )


def _everybody(ground: Ground, procedure: Procedure) -> tuple[str, ...]:
    """The posts of a whole procedure: at a step of the customer's, each must know what follows."""
    return ground.posts(step.by for step in procedure.steps)


def _leads(
    ground: Ground, procedure: Procedure, steps: dict[str, Step], branch: Branch
) -> Said | None:
    """Where a branch leads, in words."""
    if branch.to in steps:
        return ground.text(procedure, steps[branch.to].do)
    return ground.text(procedure, branch.ends_with) if branch.ends_with else None


SORT = Sort("next-step", _facts)
