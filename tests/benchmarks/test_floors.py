"""The table of floors says what the rest of the record says."""

from __future__ import annotations

import floors
import pytest
from record import RESULTS

CHECKED = """\
## Checking, as a manual grows

| items | 1,000 | 10,000 |
|---|---:|---:|
| cold | 1.00 (1.5) | {} (20.1) |
| one value changed | 0.50 (0.5) | 0.60 (0.7) |

## Something else

| cold | 99 |
"""


def test_the_table_on_record_is_that_of_the_record() -> None:
    results = RESULTS.read_text("utf-8")
    assert floors.written(results) in results, "python benchmarks/record.py writes it anew"


def test_every_floor_is_measured() -> None:
    results = RESULTS.read_text("utf-8")
    assert [one.what for one in floors.FLOORS if "not measured" in floors.line(one, results)] == []


@pytest.mark.parametrize(("cost", "reached"), [("3.99", "yes"), ("4.01", "**no**")])
def test_a_figure_over_its_floor_is_said_to_be(cost: str, reached: str) -> None:
    (floor,) = (one for one in floors.FLOORS if one.what.startswith("checking 10,000"))
    assert "not measured" in floors.line(floor, CHECKED.format(cost))  # nothing beside it
    alone = floors.Floor(floor.what, floor.told, floor.floor, floor.command)
    row = floors.line(alone, CHECKED.format(cost))
    assert row[1:4] == ["≤ 4", cost, reached]


def test_how_it_grows_is_no_size() -> None:
    """A section may tell the exponents in a column of their own."""
    (floor,) = (one for one in floors.FLOORS if one.what.startswith("checking as items"))
    told = CHECKED.format("10.00").replace("10,000 |", "10,000 | exponent |")
    assert floors.line(floor, told.replace("(20.1) |", "(20.1) | 7.00 |"))[2] == "1"


def test_growth_is_an_exponent() -> None:
    (floor,) = (one for one in floors.FLOORS if one.what.startswith("checking as items"))
    assert floors.line(floor, CHECKED.format("10.00"))[2] == "1"
    assert floors.line(floor, CHECKED.format("100.00"))[2:4] == ["2", "**no**"]
