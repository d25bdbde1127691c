"""Of which grade an emergency is by a number that is measured."""

from collections.abc import Hashable, Iterator

from guifan.language.kinds.playbook import Playbook
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import bare, say
from guifan.quiz.sort import Sort
from guifan.temporal.measure import Measure, comparable

BELOW = "below"
"""What a number is that reaches no grade."""


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for playbook in ground.corpus.of(Playbook):
        for trigger in playbook.triggers if ground.in_force(playbook) else ():
            levels = "；".join(
                f"{ground.member('event-grade', one.grade)} ≥ {one.reaches}"
                for one in trigger.thresholds
            )
            observes = bare(ground.text(playbook, trigger.observes))
            said = say(_("{observes}：{levels}。"), observes=observes, levels=levels)
            name = f"{playbook.id}.{trigger.id}"
            clause = ground.clause(playbook, trigger.id)
            roles = ground.posts(one.declared_by for one in playbook.responses)
            source = (playbook, trigger)
            yield Fact("grade", name, name, levels, clause, roles, said, observes, source)


def _value(_: Ground, fact: Fact, case: Hashable) -> Hashable:
    """The gravest grade that a number reaches."""
    found = BELOW
    reached: Measure | None = None
    for one in fact.source[1].thresholds:
        start = one.reaches
        if not (isinstance(start, Measure) and isinstance(case, Measure)):
            return None
        if not comparable(start, case):
            return None
        if start <= case and (reached is None or reached < start):
            found, reached = one.grade, start
    return found


SORT = Sort("grade", _facts, _value)
