"""When each action of a playbook is due, in seconds from the discovery."""

from collections.abc import Iterator

from guifan.language.kinds.playbook import Action, Playbook
from guifan.proof.emergencies import actions, seconds
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import Said, say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    for playbook in ground.corpus.of(Playbook):
        for _, action in actions(playbook) if ground.in_force(playbook) else ():
            after = seconds(action.at)
            if after is None:
                continue
            do = ground.text(playbook, action.do)
            name = f"{playbook.id}.{action.id}"
            said = _said(ground, playbook, action, do)
            clause = ground.clause(playbook, action.id)
            roles = ground.posts((action.accountable,))
            source = (playbook, action)
            yield Fact("emergency-course", name, name, after, clause, roles, said, do, source)


def _said(ground: Ground, playbook: Playbook, action: Action, do: Said) -> Said:
    _ = ground.words
    if action.at is None:
        return say(_("立即：{do}"), do=do)
    return say(_("{after}以内：{do}"), after=ground.quantity(playbook, action.at), do=do)


SORT = Sort("emergency-course", _facts)
