"""The rules, one module each, grouped by area; a rule is found by being here."""

from collections.abc import Mapping
from types import MappingProxyType

from guifan.discovery import modules
from guifan.findings import Rule


def _found() -> Mapping[str, Rule]:
    rules: dict[str, Rule] = {}
    for _, area in modules(__name__, __path__):
        for _, module in modules(area.__name__, area.__path__):
            rule = getattr(module, "RULE", None)
            if isinstance(rule, Rule):
                rules[rule.code] = rule
    return MappingProxyType(dict(sorted(rules.items())))


RULES: Mapping[str, Rule] = _found()
"""Every rule by its code."""
