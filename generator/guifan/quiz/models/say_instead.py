"""What is said instead of each phrase that must not be said."""

from collections.abc import Iterator
from dataclasses import replace

from guifan.quiz.base import Base
from guifan.quiz.fact import Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._answers import right
from guifan.quiz.models._spoken import forbidden, manner, spoken
from guifan.quiz.said import Said, say
from guifan.quiz.values import same, same_text

_PAIRS = 4
_LEAST = 3


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    sections: dict[tuple[str, tuple[bool, bool]], list[Fact]] = {}
    for fact in base.of("instead"):
        sections.setdefault((fact.clause.place, manner(fact)), []).append(fact)
    for facts in sections.values():
        for group in _groups(facts):
            if len(group) < _LEAST:
                yield Gap(group[0], "too-short")
                continue
            options = tuple(
                replace(right(one), text=spoken(one.value_said), of=spoken(_never(one)))
                for one in group
            )
            stem = say(_("左边的话不能说。给每一句找出右边该改说的那一句。"))
            yield Draft(group[0], stem, options, sorted=True)


def _never(fact: Fact) -> Said:
    return forbidden(fact).said


def _groups(facts: list[Fact]) -> Iterator[list[Fact]]:
    """Neighbours, one of each clause, none of whose phrases are alike."""
    group: list[Fact] = []
    for fact in facts:
        if any(not _apart(fact, one) for one in group):
            continue
        group.append(fact)
        if len(group) == _PAIRS:
            yield group
            group = []
    if group:
        yield group


def _apart(one: Fact, other: Fact) -> bool:
    if one.clause.item == other.clause.item:
        return False
    alike = same_text(_never(one).text, _never(other).text)
    return alike is False and same(one.value, other.value) is False


MODEL = Model("say-instead", "instead", Level.UNDERSTAND, Form.MATCHING, 60, _drafts)
