"""The dimensions of service: which norms serve each, by what they ask and how it is measured."""

from dataclasses import dataclass
from itertools import product

from guifan.corpus.graph import Corpus
from guifan.language.kinds.norm import Aspect, Norm, Result
from guifan.language.kinds.taxonomy import TaxonomyMember

DIMENSIONS = "service-dimension"
"""The taxonomy of what customers feel service by."""

CELLS = tuple(product(Aspect, Result))
"""The four cells of a dimension: what is done or how, on the way or by its outcome."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a dimension.

    Args:
        aspect: what is done, or how.
        result: on the way, or by its outcome.
        norms: those of this sort.
        why: why there need be none; empty where no reason is given.
    """

    aspect: Aspect
    result: Result
    norms: tuple[Norm, ...]
    why: str


def cells(corpus: Corpus, dimension: TaxonomyMember) -> tuple[Cell, ...]:
    """The cells of a dimension, in the order of ``CELLS``."""
    own = [one for one in corpus.of(Norm) if one.dimension == dimension.id]
    whys = {(one.aspect, one.result): one.why for one in dimension.absences}
    return tuple(
        Cell(
            aspect,
            result,
            tuple(one for one in own if (one.aspect, one.result) == (aspect, result)),
            whys.get((aspect, result), ""),
        )
        for aspect, result in CELLS
    )
