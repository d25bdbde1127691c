"""Measure what asking and proving questions costs; see ``--help``."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from guifan.language.catalogues import translator
from guifan.publish.folder import open_folder
from guifan.quiz.base import Base
from guifan.quiz.coverage import coverage
from guifan.quiz.mix import mixed
from guifan.quiz.models import MODELS
from guifan.quiz.pool import Pool, pool
from guifan.quiz.record import record
from guifan.quiz.sets import Questions, remarks

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / "benchmarks" / "RESULTS.md"
HEADING = "## Questions"

DAY = date(2026, 6, 1)
"""The day on which everything is asked, so that results compare."""

FLOOR = 2.0
"""CPU seconds that a thousand proven questions may take at most."""

POST, SITTING = "hotline-agent", 50
"""The post with the most questions, and how many of them make a paper."""


def asked() -> tuple[Pool, str]:
    """The questions of this repository's manual, and a table of what they cost by model."""
    corpus = open_folder(ROOT).corpus
    words = translator("zh-Hans")
    began = time.process_time()
    found = pool(corpus, DAY, words)
    whole = time.process_time() - began
    base = Base(found.base.ground)
    began = time.process_time()
    facts = sum(1 for _fact in base)
    rows = [["", "made", "CPU s"], ["facts", f"{facts:,}", f"{time.process_time() - began:.2f}"]]
    counted = Counter(one.model.name for one in found.items.values())
    costs = [(_cost(found, name), name) for name in counted]
    rows += [
        [f"`{name}`", f"{counted[name]:,}", f"{seconds:.2f}"]
        for seconds, name in sorted(costs, reverse=True)[:6]
    ]
    rows.append(["all, from an empty memory", f"{len(found.items):,}", f"{whole:.2f}"])
    each = whole / len(found.items) * 1_000
    rows.append([f"a thousand (floor {FLOOR:.0f} s: {each / FLOOR:.2f})", "", f"{each:.2f}"])
    rows.append(["questions a second", f"{len(found.items) / whole:,.0f}", ""])
    return found, table(rows)


def _cost(found: Pool, name: str) -> float:
    """CPU seconds of one model alone, once the facts are known."""
    began = time.process_time()
    drafts = list(MODELS[name].drafts(found.base))
    assert drafts
    return time.process_time() - began


def used(found: Pool) -> str:
    """A table of what is done with questions once they are there."""
    rows = [["with all of them", "", "CPU s"]]
    items = tuple(found.items.values())
    own = [one for one in items if POST in one.roles]
    tasks: dict[str, Callable[[], int]] = {
        "written as data": lambda: len([record(one) for one in items]),
        "what is covered": lambda: len(coverage(found)),
        f"the well mixed pool of `{POST}`": lambda: len(mixed(own, "seed")),
        f"a paper of {SITTING} for `{POST}`": lambda: len(mixed(own, "seed", SITTING)),
        "a paper looked over": lambda: len(
            list(remarks(Questions(mixed(own, "seed", SITTING), seconds=3_600)))
        ),
    }
    for title, task in tasks.items():
        began = time.process_time()
        count = task()
        rows.append([title, f"{count:,}", f"{time.process_time() - began:.2f}"])
    return table(rows)


def table(rows: list[list[str]]) -> str:
    """Rows as a Markdown table, the first its header."""
    header, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([header, "|---" + "|---:" * (len(rows[0]) - 1) + "|", *body])


def where() -> str:
    """The machine and the versions."""
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{system}, Python {platform.python_version()}; asked as of {DAY}."


def recorded(text: str) -> None:
    """Put the results in their section of the record; other sections stay as they are."""
    before, _, rest = RESULTS.read_text("utf-8").partition(HEADING)
    after = "".join(f"\n## {one}" for one in rest.split("\n## ")[1:])
    RESULTS.write_text(f"{before.rstrip()}\n\n{HEADING}\n\n{text}\n{after}", "utf-8")


def main() -> int:
    """Measure, print, record."""
    parser = argparse.ArgumentParser(
        prog="python benchmarks/quiz",
        description=(
            "What it costs to compute, ask and prove the questions of this repository's manual, "
            "in CPU seconds, and to use them. Reading the sources is not counted."
        ),
    )
    parser.add_argument(
        "--record", action="store_true", help=f"write the tables to {RESULTS.relative_to(ROOT)}"
    )
    chosen = parser.parse_args()
    found, costs = asked()
    text = "\n\n".join([where(), costs, used(found)])
    print(text)
    if chosen.record:
        recorded(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
