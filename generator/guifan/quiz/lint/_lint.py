"""A rule about questions: what it finds, and whether that blocks the question."""

from collections.abc import Callable
from dataclasses import dataclass

from guifan.findings import Severity, Wording
from guifan.quiz.item import Item


@dataclass(frozen=True, slots=True)
class Lint:
    """A rule about questions.

    Args:
        name: in kebab case.
        severity: an error blocks the question, a warning goes along with it.
        says: what it finds, in one sentence.
        finds: whether a question has the fault.
    """

    name: str
    severity: Severity
    says: Wording
    finds: Callable[[Item], bool]
