"""From when to when a limit runs, and by which calendar."""

from guifan.changes.change import Change
from guifan.changes.strictness import Strictness, of_limits
from guifan.language.kinds.limit import Limit
from guifan.proof.calendar import promises


class LimitClock(Change):
    """From when to when a limit runs, and by which calendar."""

    key = "limit-clock"
    claims = (
        (Limit, "from_"),
        (Limit, "to"),
        (Limit, "calendar"),
    )

    @property
    def strictness(self) -> Strictness | None:
        """Of another calendar alone: what begins at another event is another clock."""
        before, item = self.before, self.item
        if not (isinstance(before, Limit) and isinstance(item, Limit)):
            return None
        if self.difference.shape.key != "calendar" or before.within != item.within:
            return None
        return of_limits(before, item, self.sides.times, promises.plain)
