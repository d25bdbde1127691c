"""Who commands the answer to an emergency of a grade."""

from collections.abc import Iterator

from guifan.language.kinds.playbook import Playbook
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for playbook in ground.corpus.of(Playbook):
        for one in playbook.responses if ground.in_force(playbook) else ():
            post = ground.title(one.commander)
            grade = ground.member("event-grade", one.grade)
            title = ground.title(playbook.id)
            template = _("「{title}」到{grade}，由{post}指挥。")
            said = say(template, title=title, grade=grade, post=post)
            name = f"{playbook.id}.{one.grade}"
            clause = ground.clause(playbook)
            roles = ground.posts((one.commander, one.declared_by))
            source = (playbook, grade)
            yield Fact("command", name, name, one.commander, clause, roles, said, post, source)


SORT = Sort("command", _facts)
