"""Plant faults in the flagship manual and count which are found; see ``--help``."""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
import time
from pathlib import Path

import business_faults  # noqa: F401 - its operators enter the list as it is read
import coverage_faults  # noqa: F401
import editors_faults  # noqa: F401
import emergency_faults  # noqa: F401
import harmless
import held_out  # noqa: F401
import law_faults  # noqa: F401
import lifecycle_faults  # noqa: F401
import metric_faults  # noqa: F401
import privacy_faults  # noqa: F401
import reference_faults  # noqa: F401
import source_faults  # noqa: F401
import time_faults  # noqa: F401
import wording_faults  # noqa: F401
from planting import OPERATORS, Manual, Mutant, Operator, draw
from reporting import HEADING, failures, told
from running import DAY, ROOT, clean_sources, false_alarms, run

sys.path += [str(ROOT / "benchmarks"), str(ROOT / "benchmarks" / "peers")]

from record import recorded

SEED = 20261122
EACH = 4
"""Mutants of one operator, where the manual has as many places for it."""


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python benchmarks/faults",
        description=(
            "Plant faults in the clean manual of standards/, one at a time, and count how many "
            "guifan check finds, under which code and at which line. The operators were written "
            "from the design alone, by somebody who has not read the rules; a fifth of them is "
            "held out and runs only with --all. Nothing is written to standards/."
        ),
        epilog=(
            f"Judged on {DAY}. Exit 0 when every fault is found, the clean manual is clean and "
            "edits that spoil nothing raise nothing; 1 otherwise. "
            "Example: python benchmarks/faults --only T03,R06 --each 20"
        ),
    )
    parser.add_argument("--all", action="store_true", help="run the held-out operators too")
    parser.add_argument("--each", type=int, default=EACH, help=f"mutants per operator ({EACH})")
    parser.add_argument("--sample", type=int, help="so many operators only, drawn by the seed")
    parser.add_argument("--seed", type=int, default=SEED, help=f"which places ({SEED})")
    parser.add_argument(
        "--only",
        default="",
        help="codes, operators or their files, as in held_out, with commas between",
    )
    parser.add_argument(
        "--corpus", type=Path, default=ROOT, help="plant in the manual of this folder (this one)"
    )
    parser.add_argument(
        "--record", action="store_true", help="write the tables to benchmarks/RESULTS.md"
    )
    parser.add_argument(
        "--peers",
        action="store_true",
        help="the same faults in JSON Schema alone, Sphinx-Needs, StrictDoc and Doorstop, each "
        "pinned and installed in an environment of its own, outside the repository",
    )
    parser.add_argument(
        "--peers-only",
        action="store_true",
        help="that table alone: guifan judges only the faults that some of them can say",
    )
    parser.add_argument(
        "--peers-each", type=int, default=1, help="faults of an operator for each of these (1)"
    )
    return parser.parse_args()


def chosen(asked: argparse.Namespace) -> list[Operator]:
    """The operators to run."""
    some = [one for one in OPERATORS.values() if asked.all or not one.held_out]
    names = [name for name in asked.only.split(",") if name]
    if names:
        some = [
            one for one in OPERATORS.values() if {one.name, one.codes[0], one.module} & set(names)
        ]
    if asked.sample:
        step = max(1, len(some) // asked.sample)
        some = some[asked.seed % step :: step][: asked.sample]
    return some


def commit() -> str:
    """What was measured: the abbreviated commit, marked where the tree differs from it."""
    command = ["git", "-C", str(ROOT), "describe", "--always", "--dirty"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "no repository"


def _of(operators: int) -> str:
    """What was measured, on what."""
    return (
        f"Faults of {operators} operators in the flagship manual of {commit()}, judged on {DAY}; "
        f"Python {platform.python_version()}. "
    )


def main() -> int:
    """Plant, check, count, print."""
    asked = arguments()
    started = time.monotonic()
    sources = clean_sources(asked.corpus)
    manual = Manual(sources)
    operators = chosen(asked)
    mutants: list[Mutant] = []
    for operator in operators:
        drawn = draw(manual, operator, asked.each, asked.seed)
        if not drawn:
            print(f"{operator.name}: no place for it in the manual")
        mutants.extend(drawn)
    if asked.peers or asked.peers_only:
        import peers  # noqa: PLC0415 - it needs packages of the tests

    if asked.peers_only:
        some = [one for one in mutants if peers.is_sayable(one)]
        beside = peers.compared(manual, mutants, run(some, sources), asked.peers_each)
        print(beside)
        if asked.record:
            recorded(peers.HEADING, f"{_of(len(operators))}{beside}")
        return 0
    alarms = false_alarms(asked.corpus)
    sound = harmless.drawn(manual, 1, asked.seed) if asked.all else []
    outcomes = run([*mutants, *sound], sources)
    outcomes, spared = outcomes[: len(mutants)], outcomes[len(mutants) :]
    took = time.monotonic() - started
    tables = told(operators, outcomes, alarms, spared, took, commit())
    print(tables)
    if asked.peers:
        beside = peers.compared(manual, mutants, outcomes, asked.peers_each)
        print(beside)
        if asked.record:
            recorded(peers.HEADING, f"{_of(len(operators))}{beside}")
    print(failures(outcomes, spared))
    if asked.record:
        recorded(HEADING, tables)
    missed = not all(one.is_seen for one in outcomes)
    return int(bool(alarms) or missed or any(one.seen for one in spared))


if __name__ == "__main__":
    sys.exit(main())
