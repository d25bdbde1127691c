"""The sorts of facts, one module each; a sort is found by being here."""

from collections.abc import Mapping
from types import MappingProxyType

from guifan.discovery import modules
from guifan.quiz.sort import Sort

SORTS: Mapping[str, Sort] = MappingProxyType(
    {
        sort.name: sort
        for _, module in modules(__name__, __path__)
        if isinstance(sort := getattr(module, "SORT", None), Sort)
    }
)
"""Every sort by its name."""
