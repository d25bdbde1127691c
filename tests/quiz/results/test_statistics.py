"""Intervals against published figures and the correlation of the standard library."""

from __future__ import annotations

import random
from statistics import correlation

import pytest

from guifan.quiz.results.statistics import Interval, Sums, biserial, share, spread


@pytest.mark.parametrize(
    ("right", "count", "low", "high"),
    [  # R. G. Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_of_a_share_is_the_published_one(
    right: int, count: int, low: float, high: float
) -> None:
    found = share(right, count)
    assert found is not None
    assert found.value == right / count
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_nothing_has_no_share() -> None:
    assert share(0, 0) is None


def sums(numbers: list[float]) -> Sums:
    return Sums(len(numbers), sum(numbers), sum(one * one for one in numbers))


@pytest.mark.parametrize("seed", range(5))
def test_belonging_correlates_as_pearson_says(seed: int) -> None:
    rng = random.Random(seed)
    numbers = [rng.random() for _ in range(50)]
    belongs = [rng.random() < 0.3 + 0.4 * one for one in numbers]
    found = biserial(
        sums([n for n, is_in in zip(numbers, belongs, strict=True) if is_in]), sums(numbers)
    )
    assert found is not None
    assert found.value == pytest.approx(correlation([float(one) for one in belongs], numbers))
    assert found.low < found.value < found.high


def test_the_interval_of_a_correlation_is_fishers() -> None:
    # r = 0.6, n = 28: atanh 0.6 = 0.6931, ± 1.96 / 5 gives tanh 0.3012 and tanh 1.0851
    numbers = [0.0] * 14 + [1.0] * 14
    found = biserial(sums([1.0] * 11 + [0.0] * 3), sums(numbers))
    assert found is not None
    assert found.value == pytest.approx(8 / 14)
    assert (round(found.low, 2), round(found.high, 2)) == (0.25, 0.78)


@pytest.mark.parametrize(
    ("some", "among"),
    [
        ([], [1.0, 0.0, 1.0, 0.0]),
        ([1.0], [1.0, 0.0]),
        ([1.0] * 4, [1.0] * 9),
        ([1.0] * 5, [1.0] * 5),
    ],
)
def test_where_nothing_can_be_said_nothing_is(some: list[float], among: list[float]) -> None:
    assert biserial(sums(some), sums(among)) is None


def test_a_full_correlation_has_no_width() -> None:
    assert biserial(sums([1.0] * 3), sums([1.0] * 3 + [0.0] * 3)) == Interval(1.0, 1.0, 1.0)


def test_the_middle_of_an_even_number_lies_between() -> None:
    assert spread([3, 1, 2, 10]) == (1, 2.5, 10)
    assert spread([3, 1, 2]) == (1, 2, 3)
