"""How a difference is told: one module a format, with a ``render``, found by being here."""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from types import MappingProxyType

from guifan.changes.reports.difference import Difference

Render = Callable[[Difference], str]


def _found() -> Mapping[str, Render]:
    formats: dict[str, Render] = {}
    for module in pkgutil.iter_modules(__path__):
        render = getattr(importlib.import_module(f"{__name__}.{module.name}"), "render", None)
        if render is not None:
            formats[module.name] = render
    return MappingProxyType(formats)


FORMATS: Mapping[str, Render] = _found()
"""Every format's ``render`` by its name."""

__all__ = ["FORMATS", "Difference", "Render"]
