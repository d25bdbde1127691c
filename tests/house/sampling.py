"""How much of a long run a test takes: a seeded part for `make test`, all of it for `make prove`.

The choice hangs on names alone, so the same part runs on every machine and in every order.
"""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

T = TypeVar("T")


def proving() -> bool:
    """Say whether this run takes everything (`GUIFAN_PROVE=1`, which `make prove` sets)."""
    return os.environ.get("GUIFAN_PROVE") == "1"


def sample(things: Sequence[T], at_most: int, name: Callable[[T], str] = repr) -> list[T]:
    """Choose up to `at_most` of `things`, in their order, by a hash of each one's name.

    A thing that is chosen stays chosen when others come or go around it, but for those that the
    limit pushes out.
    """
    ranked = sorted(range(len(things)), key=lambda at: _rank(name(things[at])))
    return [things[at] for at in sorted(ranked[:at_most])]


def _rank(name: str) -> bytes:
    return hashlib.sha256(name.encode()).digest()


def unsampled(cases: Iterable[tuple[str, str, int]]) -> set[str]:
    """Name the cases that a sampled run leaves out.

    Args:
        cases: one `(group, case, at_most)` for each case of a sampled test.
    """
    groups: dict[tuple[str, int], list[str]] = defaultdict(list)
    for group, case, at_most in cases:
        groups[group, at_most].append(case)
    kept = {case for (_, limit), all_ in groups.items() for case in sample(all_, limit, str)}
    return {case for all_ in groups.values() for case in all_} - kept
