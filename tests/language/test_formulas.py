"""Formulas against Python's own arithmetic, and what is said of what is no formula."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guifan.language.formulas import (
    Name,
    NotAFormulaError,
    Number,
    Operation,
    Tree,
    names,
    parse_formula,
    worded,
)

VALUES = {"a": Fraction(7), "b-2": Fraction(3), "in-time": Fraction(11, 2)}
IN_PYTHON = {"a": "A", "b-2": "B", "in-time": "C"}


def value(tree: Tree) -> Fraction:
    match tree:
        case Number(number):
            return number
        case Name(name):
            return VALUES[name]
        case Operation(sign, left, right):
            one, other = value(left), value(right)
            if sign == "÷":
                return one / other
            return {"+": one + other, "-": one - other, "×": one * other}[sign]
    raise AssertionError(tree)


@st.composite
def formulas(draw: st.DrawFn, depth: int = 3) -> tuple[str, str]:
    """A formula as we write it, and the same in Python."""
    if depth == 0 or draw(st.booleans()):
        name = draw(st.sampled_from([*VALUES, "12", "0.5", "100%", "3‰"]))
        python = {"100%": "F(1)", "3‰": "F(3, 1000)", "12": "F(12)", "0.5": "F(1, 2)"}
        return name, python.get(name) or IN_PYTHON[name]
    left, right = draw(formulas(depth - 1)), draw(formulas(depth - 1))
    sign, python_sign = draw(
        st.sampled_from([("+", "+"), ("-", "-"), ("−", "-"), ("×", "*"), ("*", "*"), ("÷", "/")])
    )
    if draw(st.booleans()):
        return f"({left[0]} {sign} {right[0]})", f"({left[1]} {python_sign} {right[1]})"
    return f"{left[0]} {sign} {right[0]}", f"{left[1]} {python_sign} {right[1]}"


@given(formulas())
def test_a_formula_is_worked_out_as_python_does(both: tuple[str, str]) -> None:
    ours, python = both
    known = {"F": Fraction, "A": VALUES["a"], "B": VALUES["b-2"], "C": VALUES["in-time"]}
    try:
        expected = eval(python, known)  # made above of nothing but arithmetic
    except ZeroDivisionError:
        with pytest.raises(ZeroDivisionError):
            value(parse_formula(ours))
        return
    assert value(parse_formula(ours)) == expected


@pytest.mark.parametrize(
    ("text", "key", "stretch"),
    [
        ("a /", "ends", "/"),
        ("(a + b", "unclosed", "("),
        ("a b", "unreadable", "b"),
        ("a $ 1", "unreadable", "$"),
        ("a + ) b", "unreadable", ")"),
        ("a × × b", "unreadable", "×"),
        ("接通 / 呼入", "unreadable", "接"),
        ("(" * 500 + "a", "too-long", "("),
        ("(" * 14 + "a" + ")" * 14, "unreadable", "("),
        (" + ".join(["a"] * 30), "too-long", "a"),
    ],
)
def test_what_is_no_formula_is_shown_where_it_stops_being_one(
    text: str, key: str, stretch: str
) -> None:
    with pytest.raises(NotAFormulaError) as fault:
        parse_formula(text)
    start, end = fault.value.span
    assert (fault.value.key, text[start:end]) == (key, stretch)


@given(st.text("ab-+×÷()%1. 率", max_size=30))
def test_any_text_is_a_formula_or_shown_to_be_none(text: str) -> None:
    try:
        tree = parse_formula(text)
    except NotAFormulaError as fault:
        start, end = fault.span
    else:
        assert all(text[slice(*one.span)] == one.id for one in names(tree))
        start, end = 0, 0
    assert 0 <= start <= end <= len(text)


def test_a_minus_stands_apart_and_a_hyphen_does_not() -> None:
    assert [one.id for one in names(parse_formula("a-b - c"))] == ["a-b", "c"]


def test_readers_see_titles_and_all_else_as_written() -> None:
    titles = {"due": "到期件", "done-due": "按时件"}
    assert worded("done-due / due × 100%", titles) == "按时件 / 到期件 × 100%"
    assert worded("（done-due）÷ 100 ￥", titles) == "（按时件）÷ 100 ￥"
