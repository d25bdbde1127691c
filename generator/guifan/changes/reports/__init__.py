"""How a difference is told: one module a format, with a ``render``, found by being here."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from guifan.changes.reports.difference import Difference
from guifan.discovery import modules

Render = Callable[[Difference], str]


def _found() -> Mapping[str, Render]:
    formats: dict[str, Render] = {}
    for name, module in modules(__name__, __path__):
        render = getattr(module, "render", None)
        if render is not None:
            formats[name] = render
    return MappingProxyType(formats)


FORMATS: Mapping[str, Render] = _found()
"""Every format's ``render`` by its name."""

__all__ = ["FORMATS", "Difference", "Render"]
