"""The kinds of change: one module each with a class, found by being here."""

from collections.abc import Mapping
from types import MappingProxyType

from guifan.changes.change import Change, Claim
from guifan.changes.deltas import Delta, Sort
from guifan.discovery import modules


def _found() -> Mapping[str, type[Change]]:
    kinds: dict[str, type[Change]] = {}
    for _, loaded in modules(__name__, __path__):
        for value in vars(loaded).values():
            if isinstance(value, type) and issubclass(value, Change) and "key" in vars(value):
                kinds[value.key] = value
    return MappingProxyType(dict(sorted(kinds.items())))


KINDS: Mapping[str, type[Change]] = _found()
"""Every kind of change by its key."""

CLAIMS: Mapping[tuple[Claim, Sort], type[Change]] = MappingProxyType(
    {(claim, sort): kind for kind in KINDS.values() for claim in kind.claims for sort in kind.sorts}
)
"""Which kind tells a difference of a field."""


def kind_of(delta: Delta) -> type[Change]:
    """The kind that tells a difference: what claims the field, else any field's."""
    for model in delta.holder.__mro__:
        found = CLAIMS.get(((model, delta.shape.attribute), delta.sort))
        if found:
            return found
    return KINDS["field"]
