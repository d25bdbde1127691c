"""The service network: which units carry which vertical function at which level."""

from collections.abc import Iterator
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.language.kinds.taxonomy import TaxonomyMember
from guifan.language.kinds.unit import Charge, Level, Unit

FUNCTIONS = "vertical-function"
"""The taxonomy of the functions that every level of the network carries."""

NETWORK = (Level.HEAD_OFFICE, Level.CENTRE, Level.OUTLET)
"""The levels of the network, from the top down."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A function at a level: the units that carry it, each with what it does; empty for a gap."""

    level: Level
    carried: tuple[tuple[Unit, Charge], ...]


def cells(corpus: Corpus, function: TaxonomyMember) -> Iterator[Cell]:
    """A function at each level of the network."""
    for level in NETWORK:
        carried = (
            (unit, charge)
            for unit in corpus.of(Unit)
            if unit.level is level
            for charge in unit.functions
            if charge.function == function.id
        )
        yield Cell(level, tuple(carried))


@dataclass(frozen=True, slots=True)
class Node:
    """Units that carry all the functions between them.

    Head office and the centres are divided into departments, and every level of those has them
    once. An outlet stands by itself.
    """

    level: Level
    units: tuple[Unit, ...]

    def lacks(self, functions: tuple[TaxonomyMember, ...]) -> tuple[TaxonomyMember, ...]:
        """The functions that none of its units carries."""
        carried = {charge.function for unit in self.units for charge in unit.functions}
        return tuple(one for one in functions if one.id not in carried)


def nodes(corpus: Corpus) -> Iterator[Node]:
    """The nodes of the network, from the top down. A level without a unit has none."""
    for level in NETWORK:
        units = tuple(one for one in corpus.of(Unit) if one.level is level)
        if level is Level.OUTLET:
            yield from (Node(level, (one,)) for one in units)
        elif units:
            yield Node(level, units)
