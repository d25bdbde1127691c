"""Measure what checking a manual costs as it grows, beside other tools; see ``--help``."""

from __future__ import annotations

import argparse
import math
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path += [str(ROOT / "benchmarks"), str(ROOT / "benchmarks" / "peers")]

from again import Again, again  # noqa: E402
from beside import Runs, beside, needs, runs, schema, schema_by_hand  # noqa: E402
from corpora import Manual, edited, flagship, write  # noqa: E402 - the path stands above
from environments import HOME  # noqa: E402
from measuring import Cost  # noqa: E402
from pictures import draw  # noqa: E402
from record import RESULTS, recorded, table  # noqa: E402

from guifan.checks.reading import read_standards  # noqa: E402
from guifan.checks.rules import RULES  # noqa: E402

GROWTH = "## Checking, as a manual grows"
BESIDE = "## Checking, beside other tools"

DAY = date(2026, 11, 22)
"""The day on which everything is judged, so that results compare."""

SEED = 20260101
SIZES = (1_500, 3_000, 10_000, 30_000)
AMONG = 5_000
"""Items that every tool checks."""

FLOOR, FLOOR_ITEMS, EDIT_FLOOR, SAME_FLOOR = 4.0, 10_000, 1.0, 0.05
"""CPU seconds for so many items, at most; for a check after one edit, in a new process and in the
same."""


def copies(manual: Manual, items: int) -> int:
    """How many copies come nearest to so many items."""
    once = manual.size(0)
    return max(1, round((items - once) / (manual.size(1) - once)))


def checked(manual: Manual, count: int, folder: Path, seed: int) -> Runs:
    """What ``guifan check`` costs on so many copies, which stand in the folder afterwards."""
    write(folder, manual.copies(count))
    command = [str(Path(sys.executable).parent / "guifan"), "check", "--date", f"{DAY}"]
    name, how = f"guifan {metadata.version('guifan')}", "guifan check"
    return runs(name, how, manual.size(count), folder, command, lambda: edited(folder, seed))


def grown(manual: Manual, folder: Path, sizes: Sequence[int], seed: int) -> str:
    """A table of what a check costs on manuals of several sizes."""
    found: list[Runs] = []
    once_more: list[Again] = []
    for size in sizes:
        place = folder / f"{size}"
        place.mkdir()
        found.append(checked(manual, copies(manual, size), place, seed))
        once_more.append(again(place, DAY, lambda place=place: edited(place, seed + 1)))
        print(f"{found[-1].items:,} items: {found[-1].cold} s", file=sys.stderr, flush=True)
    rows = [["items", *(f"{one.items:,}" for one in found), "exponent"]]
    for title, name in (
        ("cold", "cold"),
        ("nothing changed", "warm"),
        ("one value changed", "edited"),
    ):
        costs: list[Cost] = [getattr(one, name) for one in found]
        exponent = _exponent(costs[0].cpu, costs[-1].cpu, found[0].items, found[-1].items)
        rows.append([title, *map(str, costs), exponent])
    for title, name in (
        ("nothing changed, in the same process", "warm"),
        ("one value changed, in the same process", "edited"),
    ):
        rows.append([title, *(f"{getattr(one, name):.2f}" for one in once_more), ""])
    rows.append(["ms of CPU an item", *(f"{_each(one):.2f}" for one in found), ""])
    ratios = [one.cold.cpu / (FLOOR * one.items / FLOOR_ITEMS) for one in found]
    rows.append(["cold, to its floor", *(f"{ratio:.2f}" for ratio in ratios), ""])
    ratios = [one.edited.cpu / EDIT_FLOOR for one in found]
    rows.append(["after an edit, to its floor", *(f"{ratio:.2f}" for ratio in ratios), ""])
    ratios = [one.edited / SAME_FLOOR for one in once_more]
    rows.append(["the same in process, to its floor", *(f"{ratio:.1f}" for ratio in ratios), ""])
    rows.append(["MiB at most", *(f"{one.memory:,}" for one in found), ""])
    return table(rows)


def _exponent(cost: float, more: float, items: int, many: int) -> str:
    """How cost grows: cost ~ items ** exponent."""
    return f"{math.log(more / cost) / math.log(many / items):.2f}" if many > items else ""


