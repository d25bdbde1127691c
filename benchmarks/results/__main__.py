"""Measure what analysing the answers of many people costs; see ``--help``."""

from __future__ import annotations

import argparse
import csv
import json
import platform
import random
import resource
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

sys.path.append(str(Path(__file__).parents[1]))

from record import recorded

from guifan.language.catalogues import translator
from guifan.publish.folder import open_folder
from guifan.publish.results.store import tally
from guifan.quiz.pool import pool
from guifan.quiz.record import LETTERS
from guifan.quiz.results.analysis import analysis
from guifan.quiz.results.faults import Faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from guifan.quiz.item import Item

ROOT = Path(__file__).parents[2]
HEADING = "## Answers of learners"

DAY = date(2026, 6, 1)
"""The day on which everything is asked, so that results compare."""

FLOOR = 15.0
"""CPU seconds that a million answers may take at most."""

EACH = 100
"""How many questions somebody answers."""

Answer = tuple[int, str, str, str, int]
"""Number, who, to what, which letters, right or wrong."""


def answers(items: Mapping[str, Item], count: int) -> Iterator[Answer]:
    """Answers of people of different skill, always the same ones."""
    rng = random.Random(1)
    names = list(items)
    for first in range(0, count, EACH):
        skill = rng.random()
        for at, name in enumerate(rng.sample(names, min(EACH, len(names))), start=first):
            item = items[name]
            key = "".join(LETTERS[place] for place in item.key)
            is_right = rng.random() < 0.3 + 0.6 * skill
            wrong = [one for one in LETTERS[: len(item.options)] if one not in key]
            letters = key if is_right or not wrong else rng.choice(wrong)
            yield at, f"u{first}", name, letters, int(is_right or not wrong)


def as_table(path: Path, told: Iterator[Answer]) -> None:
    """Write them as a learning platform's table."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["id", "learner", "item id", "response", "score", "time"])
        rows.writerows((*one, "2026-06-01T08:00:00Z") for one in told)


def as_statements(path: Path, told: Iterator[Answer]) -> None:
    """Write them as xAPI statements, one a line."""
    with path.open("w", encoding="utf-8") as stream:
        for at, who, item, letters, right in told:
            statement = {
                "id": str(at),
                "timestamp": "2026-06-01T08:00:00Z",
                "actor": {"account": {"homePage": "https://lms.example/", "name": who}},
                "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"},
                "object": {"id": f"urn:guifan:item:{item}"},
                "result": {"success": bool(right), "response": "[,]".join(letters)},
            }
            stream.write(json.dumps(statement) + "\n")


FORMS: Mapping[str, Callable[[Path, Iterator[Answer]], None]] = {
    "table (CSV)": as_table,
    "statements (xAPI, JSONL)": as_statements,
}


def measured(items: Mapping[str, Item], count: int) -> str:
    """A table of what each form costs."""
    rows = [["answers", "form", "MB", "CPU s", "wall s", "peak MiB so far"]]
    with TemporaryDirectory() as folder:
        for name, write in FORMS.items():
            path = Path(folder) / "answers"
            write(path, answers(items, count))
            began, started = time.process_time(), time.monotonic()
            found = tally([path], items, Faults())
            told = analysis(items, found.items, found.models, found.clauses)
            assert found.counted == count
            assert told.items
            cost = time.process_time() - began
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            wall = time.monotonic() - started
            size = path.stat().st_size / 1e6
            rows.append(
                [f"{count:,}", name, f"{size:.0f}", f"{cost:.1f}", f"{wall:.1f}", f"{peak:.0f}"]
            )
            if count == MILLION and cost > FLOOR:
                print(f"{name}: {cost:.1f} CPU s, the floor is {FLOOR:.0f}", file=sys.stderr)
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


MILLION = 1_000_000


def main() -> int:
    """Print the table; with ``--record`` keep it."""
    parser = argparse.ArgumentParser(prog="python benchmarks/results", description=__doc__)
    parser.add_argument("--answers", type=int, default=MILLION, help="how many there are")
    parser.add_argument("--record", action="store_true", help="write them into RESULTS.md")
    arguments = parser.parse_args()
    items = pool(open_folder(ROOT).corpus, DAY, translator("zh-Hans")).items
    machine = f"Python {platform.python_version()}, {platform.machine()}, {date.today():%Y-%m}"
    text = "\n\n".join(
        [
            f"{machine}. Answers to {len(items):,} questions, {EACH} a person; floor for a "
            f"million: {FLOOR:.0f} s. `python benchmarks/results`",
            measured(items, arguments.answers),
        ]
    )
    print(text)
    if arguments.record:
        recorded(HEADING, text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
