"""What a blueprint asks for, and the questions that may stand in its papers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from guifan.language.kinds.exam import Between, Exam, QuestionType
from guifan.quiz.item import Form, Item
from guifan.temporal.duration import Dimension

FORMS: Mapping[QuestionType, frozenset[Form]] = MappingProxyType(
    {
        QuestionType.SINGLE: frozenset({Form.SINGLE}),
        QuestionType.MULTIPLE: frozenset({Form.MULTIPLE}),
        QuestionType.TRUE_FALSE: frozenset({Form.TRUE_FALSE}),
        QuestionType.FILL_IN: frozenset({Form.FILL_IN, Form.NUMERIC}),
        QuestionType.ORDERING: frozenset({Form.ORDERING}),
        QuestionType.MATCHING: frozenset({Form.MATCHING}),
        QuestionType.SHORT_ANSWER: frozenset({Form.SHORT_ANSWER}),
        QuestionType.CASE_ANALYSIS: frozenset({Form.CASE_ANALYSIS}),
    }
)
"""The forms of questions that each type of section holds."""

Cell = tuple[str, str]
"""A chapter and a level."""


@dataclass(frozen=True)
class Plan:
    """What papers must be.

    Args:
        exam: the blueprint.
        letters: what the papers are called: A, B, …
        seed: keys which questions are taken and how they are ordered.
        items: the questions that may be asked, by id.
    """

    exam: Exam
    letters: tuple[str, ...]
    seed: str
    items: Mapping[str, Item]

    @property
    def seconds(self) -> int | None:
        """How long an exam takes; None where that is no number of minutes by the clock."""
        takes = self.exam.takes
        return int(takes.magnitude) if takes.dimension is Dimension.SECONDS else None

    @cached_property
    def cells(self) -> Mapping[Cell, int]:
        """How many questions of each chapter at each level."""
        return {(one.chapter, one.level.value): one.count for one in self.exam.cells}

    @cached_property
    def sections(self) -> Mapping[QuestionType, int]:
        """How many questions of each type."""
        return {one.type: one.count for one in self.exam.sections}

    @property
    def drawn(self) -> tuple[str, ...]:
        """The papers whose questions are drawn; the others are a reordering of the first."""
        same = self.exam.between is Between.REORDERED
        return self.letters[:1] if same else self.letters

    def type_of(self, item: Item) -> QuestionType:
        """The section in which a question stands.

        Raises:
            StopIteration: no section is of its type.
        """
        return next(one for one in self.sections if item.model.form in FORMS[one])

    def covering(self, clause: str) -> tuple[Item, ...]:
        """The questions that ask about a clause."""
        return tuple(
            one for one in self.items.values() if clause in (one.clause.item, one.clause.address)
        )


def cell_of(item: Item) -> Cell:
    """The chapter that a question asks about, and how deep it goes."""
    return item.clause.chapter, item.model.level.value


def plan_of(exam: Exam, letters: Iterable[str], seed: str, items: Iterable[Item]) -> Plan:
    """What a blueprint asks for.

    Args:
        exam: the blueprint.
        letters: what the papers are called.
        seed: keys the choice.
        items: all questions of the manual; those of its posts, cells and types are kept.
    """
    cells = {(one.chapter, one.level.value) for one in exam.cells}
    forms = frozenset().union(*(FORMS[one.type] for one in exam.sections))
    kept = {
        one.id: one
        for one in items
        if set(exam.roles) <= set(one.roles) and cell_of(one) in cells and one.model.form in forms
    }
    return Plan(exam, tuple(letters), seed, MappingProxyType(kept))
