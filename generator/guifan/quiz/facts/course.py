"""In which order things are done: the steps of a straight run of a procedure, from its start."""

from collections.abc import Iterator
from itertools import pairwise

from guifan.language.kinds.procedure import Procedure, Step
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for procedure in ground.corpus.of(Procedure):
        run = straight(procedure) if ground.in_force(procedure) else ()
        for at, step in enumerate(run, start=1):
            do = ground.text(procedure, step.do)
            said = say(_("第 {number} 步：{do}"), number=at, do=do)
            name = f"{procedure.id}.{step.id}"
            clause = ground.clause(procedure, step.id)
            # A step of the customer's is known to all who do the others.
            doing = (one.by for one in procedure.steps)
            roles = ground.posts((step.by, step.accountable)) or ground.posts(doing)
            yield Fact("course", name, name, at, clause, roles, said, do, (procedure, step))


def straight(procedure: Procedure) -> tuple[Step, ...]:
    """The first steps that always come one after the other, up to the first that divides."""
    run: list[Step] = []
    for step, after in pairwise((*procedure.steps, None)):
        assert step is not None
        run.append(step)
        goes_on = after is not None and step.then in (None, after.id)
        if step.branches or step.parallel or step.repeat or not goes_on:
            break
    return tuple(run)


SORT = Sort("course", _facts)
