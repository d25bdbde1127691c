"""An announced change that comes into force on another day."""

from dataclasses import dataclass
from datetime import date

from guifan.changes.change import Change
from guifan.findings import Wording


@dataclass(frozen=True, kw_only=True)
class AnnouncementMoved(Change):
    """An announced change that comes into force on another day.

    Args:
        announced_for: the day that was announced.
    """

    announced_for: date

    key = "announcement-moved"

    def what(self, language: str) -> str:
        """What was announced, and for which day."""
        facts = {"what": self.plainly(language), "day": self.announced_for}
        return _MOVED.say(language, facts)


_MOVED = Wording(
    zh="{what}，生效日期改了（原定 {day}）", en="{what}, on another day (was to be {day})"
)
