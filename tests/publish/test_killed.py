"""A build may be killed at any step: readers keep a whole site, and the next build is right."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

from killing import CLOCK, HOW, PHASES, drill

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KILLS = 8
"""How many builds are killed unless everything is proven."""


def test_killed_builds_harm_nothing(
    own_shop: Path, proving: bool, record_property: Callable[[str, object], None]
) -> None:
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, fresh) as apart:  # what forks must have one thread
        killed = apart.submit(drill, own_shop, 100 if proving else KILLS, 20260601).result()
    assert not [one for one in killed if one.faults]
    phases = Counter(one.phase for one in killed)
    assert {one.how for one in killed} == set(HOW)
    assert {one.left for one in killed} == {"before", "after"}
    if proving:
        assert set(phases) == {*PHASES, CLOCK}
    told = ", ".join(f"{phase} {phases[phase]}" for phase in (*PHASES, CLOCK))
    record_property("Builds killed", f"{len(killed)}: {told}")
