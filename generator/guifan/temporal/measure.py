"""A measured value: equal to and ordered among the values of its own dimension, and no others.

One hour equals sixty minutes; a day and twenty-four hours are neither equal nor comparable.
"""

from collections.abc import Hashable
from fractions import Fraction
from functools import total_ordering


@total_ordering
class Measure:
    """What every quantity is compared by.

    ``a < b`` between two dimensions raises ``TypeError``: ask ``comparable`` first.
    """

    __slots__ = ()

    @property
    def dimension(self) -> Hashable:
        """What is measured; only values of one dimension compare."""
        raise NotImplementedError

    @property
    def magnitude(self) -> Fraction:
        """How much of it, in the dimension's base unit, exactly."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Measure):
            return NotImplemented
        return comparable(self, other) and self.magnitude == other.magnitude

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Measure) or not comparable(self, other):
            return NotImplemented
        return self.magnitude < other.magnitude

    def __hash__(self) -> int:
        return hash((self.dimension, self.magnitude))


def comparable(one: Measure, other: Measure) -> bool:
    """Whether the two can be ordered without a calendar."""
    return one.dimension == other.dimension
