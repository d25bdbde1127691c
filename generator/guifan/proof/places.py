"""Where it stands what a limit comes to: its quantity, and the calendar that counts it."""

from guifan.findings import Place
from guifan.language.kinds.limit import Limit
from guifan.temporal.duration import Dimension


def amount_place(limit: Limit) -> Place:
    """Where a limit says how much."""
    return Place(limit.id, ("within" if limit.within is not None else "value",))


def counted_by(limit: Limit) -> tuple[Place, ...]:
    """Where it stands by which calendar a limit counts, if the calendar makes a difference.

    It does but for what is counted on the clock on the wall.
    """
    within = limit.within
    if limit.calendar is None or within is None or within.dimension is Dimension.SECONDS:
        return ()
    return (Place(limit.id, ("calendar",)),)
