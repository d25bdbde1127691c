"""Of how many cases limits hold together: every one, a share by the union bound, the mean.

Where each of several limits holds for a share pᵢ of the cases, all of them hold for at least
1 − Σ(1 − pᵢ) of the cases, and for no more where the cases they miss are all different (Boole's
inequality). Means of elapsed time add, whatever the times depend on (linearity of expectation);
means of working time do not, nor do days, whose ends move.
"""

from fractions import Fraction

from guifan.language.kinds.limit import Limit, Population
from guifan.temporal.duration import Dimension


def missed(limit: Limit) -> Fraction | None:
    """The share of the cases of which a limit says nothing; None for a mean, or no known share."""
    if limit.population is Population.EVERY:
        return Fraction(0)
    if limit.population is Population.SHARE and limit.share is not None:
        return min(max(1 - limit.share.magnitude, Fraction(0)), Fraction(1))
    return None


def room(asked: Limit) -> Fraction | None:
    """The greatest share that links may miss together; None where nothing can be composed."""
    if asked.population is Population.MEAN:
        return Fraction(0) if _adds(asked) else None
    return missed(asked)


def cost(asked: Limit, link: Limit) -> Fraction | None:
    """The share that a link takes of the room; None where it says nothing of what is asked."""
    if asked.population is not Population.MEAN:
        return missed(link)
    # What no case may exceed, the mean hardly comes near: it says nothing against one.
    return Fraction(0) if link.population is Population.MEAN and _adds(link) else None


def rank(limit: Limit) -> Fraction | None:
    """Its place among limits of the same, the one that may be due first lowest; None if unknown.

    The mean, then the shares from the smallest on, then every case.
    """
    share = missed(limit)
    if limit.population is Population.MEAN:
        return Fraction(-1)
    return None if share is None else 1 - share


def _adds(limit: Limit) -> bool:
    """Whether its time is elapsed time, of which means add."""
    return limit.within is not None and limit.within.dimension is Dimension.SECONDS
