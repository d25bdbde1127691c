"""Whom to call in an emergency when the first does not answer."""

from collections.abc import Iterator

from guifan.language.kinds.playbook import Playbook
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for playbook in ground.corpus.of(Playbook):
        for one in playbook.contacts if ground.in_force(playbook) else ():
            first, second = ground.title(one.role), ground.title(one.backup)
            wait = ground.quantity(playbook, one.wait)
            template = _("「{playbook}」：{first}，{wait}没有接通，找{second}。")
            title = ground.title(playbook.id)
            said = say(template, playbook=title, first=first, wait=wait, second=second)
            name = f"{playbook.id}.{one.id}"
            subject = (playbook.id, one.role)
            clause = ground.clause(playbook, one.id)
            # Whoever opens the book makes the calls.
            roles = ground.posts(response.declared_by for response in playbook.responses)
            source = (playbook, one)
            yield Fact("backup", name, subject, one.backup, clause, roles, said, second, source)


SORT = Sort("backup", _facts)
