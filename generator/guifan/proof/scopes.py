"""Which cases two scopes have in common: what a scope does not name it does not restrict."""

from collections.abc import Iterator
from dataclasses import dataclass

from guifan.language.kinds.limit import Scope

Axis = frozenset[str]
"""What a scope names of one kind; empty where every case is meant."""


def overlap(one: Scope | None, other: Scope | None) -> bool:
    """Whether some case is in both."""
    return all(not a or not b or a & b for a, b in _axes(one, other))


def covers(wide: Scope | None, narrow: Scope | None) -> bool:
    """Whether every case of the narrow one is in the wide one."""
    return all(not a or (b and b <= a) for a, b in _axes(wide, narrow))


@dataclass(frozen=True, slots=True)
class Common:
    """What two scopes have in common.

    Args:
        scope: the cases of both; None for every case.
    """

    scope: Scope | None


def common(one: Scope | None, other: Scope | None) -> Common | None:
    """The cases of both; None where there is none."""
    if not overlap(one, other):
        return None
    if covers(one, other):
        return Common(other)
    if covers(other, one):
        return Common(one)
    both: dict[str, object] = {}
    for name, (a, b) in zip(Scope.model_fields, _axes(one, other), strict=True):
        if shared := sorted(a & b or a | b):
            both[name] = tuple(shared) if isinstance(_DEFAULTS[name], tuple) else shared[0]
    return Common(Scope.model_validate(both))


def moved(one: Scope | None, to: Scope | None) -> Scope | None:
    """A scope with what another one names instead of what it names of the same kind."""
    if one is None or to is None:
        return to or one
    return one.model_copy(
        update={name: getattr(to, name) for name in Scope.model_fields if named(to, name)}
    )


_DEFAULTS = {name: field.default for name, field in Scope.model_fields.items()}
"""What scopes hold where nothing is named: a list of names is empty, a single one is not there."""


def alike(one: Scope | None, other: Scope | None, *, but: str = "") -> bool:
    """Whether both mean the same cases.

    Args:
        one: a scope.
        other: another.
        but: the name of a field of ``Scope`` that may differ.
    """
    pairs = zip(Scope.model_fields, _axes(one, other), strict=True)
    return all(a == b for name, (a, b) in pairs if name != but)


def cases(scope: Scope | None) -> tuple[Axis, ...]:
    """Which cases a scope means: equal for scopes that mean the same."""
    return tuple(named(scope, name) for name in Scope.model_fields)


def named(scope: Scope | None, name: str) -> Axis:
    """What a scope names of one kind, by the field of ``Scope``."""
    value = getattr(scope, name) if scope else None
    if not value:
        return frozenset()
    return frozenset((value,)) if isinstance(value, str) else frozenset(value)


def _axes(one: Scope | None, other: Scope | None) -> Iterator[tuple[Axis, Axis]]:
    return ((named(one, name), named(other, name)) for name in Scope.model_fields)
