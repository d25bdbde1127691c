"""Where a procedure goes on from a step."""

from guifan.changes.change import Change
from guifan.language.kinds.procedure import Branch, Parallel, Repeat, Step


class StepCourse(Change):
    """Where a procedure goes on from a step."""

    key = "step-course"
    claims = (
        (Step, "branches"),
        (Step, "parallel"),
        (Step, "repeat"),
        (Step, "then"),
        (Step, "default"),
        *((part, name) for part in (Branch, Parallel, Repeat) for name in part.model_fields),
    )
