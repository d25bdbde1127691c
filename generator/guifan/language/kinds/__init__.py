"""The kinds of the language: one module each, found by being here."""

import importlib
import pkgutil
from collections.abc import Mapping
from types import MappingProxyType

from guifan.language.model import Item


def _found() -> Mapping[str, type[Item]]:
    kinds: dict[str, type[Item]] = {}
    for module in pkgutil.iter_modules(__path__):
        loaded = importlib.import_module(f"{__name__}.{module.name}")
        for value in vars(loaded).values():
            if isinstance(value, type) and issubclass(value, Item) and value is not Item:
                kinds[value.kind] = value
    return MappingProxyType(dict(sorted(kinds.items())))


KINDS: Mapping[str, type[Item]] = _found()
"""Every kind's model by its key."""
