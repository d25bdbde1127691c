"""Measure what proving the manual's times costs; see ``--help``."""

from __future__ import annotations

import argparse
import math
import os
import platform
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import metadata
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))

from procedures import ADVERSARIAL, SEED, flagship_shaped, standards
from record import RESULTS, recorded, table

from guifan.checks.reading import Standards
from guifan.checks.rules import RULES
from guifan.commands._garbage import kept
from guifan.proof.calendar.clocks import clocks_of
from guifan.publish.folder import open_folder

ROOT = Path(__file__).parents[2]
HEADING = "## Exact time proof"

DAY = date(2026, 6, 1)
"""The day on which everything is judged, so that results compare."""

FLAGSHIP_FLOOR, MANY_FLOOR, ADVERSARIAL_FLOOR = 1.0, 20.0, 10.0
"""CPU seconds that the proof may take at most: the flagship, 2,000 procedures, a bad one."""

WORTH_A_ROW = 0.05
"""CPU seconds over the most procedures from which a rule has a row of its own."""

SIZES = (250, 500, 1_000, 2_000)


@dataclass(frozen=True)
class Cost:
    """What the rules over the calendar cost.

    Attributes:
        rules: CPU seconds by the rule's code.
        examined: places looked at, by the rule's code.
        found: how many faults.
    """

    rules: dict[str, float]
    examined: dict[str, int]
    found: int

    @property
    def whole(self) -> float:
        """CPU seconds of all rules."""
        return sum(self.rules.values())


def measured(read: Standards) -> Cost:
    """Run every rule that asks for clocks, in order of their codes; the clocks are made anew.

    No cycles are collected meanwhile, as ``guifan check`` collects none.
    """
    with kept():
        return _measured(read)


def _measured(read: Standards) -> Cost:
    values = {"corpus": read.corpus, "day": DAY, "clocks": clocks_of(read.corpus, DAY)}
    rules: dict[str, float] = {}
    examined: dict[str, int] = {}
    found = 0
    for code, rule in RULES.items():
        if "clocks" in rule.needs:
            began = time.process_time()
            matches = list(rule.run(values))
            rules[code] = time.process_time() - began
            examined[code] = len(matches)
            found += sum(match is not None for match in matches)
    return Cost(rules, examined, found)


def made(count: int, seed: int) -> Cost:
    """The cost of so many procedures of the flagship's shape."""
    return measured(standards(flagship_shaped(count, seed)))


def flagship() -> str:
    """A table of what each rule costs on this repository's own manual."""
    cost = measured(open_folder(ROOT))
    rows = [["rule", "places", "CPU s"]]
    rows += [
        [f"{code} {RULES[code].name}", f"{cost.examined[code]:,}", f"{seconds:.3f}"]
        for code, seconds in cost.rules.items()
    ]
    ratio = cost.whole / FLAGSHIP_FLOOR
    rows.append([f"all (floor {FLAGSHIP_FLOOR:.0f} s: {ratio:.2f})", "", f"{cost.whole:.3f}"])
    return table(rows)


def growth(seed: int) -> str:
    """A table of what each rule costs for ever more procedures, with the exponent of growth."""
    costs = [made(size, seed) for size in SIZES]
    header = ["rule", *(f"{size:,}" for size in SIZES), "exponent"]
    rows = [
        header,
        *(
            _grown(f"{code} {RULES[code].name}", [one.rules[code] for one in costs])
            for code, seconds in costs[-1].rules.items()
            if seconds >= WORTH_A_ROW
        ),
    ]
    ratio = costs[-1].whole / MANY_FLOOR
    title = f"all (floor {MANY_FLOOR:.0f} s: {ratio:.2f})"
    rows.append(_grown(title, [one.whole for one in costs]))
    rows.append(["faults found", *(f"{one.found:,}" for one in costs), ""])
    return table(rows)


def _grown(title: str, seconds: list[float]) -> list[str]:
    """A row with how cost grows from the first size to the last: cost ~ size ** exponent."""
    exponent = math.log(seconds[-1] / max(seconds[0], 1e-3)) / math.log(SIZES[-1] / SIZES[0])
    return [title, *(f"{one:.2f}" for one in seconds), f"{exponent:.2f}"]


def adversarial() -> str:
    """A table of what procedures cost that are meant to hurt."""
    rows = [["one procedure with", "CPU s", f"of {ADVERSARIAL_FLOOR:.0f} s", "faults"]]
    for title, items in ADVERSARIAL.items():
        read = standards(items())
        assert not read.findings, (title, read.findings[:3])
        cost = measured(read)
        ratio = cost.whole / ADVERSARIAL_FLOOR
        rows.append([title, f"{cost.whole:.2f}", f"{ratio:.2f}", f"{cost.found}"])
    return table(rows)


def where() -> str:
    """The machine and the versions."""
    tools = ", ".join(f"{name} {metadata.version(name)}" for name in ("holidays", "tzdata"))
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{system}, Python {platform.python_version()}, {tools}; judged as of {DAY}."


def main() -> int:
    """Measure, print, record."""
    parser = argparse.ArgumentParser(
        prog="python benchmarks/check",
        description=(
            "What it costs to prove the times of a manual, in CPU seconds: every rule that works "
            "over the calendar, on this repository's manual, on 250 to 2,000 made-up procedures "
            "of its shape, and on procedures meant to hurt. Reading the sources is not counted."
        ),
    )
    parser.add_argument("--seed", type=int, default=SEED, help="of the made-up procedures")
    parser.add_argument(
        "--record", action="store_true", help=f"write the tables to {RESULTS.relative_to(ROOT)}"
    )
    parser.add_argument(
        "--only", choices=("flagship", "growth", "adversarial"), help="measure one of the three"
    )
    chosen = parser.parse_args()
    tables: dict[str, Callable[[], str]] = {
        "flagship": lambda: f"This repository's manual:\n\n{flagship()}",
        "growth": lambda: f"Made-up procedures, seed {chosen.seed}:\n\n{growth(chosen.seed)}",
        "adversarial": lambda: f"Procedures meant to hurt:\n\n{adversarial()}",
    }
    texts = [where()]
    print(texts[0])
    for name, measure in tables.items():
        if chosen.only in (None, name):
            texts.append(measure())
            print(f"\n{texts[-1]}", flush=True)
    if chosen.record and chosen.only is None:
        recorded(HEADING, "\n\n".join(texts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
