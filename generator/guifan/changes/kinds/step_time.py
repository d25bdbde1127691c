"""How long a step may take."""

from guifan.changes.change import Change
from guifan.changes.strictness import Strictness, of_amounts
from guifan.language.kinds.limit import Bound
from guifan.language.kinds.procedure import Step
from guifan.temporal.duration import Duration


class StepTime(Change):
    """How long a step may take."""

    key = "step-time"
    claims = (
        (Step, "within"),
        (Step, "limit"),
        (Step, "wait"),
        (Step, "handover"),
        (Step, "cap"),
        (Step, "cap_by"),
    )

    @property
    def strictness(self) -> Strictness | None:
        """Of two times in one unit; a longer wait is stricter."""
        if not (isinstance(self.old, Duration) and isinstance(self.new, Duration)):
            return None
        waits = self.difference.shape.key == "wait"
        return of_amounts(self.old, self.new, Bound.AT_LEAST if waits else Bound.AT_MOST)
