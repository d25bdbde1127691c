"""How an error that a procedure is prone to is put right."""

from collections.abc import Iterator

from guifan.language.kinds.procedure import Procedure
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for procedure in ground.corpus.of(Procedure):
        for fail in procedure.fail_points if ground.in_force(procedure) else ():
            shown = ground.text(procedure, fail.recovery)
            said = say(_("「{fail}」的补救：{shown}"), fail=fail.title, shown=shown)
            doing = (step.by for step in procedure.steps if fail.id in step.fails)
            roles = ground.posts((fail.owner, *doing))
            name = f"{procedure.id}.{fail.id}"
            clause = ground.clause(procedure, fail.id)
            source = (procedure, fail)
            yield Fact("recovery", name, name, shown, clause, roles, said, shown, source)


SORT = Sort("recovery", _facts)
