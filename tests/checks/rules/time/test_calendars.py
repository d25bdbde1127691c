"""T26: which hours of a calendar go on past midnight."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.checks.rules import RULES
from guifan.findings import Example

GOOD = RULES["T26"].good.text
OFFICE = "周一至周五 08:30–17:30；法定节假日除外"


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (OFFICE, 0),
        ("周一至周五 17:30–08:30；法定节假日除外", 1),
        ("每天 22:00–06:00", 1),
        ("周日 20:00–02:00", 1),
        ("每天 08:00–24:00", 0),
        ("每天 00:00–08:00", 0),
        ("7×24 小时", 0),
        ("周一至周五 00:00–24:00", 0),
    ],
)
def test_a_day_ends_on_its_own_day(hours: str, expected: int) -> None:
    report = run_example(Example(GOOD.replace(OFFICE, hours)))
    assert [one.code for one in report.findings if one.code in ("T26", "X04")] == ["T26"] * expected
