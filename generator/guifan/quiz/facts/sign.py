"""Of which grade an emergency is at least, by something that anybody can see."""

from collections.abc import Iterator

from guifan.language.kinds.playbook import Playbook
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import bare, say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for playbook in ground.corpus.of(Playbook):
        for sign in playbook.signs if ground.in_force(playbook) else ():
            sees = bare(ground.text(playbook, sign.sees))
            grade = ground.member("event-grade", sign.grade)
            said = say(_("{sees}：至少算{grade}。"), sees=sees, grade=grade)
            name = f"{playbook.id}.{sign.id}"
            clause = ground.clause(playbook, sign.id)
            roles = ground.posts(
                (*(one.declared_by for one in playbook.responses), playbook.contacts[0].role)
            )
            source = (playbook, sees)
            yield Fact("sign", name, name, sign.grade, clause, roles, said, grade, source)


SORT = Sort("sign", _facts)
