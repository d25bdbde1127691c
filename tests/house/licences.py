"""Which distributions a set of requirements brings, and under which licences they come."""

from __future__ import annotations

import re
from importlib import metadata
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable

# SPDX identifiers for what older metadata says in words. "BSD License" alone does not say how
# many clauses; both forms are permissive.
SPDX = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}

# Permissive, or copyleft per file and used unmodified (MPL-2.0).
ALLOWED = frozenset(
    {
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "ISC",
        "MIT",
        "MPL-2.0",
        "PSF-2.0",
        "Zlib",
    }
)


def distributions(requirements: Iterable[str]) -> dict[str, metadata.Distribution]:
    """Return every installed distribution that the requirements bring, by normalised name.

    Raises:
        importlib.metadata.PackageNotFoundError: one is not installed.
    """
    found: dict[str, metadata.Distribution] = {}
    seen: set[tuple[str, str]] = set()
    waiting = [Requirement(text) for text in requirements]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        for extra in {"", *requirement.extras} - {e for n, e in seen if n == name}:
            seen.add((name, extra))
            found[name] = metadata.distribution(name)
            needed = map(Requirement, found[name].requires or ())
            waiting += [n for n in needed if not n.marker or n.marker.evaluate({"extra": extra})]
    return found


def licence(distribution: metadata.Distribution) -> str:
    """Return the licence as an SPDX expression, or "" when the metadata name none.

    License-Expression decides; before it came, License said it in words and classifiers roughly.
    """
    if expressions := _said(distribution, "License-Expression"):
        return expressions[0]
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in _said(distribution, "Classifier")
        if line.startswith("License :: OSI Approved :: ")
    ]
    words = _said(distribution, "License")
    for said in (*words, *classifiers):
        if SPDX.get(said, said) in ALLOWED:
            return SPDX.get(said, said)
    return " AND ".join(classifiers or words)


def _said(distribution: metadata.Distribution, field: str) -> list[str]:
    return [str(value) for value in distribution.metadata.get_all(field) or ()]


def is_allowed(expression: str) -> bool:
    """Say whether every licence that an SPDX expression names is allowed."""
    named = re.findall(r"[\w.+-]+(?: WITH [\w.-]+)?", re.sub(r"\b(AND|OR)\b", " ", expression))
    return bool(named) and all(name in ALLOWED for name in named)
