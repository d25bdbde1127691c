"""The days that the law gives, against the law's text and the days written down by hand."""

from datetime import date

import pytest

from guifan.temporal.arrangements import chinese
from guifan.temporal.festivals import Festival, statutory

# The lunar year ends on 16 February 2026; 清明 is 5 April, 端午 19 June, 中秋 25 September.
IN_2026 = {
    Festival.NEW_YEAR: [(1, 1)],
    Festival.SPRING: [(2, 16), (2, 17), (2, 18), (2, 19)],
    Festival.TOMB_SWEEPING: [(4, 5)],
    Festival.LABOUR: [(5, 1), (5, 2)],
    Festival.DRAGON_BOAT: [(6, 19)],
    Festival.MID_AUTUMN: [(9, 25)],
    Festival.NATIONAL: [(10, 1), (10, 2), (10, 3)],
}


def test_the_thirteen_days_of_a_year() -> None:
    expected = {
        one: frozenset(date(2026, month, day) for month, day in days)
        for one, days in IN_2026.items()
    }
    assert statutory(2026) == expected


@pytest.mark.parametrize(("year", "days"), [(2024, 11), (2025, 13), (2027, 13), (2028, 12)])
def test_how_many_days_the_law_gives(year: int, days: int) -> None:
    """In 2028 中秋 falls on 3 October, which is of 国庆 as well."""
    assert len(frozenset().union(*statutory(year).values())) == days


@pytest.mark.parametrize("year", range(2008, 2027))
def test_every_notice_so_far_has_all_of_them(year: int) -> None:
    given = frozenset().union(*statutory(year).values())
    assert given <= chinese(year, year, year).rests


@pytest.mark.parametrize("year", [-1, 0, 1, 1948, 9998, 9999, 10_000, 10**12])
def test_of_a_year_too_far_off_nothing_is_known(year: int) -> None:
    assert statutory(year) == {}
