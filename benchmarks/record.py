"""The record of what was measured: tables, each in a section of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

RESULTS = Path(__file__).parent / "RESULTS.md"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a Markdown table, the first its header."""
    header, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([header, "|---" + "|---:" * (len(rows[0]) - 1) + "|", *body])


def recorded(heading: str, text: str) -> None:
    """Put results in their section of the record; other sections stay as they are."""
    before, _, rest = RESULTS.read_text("utf-8").partition(f"{heading}\n")
    after = "".join(f"\n## {one}" for one in rest.split("\n## ")[1:])
    RESULTS.write_text(f"{before.rstrip()}\n\n{heading}\n\n{text}\n{after}", "utf-8")
