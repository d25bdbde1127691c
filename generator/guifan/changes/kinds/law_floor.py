"""A figure that the law sets."""

from guifan.changes.change import Change
from guifan.changes.strictness import Strictness, of_amounts
from guifan.language.kinds.regulation import Floor, Regulation

_ASIDE = frozenset({"title", "place", "verification", "note"})
"""What is said of the floor, and does not bind."""


class LawFloor(Change):
    """A figure that the law sets."""

    key = "law-floor"
    claims = (
        (Regulation, "floors"),
        *((Floor, name) for name in Floor.model_fields if name not in _ASIDE),
    )

    @property
    def strictness(self) -> Strictness | None:
        """Of its value, in one unit and one direction."""
        if self.difference.shape.key != "value" or not self.difference.trail:
            return None
        floor = self.difference.trail[-1]
        if not (isinstance(floor.old, Floor) and isinstance(floor.new, Floor)):
            return None
        if floor.old.bound is not floor.new.bound:
            return None
        return of_amounts(self.old, self.new, floor.new.bound)
