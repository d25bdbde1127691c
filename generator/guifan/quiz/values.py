"""Whether two values are one: yes, no, or nobody can tell."""

from collections.abc import Hashable
from fractions import Fraction
from functools import lru_cache

from guifan.quiz.said import Said
from guifan.temporal.duration import Dimension, Duration
from guifan.temporal.measure import Measure
from guifan.temporal.moments import DAY

ALIKE = 0.7
"""From which share of common pairs of characters on two texts may mean the same (Dice)."""


def same(one: Hashable, other: Hashable) -> bool | None:
    """Whether two values are equal; None where a reader may take one for the other.

    24 小时 and 1 日 are two values that no question may set side by side.
    """
    if isinstance(one, Duration) and isinstance(other, Duration) and one != other:
        return None if _near(one, other) else False
    if isinstance(one, Measure) or isinstance(other, Measure):
        return one == other
    if isinstance(one, Said) and isinstance(other, Said):
        return same_text(one.text, other.text)
    return one == other


def same_text(one: str, other: str) -> bool | None:
    """Whether two texts are one; None where they differ by little."""
    if one == other:
        return True
    return None if likeness(one, other) >= ALIKE else False


def likeness(one: str, other: str) -> float:
    """The share of common pairs of characters of two texts (Dice's coefficient), from 0 to 1."""
    mine, its = pairs(one), pairs(other)
    return 2 * len(mine & its) / (len(mine) + len(its)) if mine and its else 0.0


@lru_cache(maxsize=1 << 14)
def pairs(text: str) -> frozenset[str]:
    """The pairs of characters that stand side by side in a text."""
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


_SPANS = {
    Dimension.SECONDS: (Fraction(1), Fraction(1)),
    Dimension.DAYS: (Fraction(DAY), Fraction(DAY)),
    Dimension.MONTHS: (Fraction(28 * DAY), Fraction(31 * DAY)),
}
"""The least and the most seconds that a unit lasts on the wall."""


def _near(one: Duration, other: Duration) -> bool:
    """Whether two lengths of time of different kinds may be one on the wall."""
    if one.dimension is other.dimension:
        return False
    if not {one.dimension, other.dimension} <= set(_SPANS):
        return False
    (low, high), (least, most) = (
        (span[0] * size.magnitude, span[1] * size.magnitude)
        for size in (one, other)
        for span in (_SPANS[size.dimension],)
    )
    return low <= most and least <= high


def near_in_size(one: Hashable, other: Hashable, times: int = 10) -> bool:
    """Whether a value might stand in another's place: not many times as much or as little."""
    mine, its = size(one), size(other)
    return mine is not None and its is not None and mine / times <= its <= mine * times


_WALL = {
    Dimension.SECONDS: 1,
    Dimension.DAYS: DAY,
    Dimension.MONTHS: 30 * DAY,
    Dimension.WORKING_SECONDS: 3,
    Dimension.WORKING_DAYS: DAY * 7 // 5,
}


def size(value: Hashable) -> Fraction | None:
    """Where a value stands in a row of options from small to large; None where it has no size."""
    if isinstance(value, Duration):
        return value.magnitude * _WALL[value.dimension]
    return value.magnitude if isinstance(value, Measure) else None
