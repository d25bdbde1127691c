"""How a check is reported: one module a format, with a ``render``, found by being here."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from guifan.checks.reports.outcome import Outcome
from guifan.discovery import modules

Render = Callable[[Outcome], str]


def _found() -> Mapping[str, Render]:
    formats: dict[str, Render] = {}
    for name, module in modules(__name__, __path__):
        render = getattr(module, "render", None)
        if render is not None:
            formats[name] = render
    return MappingProxyType(formats)


FORMATS: Mapping[str, Render] = _found()
"""Every format's ``render`` by its name."""

__all__ = ["FORMATS", "Outcome", "Render"]
