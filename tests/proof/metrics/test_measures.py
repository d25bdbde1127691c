"""Units through formulas, against what becomes of a result when one counts in other units."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guifan.language.formulas import Name, Number, Operation, Tree, parse_formula
from guifan.proof.metrics.measures import (
    ByZeroError,
    NotAddableError,
    Unit,
    canonical,
    divides,
    is_part_of_whole,
    one_of,
    sized,
    unit_of,
)

WORDS = {"calls": "通", "answered": "通", "people": "人", "seconds": "秒"}
UNITS = {name: unit for name, word in WORDS.items() if (unit := unit_of(word))}
BASE = {word: unit.powers[0][0] for word in WORDS.values() if (unit := unit_of(word))}


def value(tree: Tree, counted: dict[str, Fraction]) -> Fraction:
    match tree:
        case Number(number):
            return number
        case Name(name):
            return counted[name]
        case Operation(sign, left, right):
            one, other = value(left, counted), value(right, counted)
            return {
                "+": lambda: one + other,
                "-": lambda: one - other,
                "×": lambda: one * other,
                "÷": lambda: one / other,
            }[sign]()
    raise AssertionError(tree)


TREES = st.recursive(
    st.one_of(
        st.builds(Name, st.sampled_from(list(WORDS)), st.just((0, 1))),
        st.builds(Number, st.fractions(1, 9, max_denominator=4)),
    ),
    lambda inner: st.builds(Operation, st.sampled_from("+-×÷"), inner, inner, st.just((0, 1))),
    max_leaves=8,
)
SCALES = st.fixed_dictionaries(dict.fromkeys(BASE, st.sampled_from([Fraction(1, 60), 2, 7])))
COUNTS = st.fixed_dictionaries(dict.fromkeys(WORDS, st.fractions(1, 99, max_denominator=5)))


@given(TREES, SCALES, COUNTS)
def test_what_counts_in_other_units_gives_the_result_in_other_units(
    tree: Tree, scales: dict[str, Fraction], counted: dict[str, Fraction]
) -> None:
    """If minutes are counted instead of seconds, the result changes by what its unit says."""
    other = {name: counted[name] * scales[WORDS[name]] for name in counted}
    try:
        unit = sized(tree, UNITS).unit
        before, after = value(tree, counted), value(tree, other)
    except (NotAddableError, ByZeroError, ZeroDivisionError):
        return
    factor = Fraction(1)
    for base, power in unit.powers:
        word = next(word for word, one in BASE.items() if one == base)
        factor *= Fraction(scales[word]) ** power
    assert after == before * factor


@pytest.mark.parametrize(
    ("formula", "unit"),
    [
        ("answered / calls × 100%", "%"),
        ("(1 - answered / calls) × 100%", "%"),
        ("seconds / calls", "秒"),
        ("calls / people × 10000", "通"),
        ("answered + calls", "通"),
        ("seconds × calls / calls", "秒"),
    ],
)
def test_a_mean_is_told_without_what_it_is_per(formula: str, unit: str) -> None:
    given = sized(parse_formula(formula), UNITS).unit
    assert unit_of(unit) in (given, given.mean)


@pytest.mark.parametrize("formula", ["answered + people", "1 - calls", "seconds / calls - 1"])
def test_unlike_is_not_added(formula: str) -> None:
    with pytest.raises(NotAddableError):
        sized(parse_formula(formula), UNITS)


@pytest.mark.parametrize("formula", ["calls / 0", "calls / (answered - answered)", "1 / (2 - 2)"])
def test_nothing_is_no_divisor(formula: str) -> None:
    with pytest.raises(ByZeroError):
        sized(parse_formula(formula), UNITS)


def test_minutes_and_seconds_are_two_units_and_per_mille_is_a_share() -> None:
    assert unit_of("分钟") != unit_of("秒")
    assert unit_of("‰") == unit_of("%") == Unit()
    assert unit_of("次/月") == unit_of("次")
    assert unit_of("个人") is None
    assert one_of("天") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a / b × 100%", "100% × a / b", True),
        ("a / b × 100%", "a ÷ b", True),
        ("a + b", "b + a", True),
        ("a - b", "b - a", False),
        ("a / b", "b / a", False),
        ("a / b", "a / b × 100", False),
    ],
)
def test_one_formula_in_another_order_is_the_same(one: str, other: str, *, same: bool) -> None:
    roots = {"a": ("m", "a"), "b": ("m", "b")}
    both = (canonical(parse_formula(text), roots) for text in (one, other))
    assert (next(both) == next(both)) is same


def test_only_what_is_counted_may_be_nothing() -> None:
    assert divides(parse_formula("a / b"))
    assert not divides(parse_formula("a / 100 + b"))


def test_a_share_of_like_by_like_is_a_part_of_a_whole() -> None:
    units = {"a": "件", "b": "件", "c": "人"}
    assert is_part_of_whole(parse_formula("(1 - a / b) × 100%"), units)
    assert not is_part_of_whole(parse_formula("a / c"), units)
    assert not is_part_of_whole(parse_formula("(a - b) / b"), units)
