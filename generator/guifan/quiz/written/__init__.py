"""The ways to ask for an answer in one's own words, which people mark by the points of the key.

They stand in papers only: whatever a program marks never asks so. One module each, found by being
here.
"""

from collections.abc import Mapping
from types import MappingProxyType

from guifan.discovery import modules
from guifan.quiz.item import Model

WRITTEN: Mapping[str, Model] = MappingProxyType(
    {
        model.name: model
        for _, module in modules(__name__, __path__)
        if isinstance(model := getattr(module, "MODEL", None), Model)
    }
)
"""Every model by its name."""
