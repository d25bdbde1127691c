"""Questions: as a model drafts them, as the proof accepts them, and why it refuses one."""

import hashlib
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from guifan.quiz.base import Base
from guifan.quiz.fact import Claim, Clause, Fact, Verdict
from guifan.quiz.said import Said


class Level(StrEnum):
    """How deep a question goes (Bloom)."""

    REMEMBER = "remember"
    UNDERSTAND = "understand"
    APPLY = "apply"


class Form(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true-false"
    NUMERIC = "numeric"
    FILL_IN = "fill-in"
    ORDERING = "ordering"
    MATCHING = "matching"
    SHORT_ANSWER = "short-answer"
    CASE_ANALYSIS = "case-analysis"


class Age(StrEnum):
    """When a wrong answer is right: no reader may take it for a slip of ours."""

    PAST = "past"
    AHEAD = "ahead"


CHOSEN = frozenset({Form.SINGLE, Form.MULTIPLE, Form.TRUE_FALSE})
"""The forms in which options are shown to choose among."""

IN_WORDS = frozenset({Form.SHORT_ANSWER, Form.CASE_ANALYSIS})
"""The forms answered in one's own words, whose options are the points that people mark by."""

FILLED = frozenset({Form.NUMERIC, Form.FILL_IN})
"""The forms in which the answer is written: the first option, any other a mistake that is known."""

MARKED = frozenset(Form) - IN_WORDS
"""The forms that a program marks."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer.

    Args:
        text: as it is shown.
        claim: what it asserts.
        right: whether the model declares it true; the proof decides.
        why: what to tell whoever chose it.
        clause: where its own words stand, if not where the key does.
        of: what it belongs to, in a matching.
        age: whether it was right by an earlier edition, or will be.
    """

    text: Said
    claim: Claim
    right: bool
    why: Said
    clause: Clause | None = None
    of: Said | None = None
    age: Age | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a model drafts from a fact.

    Args:
        fact: what is asked.
        variant: which of the questions that the model asks about the fact; empty for the only one.
        stem: the question.
        options: the answers; for numbers and words to be filled in, the one that is right; for an
            answer in one's own words, the points that earn marks.
        sorted: the options have an order of their own, in which they are given.
        names: the words that the stem must hold, lest another answer be right.
        considered: further items on which the choice of options rests.
    """

    fact: Fact
    stem: Said
    options: tuple[Option, ...]
    variant: str = ""
    sorted: bool = False
    names: tuple[Said, ...] = ()
    considered: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact that a model asks nothing about, and why.

    Args:
        fact: the fact.
        reason: key of the reason.
    """

    fact: Fact
    reason: str


@dataclass(frozen=True, slots=True)
class Model:
    """A way to ask about a sort of facts.

    Args:
        name: in kebab case.
        family: the group of models that ask about one thing.
        level: how deep it goes.
        form: how it is answered.
        seconds: how long an answer takes.
        drafts: its questions about a corpus.
        classifies: it asks what something is called, not what is done.
    """

    name: str
    family: str
    level: Level
    form: Form
    seconds: int
    drafts: Callable[[Base], Iterator[Draft | Gap]]
    classifies: bool = False


@dataclass(frozen=True)
class Item:
    """A question that was proven.

    Args:
        id: from fact and model.
        model: its model.
        fact: what it asks.
        stem: the question.
        options: the answers in the order shown.
        verdicts: on each answer, in the same order.
        rests: ids of all items that it depends on.
        remarks: names of the lint warnings it carries.
    """

    id: str
    model: Model
    fact: Fact
    stem: Said
    options: tuple[Option, ...]
    verdicts: tuple[Verdict, ...]
    rests: frozenset[str]
    names: tuple[Said, ...] = ()
    sorted: bool = False
    remarks: tuple[str, ...] = field(default=())

    @property
    def key(self) -> tuple[int, ...]:
        """The places of the right answers; of an ordering, the places in the right order."""
        if self.model.form is Form.ORDERING:
            ranks = [_rank(option.claim.value) for option in self.options]
            return tuple(sorted(range(len(ranks)), key=ranks.__getitem__))
        return tuple(at for at, option in enumerate(self.options) if option.right)

    @property
    def hash(self) -> str:
        """A digest of everything asked and of what it rests on."""
        parts = [self.id, self.stem.text, *sorted(self.rests)]
        for option, verdict in zip(self.options, self.verdicts, strict=True):
            parts += [option.text.text, str(verdict.truth), verdict.because.text, option.why.text]
            parts += [option.of.text] if option.of else []
        return digest(*parts)

    @property
    def enemies(self) -> tuple[str, str]:
        """What it shares with the questions that ask the same: no paper has two of them."""
        return self.fact.clause.item, self.fact.name

    @property
    def roles(self) -> tuple[str, ...]:
        """The posts that it is for."""
        return self.fact.roles

    @property
    def clause(self) -> Clause:
        """The clause that it asks about."""
        return self.fact.clause


@dataclass(frozen=True, slots=True)
class Refused:
    """A question that was not accepted.

    Args:
        id: what its id would have been.
        model: its model.
        fact: what it asks.
        reason: key of the reason.
        about: the texts that the reason speaks of.
        verdicts: on each answer.
    """

    id: str
    model: Model
    fact: Fact
    reason: str
    about: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()


def digest(*parts: str) -> str:
    """A short name for texts: equal for equal ones."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _rank(value: Hashable) -> int:
    assert isinstance(value, int)
    return value
