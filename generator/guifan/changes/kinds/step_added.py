"""A step that a procedure did not have."""

from guifan.changes.change import Change
from guifan.changes.deltas import Sort
from guifan.findings import Wording
from guifan.language.kinds.procedure import Procedure


class StepAdded(Change):
    """A step that a procedure did not have."""

    key = "step-added"
    claims = ((Procedure, "steps"),)
    sorts = (Sort.ADDED,)

    def what(self, language: str) -> str:
        """The step, and before or after which other it comes."""
        added = self.plainly(language)
        steps = self.item.steps if isinstance(self.item, Procedure) else ()
        at = next((at for at, step in enumerate(steps) if step.id == self.new.id), 0)
        if at == 0:
            return added
        return _AFTER.say(language, {"added": added, "step": steps[at - 1].title})


_AFTER = Wording(zh="{added}，在“{step}”之后", en="{added}, after “{step}”")
