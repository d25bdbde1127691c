"""Which clauses are asked about, how deep and how often; and why others are not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from guifan.language.kinds.data_item import DataItem
from guifan.language.kinds.escalation import Escalation
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.metric import Metric
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.procedure import Procedure
from guifan.language.kinds.role import Role
from guifan.language.kinds.service import Service
from guifan.language.model import Item as Clause
from guifan.quiz.ground import Ground
from guifan.quiz.item import Level
from guifan.quiz.told import Asked, Told

KINDS: tuple[type[Clause], ...] = (
    Norm,
    Limit,
    Procedure,
    Playbook,
    Escalation,
    Service,
    DataItem,
    Metric,
    Role,
)
"""The kinds of clause that somebody must know: of posts, those with authority."""


@dataclass(frozen=True, slots=True)
class Covered:
    """A clause and the questions about it.

    Args:
        clause: the item.
        roles: the posts that it binds.
        levels: how many questions go how deep.
        items: ids of the questions.
        reasons: where there is none, keys of the reasons.
    """

    clause: Clause
    roles: tuple[str, ...]
    levels: Mapping[Level, int]
    items: tuple[str, ...]
    reasons: tuple[str, ...]


def coverage(asked: Asked) -> tuple[Covered, ...]:
    """Every clause that somebody must know, in the order of the files."""
    by_clause: dict[str, list[Told]] = {}
    for one in asked.questions.values():
        by_clause.setdefault(one.clause.item, []).append(one)
    reasons: dict[str, dict[str, None]] = {}
    for clause, reason in (*asked.refused, *asked.gaps):
        reasons.setdefault(clause, {})[reason] = None
    return tuple(
        Covered(
            clause,
            _bound(asked.ground, clause, items),
            MappingProxyType(Counter(one.model.level for one in items)),
            tuple(one.id for one in items),
            () if items else tuple(reasons.get(clause.id, ("no-fact",))),
        )
        for clause in _clauses(asked.ground)
        for items in (_asked(clause, by_clause),)
    )


def _asked(clause: Clause, by_clause: Mapping[str, list[Told]]) -> list[Told]:
    """The questions about a clause; of a norm, those about its limits and its metric too."""
    named = (*clause.limits, clause.metric) if isinstance(clause, Norm) else ()
    return [one for name in (clause.id, *named) if name for one in by_clause.get(name, ())]


def _clauses(ground: Ground) -> Iterator[Clause]:
    for clause in ground.corpus:
        is_known = not isinstance(clause, Role) or clause.authority
        if isinstance(clause, KINDS) and is_known and ground.in_force(clause):
            yield clause


def _bound(ground: Ground, clause: Clause, items: Iterable[Told]) -> tuple[str, ...]:
    """The posts that a clause binds: those it names, and those its questions are for."""
    match clause:
        case Norm():
            return ground.posts(clause.binds.roles)
        case Limit():
            return ground.bound_by(clause)
        case Role():
            return (clause.id,)
    return tuple(dict.fromkeys(role for one in items for role in one.roles))
