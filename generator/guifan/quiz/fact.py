"""Facts of the corpus, claims about them, and the verdict on a claim.

A fact says one thing that the standard sets, in one clause. A claim says that a fact has a value,
in a case where the value depends on one. Whoever writes questions makes claims and never says
which of them hold.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from guifan.language.kinds.limit import Scope
from guifan.quiz.said import Said


@dataclass(frozen=True, slots=True)
class Clause:
    """Where the standard says something.

    Args:
        item: id of the item.
        version: its version.
        part: ids of the parts on the way down, empty for the item itself.
        place: chapter and section.
    """

    item: str
    version: int
    part: str = ""
    place: str = ""

    @property
    def address(self) -> str:
        """As references write it."""
        return f"{self.item}.{self.part}" if self.part else self.item

    @property
    def chapter(self) -> str:
        """Id of the chapter."""
        return self.place.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the standard sets.

    Args:
        sort: name of its sort.
        name: unique within the sort.
        subject: what is asked; facts of one subject, in scopes that overlap, answer one question.
        value: the answer, typed.
        clause: where it stands.
        roles: ids of the posts that it binds.
        said: the fact in words.
        value_said: the value in words.
        source: the item or part that it was computed from.
        scope: the cases in which it holds; None for all.
    """

    sort: str
    name: str
    subject: Hashable
    value: Hashable
    clause: Clause
    roles: tuple[str, ...]
    said: Said
    value_said: Said
    source: Any
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """That a fact has a value.

    Args:
        sort: the fact's sort.
        name: the fact's name.
        value: what is claimed of it.
        case: on what the value depends besides, such as the moment a clock started.
    """

    sort: str
    name: str
    value: Hashable
    case: Hashable = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a claim holds.

    Args:
        truth: None where the standard does not decide it.
        clause: the clause that decides.
        because: what the clause says.
    """

    truth: bool | None
    clause: Clause | None
    because: Said
