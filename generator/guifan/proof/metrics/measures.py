"""What a formula gives: the unit of its result, followed through every operation.

Units are multiplied and divided with the numbers (quantity calculus, ISO 80000-1, section 6.2):
calls by calls is a share, seconds by calls is a mean of seconds. Only like is added to like.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from guifan.language.formulas import Name, Number, Operation, Tree
from guifan.language.quantities import NotAQuantity, Rate, Value, parse_quantity
from guifan.temporal.measure import Measure

SHARE = "share"
"""The dimension of per cent."""

Powers = tuple[tuple[object, int], ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit.

    Args:
        powers: base units with their exponents, none of them 0; none for a share.
    """

    powers: Powers = ()

    def times(self, other: "Unit", sign: int) -> "Unit":
        """The product (``sign`` 1) or the quotient (-1) of two units."""
        found = dict(self.powers)
        for base, power in other.powers:
            found[base] = found.get(base, 0) + sign * power
        return Unit(tuple(sorted(((b, p) for b, p in found.items() if p), key=repr)))

    @property
    def mean(self) -> "Unit":
        """The unit without what it is counted per: of seconds per call, seconds."""
        return Unit(tuple((b, p) for b, p in self.powers if p > 0 or not _counts(b)))


@dataclass(frozen=True, slots=True)
class Sized:
    """What a formula gives.

    Args:
        unit: of the result.
        factor: the number all is multiplied by, or the result itself where it is ``fixed``.
        fixed: it holds no variable.
    """

    unit: Unit
    factor: Fraction
    fixed: bool


class NotAddableError(ValueError):
    """Unlike things are added or compared."""

    def __init__(self, operation: Operation) -> None:
        super().__init__(operation)
        self.operation = operation


class ByZeroError(ValueError):
    """Something is divided by what is nothing."""

    def __init__(self, operation: Operation) -> None:
        super().__init__(operation)
        self.operation = operation


def one_of(word: str) -> Value | None:
    """One of a unit, None where the word means none."""
    try:
        return parse_quantity(f"1 {word.strip()}")
    except NotAQuantity:
        return None


def unit_of(word: str) -> Unit | None:
    """The unit that a word means; what is said per something is told by what it is of."""
    value = one_of(word)
    if isinstance(value, Rate):
        value = value.amount
    if not isinstance(value, Measure):
        return None
    if value.dimension == SHARE:
        return Unit()
    # Minutes and seconds are one dimension and still not one unit: numbers are what is added.
    return Unit((((value.dimension, value.magnitude), 1),))


def sized(tree: Tree, units: Mapping[str, Unit]) -> Sized:
    """Follow the units through a formula; every variable of it has one.

    Raises:
        NotAddableError: unlike things are added.
        ByZeroError: a divisor is 0 whatever is counted.
    """
    match tree:
        case Number(value):
            return Sized(Unit(), value, fixed=True)
        case Name(name):
            return Sized(units[name], Fraction(1), fixed=False)
        case Operation(sign, left, right):
            return _joined(tree, sign, sized(left, units), sized(right, units))


def _joined(tree: Operation, sign: str, one: Sized, other: Sized) -> Sized:
    fixed = one.fixed and other.fixed
    if sign == "×":
        return Sized(one.unit.times(other.unit, 1), one.factor * other.factor, fixed)
    if sign == "÷":
        is_nothing = other.factor == 0 or _same(tree.right)
        if is_nothing:
            raise ByZeroError(tree)
        return Sized(one.unit.times(other.unit, -1), one.factor / other.factor, fixed)
    if one.unit != other.unit:
        raise NotAddableError(tree)
    if fixed:
        total = one.factor + other.factor if sign == "+" else one.factor - other.factor
        return Sized(one.unit, total, fixed)
    # What is multiplied in one part of a sum is no factor of the whole.
    return Sized(one.unit, Fraction(1), fixed)


def _same(tree: Tree) -> bool:
    """Whether it is a thing less itself."""
    match tree:
        case Operation("-", left, right):
            return _bare(left) == _bare(right)
    return False


def _bare(tree: Tree) -> object:
    """A formula without the places of its parts."""
    match tree:
        case Name(name):
            return name
        case Operation(sign, left, right):
            return sign, _bare(left), _bare(right)
    return tree


def divides(tree: Tree) -> bool:
    """Whether it divides by something that is counted, and so by nothing at times."""
    match tree:
        case Operation(sign, left, right):
            return (sign == "÷" and _has_name(right)) or divides(left) or divides(right)
    return False


def _has_name(tree: Tree) -> bool:
    match tree:
        case Name():
            return True
        case Operation(_, left, right):
            return _has_name(left) or _has_name(right)
    return False


def canonical(tree: Tree, roots: Mapping[str, object]) -> object:
    """What a formula computes, the same for every way to write it in another order.

    Args:
        tree: the formula.
        roots: by the variables' ids, what tells them from those of other metrics.
    """
    match tree:
        case Number(value):
            return value
        case Name(name):
            return roots.get(name, name)
        case Operation(sign, left, right):
            sides = canonical(left, roots), canonical(right, roots)
            if sign == "×" and 1 in sides:
                return sides[1] if sides[0] == 1 else sides[0]
            return sign, *(sorted(sides, key=repr) if sign in "+×" else sides)


def _counts(base: object) -> bool:
    return isinstance(base, tuple) and isinstance(base[0], tuple) and base[0][0] == "count"


def is_part_of_whole(tree: Tree, units: Mapping[str, str | None]) -> bool:
    """Whether it is one count by another of the same unit, or what such a share leaves of 1."""
    match tree:
        case Operation("×", left, Number(value)) | Operation("×", Number(value), left):
            return value == 1 and is_part_of_whole(left, units)
        case Operation("-", Number(value), right):
            return value == 1 and is_part_of_whole(right, units)
        case Operation("÷", Name(one), Name(other)):
            return units.get(one) is not None and units.get(one) == units.get(other)
    return False
