"""Nothing that the source documents say is lost: every row of theirs has a home in the manual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guifan.language.kinds.source import Source, SourceRow
from guifan.publish.folder import open_folder

if TYPE_CHECKING:
    from pathlib import Path

ROWS = {"000": 18, "001": 42, "002": 47, "003": 22, "004": 10}
"""How many things the inventory of each document lists, counted in the inventory."""


def _rows(manual_root: Path) -> list[SourceRow]:
    sources = open_folder(manual_root).corpus.of(Source)
    return [row for source in sources for row in source.rows]


def test_every_row_of_the_inventory_is_there(manual_root: Path) -> None:
    sources = open_folder(manual_root).corpus.of(Source)
    assert {one.number: len(one.rows) for one in sources} == ROWS
    for one in sources:
        names = [f"s{int(one.number)}-{at:02}" for at in range(1, ROWS[one.number] + 1)]
        assert [row.id for row in one.rows] == names


def test_every_row_has_a_home(manual_root: Path) -> None:
    rows = _rows(manual_root)
    without = [f"{row.id} {row.title} ({row.chapter})" for row in rows if not row.homes]
    assert not without, "\n".join(without)
