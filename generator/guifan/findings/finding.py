"""A finding: one fault at one place, kept as values until a face words it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from guifan.findings.position import Position

NO_ARGUMENTS: Mapping[str, object] = MappingProxyType({})


class Severity(StrEnum):
    """E fails the build, W only warns."""

    ERROR = "E"
    WARNING = "W"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What would mend the fault.

    ``text`` replaces the finding's own stretch when ``safe``: ``check --fix`` may then write it.
    An unsafe suggestion is only shown, with ``others`` that may have been meant as well.
    """

    text: str
    safe: bool = False
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to the fault, with the key of the words that say how."""

    position: Position
    key: str = "see"
    arguments: Mapping[str, object] = field(default_factory=lambda: NO_ARGUMENTS)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault.

    Args:
        code: the rule's code, a letter and two digits.
        key: which of the rule's messages says it.
        arguments: the typed values the message names.
        position: the culprit.
        subject: the item it concerns (id), for the fingerprint; empty where there is none.
        severity: E or W, after waivers.
        items: how many items of its file it concerns, being in what they share.
    """

    code: str
    key: str
    position: Position
    arguments: Mapping[str, object] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    suggestion: Suggestion | None = None
    subject: str = ""
    severity: Severity = Severity.ERROR
    items: int = 1

    @property
    def fingerprint(self) -> str:
        """A stable name for this fault: it survives moved lines and renamed files."""
        facts = [self.code, self.key, self.subject or self.position.file]
        facts += [f"{name}={value}" for name, value in sorted(self.arguments.items())]
        return hashlib.sha256("\x1f".join(facts).encode()).hexdigest()[:16]
