"""The rules, one module each, grouped by area; a rule is found by being here."""

import importlib
import pkgutil
from collections.abc import Mapping
from types import MappingProxyType

from guifan.findings import Rule


def _found() -> Mapping[str, Rule]:
    rules: dict[str, Rule] = {}
    for module in pkgutil.walk_packages(__path__, f"{__name__}."):
        rule = getattr(importlib.import_module(module.name), "RULE", None)
        if isinstance(rule, Rule):
            rules[rule.code] = rule
    return MappingProxyType(dict(sorted(rules.items())))


RULES: Mapping[str, Rule] = _found()
"""Every rule by its code."""
