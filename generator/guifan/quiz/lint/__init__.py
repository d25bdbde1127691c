"""The rules about questions, one module each; a rule is found by being here."""

from collections.abc import Mapping
from types import MappingProxyType

from guifan.discovery import modules
from guifan.findings import Severity
from guifan.quiz.lint._lint import Lint

LINTS: Mapping[str, Lint] = MappingProxyType(
    {
        lint.name: lint
        for _, module in modules(__name__, __path__)
        if isinstance(lint := getattr(module, "LINT", None), Lint)
    }
)
"""Every rule by its name."""

__all__ = ["LINTS", "Lint", "Severity"]
