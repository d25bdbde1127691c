"""The kinds of the language: one module each, found by being here."""

from collections.abc import Mapping
from types import MappingProxyType

from guifan.discovery import modules
from guifan.language.model import Item


def _found() -> Mapping[str, type[Item]]:
    kinds: dict[str, type[Item]] = {}
    for _, loaded in modules(__name__, __path__):
        for value in vars(loaded).values():
            if isinstance(value, type) and issubclass(value, Item) and value is not Item:
                kinds[value.kind] = value
    return MappingProxyType(dict(sorted(kinds.items())))


KINDS: Mapping[str, type[Item]] = _found()
"""Every kind's model by its key."""
