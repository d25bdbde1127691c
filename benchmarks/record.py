"""The record of what was measured: tables, each in a section of its own.

``python benchmarks/record.py`` only writes the table of floors anew.
"""

from __future__ import annotations

from pathlib import Path

import floors
from tables import table

__all__ = ["RESULTS", "recorded", "table"]

RESULTS = Path(__file__).parent / "RESULTS.md"


def recorded(heading: str, text: str) -> None:
    """Put results in their section of the record, and in the table of floors."""
    results = _with(RESULTS.read_text("utf-8"), heading, text)
    RESULTS.write_text(_with(results, floors.HEADING, floors.written(results)), "utf-8")


def _with(results: str, heading: str, text: str) -> str:
    """The record with a section; other sections stay as they are."""
    before, _, rest = results.partition(f"{heading}\n")
    after = "".join(f"\n## {one}" for one in rest.split("\n## ")[1:])
    return f"{before.rstrip()}\n\n{heading}\n\n{text}\n{after}"


if __name__ == "__main__":
    now = RESULTS.read_text("utf-8")
    recorded(floors.HEADING, floors.written(now))
