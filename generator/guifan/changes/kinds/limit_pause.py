"""When the clock of a limit stands still."""

from guifan.changes.change import Change
from guifan.changes.strictness import Strictness, of_limits
from guifan.language.kinds.limit import Limit, Pause
from guifan.proof.calendar import promises


class LimitPause(Change):
    """When the clock of a limit stands still."""

    key = "limit-pause"
    claims = (
        (Limit, "pauses"),
        *((Pause, name) for name in Pause.model_fields),
    )

    @property
    def strictness(self) -> Strictness | None:
        """How long the limit takes with its pauses at their worst, nothing else being changed."""
        if not (isinstance(self.before, Limit) and isinstance(self.item, Limit)):
            return None
        if self.difference.shape.attribute not in ("pauses", "cap"):
            return None
        paused = self.before.model_copy(update={"pauses": self.item.pauses})
        found = of_limits(self.before, paused, self.sides.times, promises.longest)
        return None if found is Strictness.SAME else found
