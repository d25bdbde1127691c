"""How sure counts make us: intervals for shares and correlations.

Sources: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
J. Am. Stat. Assoc. 22 (1927) 209; R. A. Fisher, On the «probable error» of a coefficient of
correlation, Metron 1 (1921) 3.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atanh, sqrt, tanh

SURE = 1.959964
"""Standard deviations that an interval reaches to each side: right 95 times in 100."""

ALARM = 3.290527
"""The same for alarms over thousands of questions: wrong once in a thousand."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A value and between what it lies, most likely."""

    value: float
    low: float
    high: float


def share(part: float, count: float, z: float = SURE) -> Interval | None:
    """A share with Wilson's interval; None of nothing.

    Args:
        part: how many of them; not whole where several answers of each were averaged.
        count: how many there are.
        z: standard deviations to each side.
    """
    if count <= 0:
        return None
    found = part / count
    middle = (found + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * sqrt(found * (1 - found) / count + z * z / (4 * count * count))
    return Interval(found, max(0.0, middle - half), min(1.0, middle + half))


@dataclass(frozen=True, slots=True)
class Sums:
    """What is known of some numbers.

    Args:
        count: how many.
        total: their sum.
        squares: the sum of their squares.
    """

    count: int = 0
    total: float = 0.0
    squares: float = 0.0


def biserial(some: Sums, among: Sums, z: float = SURE) -> Interval | None:
    """How belonging to some goes with a number (the point-biserial correlation), after Fisher.

    Args:
        some: the numbers of those who belong.
        among: the numbers of all.
        z: standard deviations to each side.

    Returns:
        None where fewer than four are known, all belong, nobody does, or all numbers are one.
    """
    if not 0 < some.count < among.count or among.count < _FEWEST:
        return None
    mean = among.total / among.count
    variance = among.squares / among.count - mean * mean
    if variance <= _NOTHING:
        return None
    part = some.count / among.count
    found = (some.total / some.count - mean) / sqrt(variance) * sqrt(part / (1 - part))
    found = min(1.0, max(-1.0, found))
    if abs(found) >= 1:
        return Interval(found, found, found)
    half = z / sqrt(among.count - 3)
    return Interval(found, tanh(atanh(found) - half), tanh(atanh(found) + half))


def spread(numbers: Sequence[float]) -> tuple[float, float, float]:
    """The least, the middle and the greatest of some numbers."""
    ordered = sorted(numbers)
    half, odd = divmod(len(ordered), 2)
    middle = ordered[half] if odd else (ordered[half - 1] + ordered[half]) / 2
    return ordered[0], middle, ordered[-1]


_FEWEST = 4
_NOTHING = 1e-12
