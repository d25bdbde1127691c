"""The ways to ask, one module each; a model is found by being here."""

from collections.abc import Mapping
from types import MappingProxyType

from guifan.discovery import modules
from guifan.quiz.item import Model

MODELS: Mapping[str, Model] = MappingProxyType(
    {
        model.name: model
        for _, module in modules(__name__, __path__)
        if isinstance(model := getattr(module, "MODEL", None), Model)
    }
)
"""Every model by its name."""
