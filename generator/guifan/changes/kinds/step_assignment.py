"""Who does a step, where, and who answers for it."""

from guifan.changes.change import Change
from guifan.language.kinds.procedure import Step


class StepAssignment(Change):
    """Who does a step, where, and who answers for it."""

    key = "step-assignment"
    claims = (
        (Step, "by"),
        (Step, "accountable"),
        (Step, "channels"),
    )
