"""Durations compare within their own dimension, exactly, and with no other."""

import operator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guifan.temporal.duration import Duration, Unit
from guifan.temporal.measure import comparable

DIVISIBLE = (Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.WORKING_MINUTE, Unit.WORKING_HOUR)
WHOLE_ONLY = (Unit.DAY, Unit.MONTH, Unit.YEAR, Unit.WORKING_DAY)

durations = st.one_of(
    st.builds(
        Duration,
        st.fractions(min_value=Fraction(1, 60), max_value=5000, max_denominator=60),
        st.sampled_from(DIVISIBLE),
    ),
    st.builds(Duration, st.integers(1, 400), st.sampled_from(Unit)),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Duration(60, Unit.MINUTE), Duration(1, Unit.HOUR)),
        (Duration(Fraction(1, 2), Unit.HOUR), Duration(1800, Unit.SECOND)),
        (Duration(12, Unit.MONTH), Duration(1, Unit.YEAR)),
        (Duration(90, Unit.WORKING_MINUTE), Duration(Fraction(3, 2), Unit.WORKING_HOUR)),
    ],
)
def test_the_same_length_in_other_units_is_equal(one: Duration, other: Duration) -> None:
    assert one == other
    assert hash(one) == hash(other)
    assert one <= other
    assert not one < other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Duration(24, Unit.HOUR), Duration(1, Unit.DAY)),
        (Duration(30, Unit.DAY), Duration(1, Unit.MONTH)),
        (Duration(3, Unit.DAY), Duration(3, Unit.WORKING_DAY)),
        (Duration(8, Unit.WORKING_HOUR), Duration(1, Unit.WORKING_DAY)),
        (Duration(1, Unit.HOUR), Duration(1, Unit.WORKING_HOUR)),
    ],
)
def test_what_takes_a_calendar_is_neither_equal_nor_ordered(one: Duration, other: Duration) -> None:
    assert one != other
    assert not comparable(one, other)
    for compare in (operator.lt, operator.le, operator.gt, operator.ge):
        with pytest.raises(TypeError):
            compare(one, other)


def test_order() -> None:
    assert Duration(59, Unit.MINUTE) < Duration(1, Unit.HOUR) < Duration(3601, Unit.SECOND)
    assert Duration(13, Unit.MONTH) > Duration(1, Unit.YEAR)


@pytest.mark.parametrize("amount", [0, -1, Fraction(-1, 2)])
@pytest.mark.parametrize("unit", Unit)
def test_only_positive(amount: int | Fraction, unit: Unit) -> None:
    with pytest.raises(ValueError, match="positive"):
        Duration(amount, unit)


@pytest.mark.parametrize("unit", WHOLE_ONLY)
def test_days_months_and_years_are_not_divided(unit: Unit) -> None:
    with pytest.raises(ValueError, match="no meaning"):
        Duration(Fraction(1, 2), unit)


def test_a_whole_amount_is_an_int() -> None:
    assert type(Duration(Fraction(4, 2), Unit.DAY).amount) is int


def test_the_units_stay_as_written() -> None:
    assert Duration(60, Unit.MINUTE).unit is Unit.MINUTE
    assert str(Duration(3, Unit.WORKING_DAY)) == "3 working-day"


def test_a_duration_equals_nothing_else() -> None:
    assert Duration(1, Unit.SECOND) != 1


@given(durations, durations, durations)
def test_order_is_a_partial_order(a: Duration, b: Duration, c: Duration) -> None:
    assert comparable(a, b) == comparable(b, a)
    if comparable(a, b):
        assert [a < b, a == b, a > b].count(True) == 1
        assert (a <= b) == (a < b or a == b)
    else:
        assert a != b
    if comparable(a, b) and comparable(b, c) and a <= b and b <= c:
        assert a <= c
    if a == b:
        assert hash(a) == hash(b)