def compared(manual: Manual, folder: Path, home: Path, seed: int) -> str:
    """A table of what every tool costs on as many items with the same texts."""
    count = copies(manual, AMONG)
    place = folder / "guifan"
    place.mkdir()
    ours = checked(manual, count, place, seed)
    small = folder / "flagship"
    write(small, manual.copies(1))
    some = needs(read_standards(manual.copies(count)).corpus, min(AMONG, manual.size(count)))
    found = [
        ours,
        *beside(some, folder, home),
        schema(ROOT, place, manual.size(count), home, lambda: edited(place, seed + 1)),
        schema_by_hand(ROOT, small, manual.size(1), home, lambda: edited(small, seed)),
    ]
    rows = [["tool", "command", "items", "cold", "nothing changed", "one changed", "MiB"]]
    rows[0] += ["ms an item", "to guifan"]
    for one in found:
        costs = [f"{one.cold}", f"{one.warm}", f"{one.edited}", f"{one.memory:,}"]
        ratio = f"{_each(one) / _each(ours):.1f}"
        rows.append(
            [one.name, f"`{one.how}`", f"{one.items:,}", *costs, f"{_each(one):.2f}", ratio]
        )
    links = sum(len(need.links) for need in some)
    note = (
        f"Sphinx-Needs, StrictDoc and Doorstop are given the same {len(some):,} items as "
        f"requirements: id, title, text, and {links:,} links back to other items. They check that "
        f"every link leads somewhere; guifan judges the whole manual by {len(RULES)} rules; the "
        "schema sees each file by itself, and of the first copy alone in check-jsonschema, which "
        "reads YAML slowly. Neither of the two keeps anything: each begins anew every time."
    )
    return f"{table(rows)}\n\n{note}"


def _each(one: Runs) -> float:
    """Milliseconds of CPU an item, at first."""
    return one.cold.cpu / one.items * 1000


def where(manual: Manual, seed: int) -> str:
    """The machine, the versions, and what was measured."""
    command = ["git", "-C", str(ROOT), "describe", "--always", "--dirty"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    load = os.getloadavg()[0]
    return (
        f"{system}, {load:.1f} processes waiting for them as it began, Python "
        f"{platform.python_version()}; the manual of {done.stdout.strip()}, judged as of {DAY}; "
        f"seed {seed}. CPU seconds of the whole process, in brackets seconds by the clock, one run "
        "each. A manual of so many items is this one several times over, every copy with ids of "
        f"its own, clean; {len(manual.once)} of {len(manual.corpus):,} items stand once. At first "
        "guifan has nothing to go by, and writes down what it found in order."
    )


def main() -> int:
    """Measure, print, record."""
    parser = argparse.ArgumentParser(
        prog="python benchmarks/scale",
        description=(
            "What a whole `guifan check` costs on manuals of 1,500 to 30,000 items, made of this "
            "one: at first, again with nothing changed, and after one value has changed, each in "
            f"a new process. Then the same texts, {AMONG:,} items of them, in Sphinx-Needs, "
            "StrictDoc, Doorstop and by JSON Schema alone, each by its own check."
        ),
        epilog="Example: python benchmarks/scale --only growth --sizes 3000,10000",
    )
    parser.add_argument("--seed", type=int, default=SEED, help="which value is changed")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="items, roughly")
    parser.add_argument("--only", choices=("growth", "peers"), help="measure one of the two")
    parser.add_argument("--tools", type=Path, default=HOME, help=f"their environments ({HOME})")
    parser.add_argument(
        "--record", action="store_true", help=f"write the tables to {RESULTS.relative_to(ROOT)}"
    )
    chosen = parser.parse_args()
    sizes = [int(size) for size in chosen.sizes.split(",")]
    manual = flagship(ROOT, DAY)
    about = where(manual, chosen.seed)
    print(about, flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts: dict[str, tuple[str, Callable[[], str]]] = {
            "growth": (GROWTH, lambda: grown(manual, folder, sizes, chosen.seed)),
            "peers": (BESIDE, lambda: compared(manual, folder, chosen.tools, chosen.seed)),
        }
        for part, (heading, measure) in parts.items():
            if chosen.only in (None, part):
                text = measure()
                print(f"\n{heading}\n\n{text}", flush=True)
                if chosen.record:
                    recorded(heading, f"{about}\n\n{text}")
                    draw()
    return 0


if __name__ == "__main__":
    sys.exit(main())
