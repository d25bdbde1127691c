"""How a check is reported: one module a format, with a ``render``, found by being here."""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from types import MappingProxyType

from guifan.checks.reports.outcome import Outcome

Render = Callable[[Outcome], str]


def _found() -> Mapping[str, Render]:
    formats: dict[str, Render] = {}
    for module in pkgutil.iter_modules(__path__):
        render = getattr(importlib.import_module(f"{__name__}.{module.name}"), "render", None)
        if render is not None:
            formats[module.name] = render
    return MappingProxyType(formats)


FORMATS: Mapping[str, Render] = _found()
"""Every format's ``render`` by its name."""

__all__ = ["FORMATS", "Outcome", "Render"]
