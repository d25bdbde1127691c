"""When a ladder is climbed, to whom, and what is done there."""

from guifan.changes.change import Change
from guifan.findings import Wording
from guifan.language.kinds.escalation import Escalation, Rung
from guifan.temporal.duration import Duration
from guifan.temporal.measure import comparable


class RungChange(Change):
    """When a ladder is climbed, to whom, and what is done there."""

    key = "rung"
    claims = (
        (Escalation, "rungs"),
        (Escalation, "of"),
        (Escalation, "from_"),
        (Escalation, "calendar"),
        *((Rung, name) for name in Rung.model_fields),
    )

    def what(self, language: str) -> str:
        """What became of it, and whether the rung is reached sooner or later."""
        what = self.plainly(language)
        if not (isinstance(self.old, Duration) and isinstance(self.new, Duration)):
            return what
        if not comparable(self.old, self.new):
            return what
        return (_SOONER if self.new < self.old else _LATER).say(language, {"what": what})


_SOONER = Wording(zh="{what}（升级更早）", en="{what} (sooner)")
_LATER = Wording(zh="{what}（升级更晚）", en="{what} (later)")
