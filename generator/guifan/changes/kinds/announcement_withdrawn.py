"""An announced change that will not come."""

from guifan.changes.change import Change
from guifan.findings import Wording


class AnnouncementWithdrawn(Change):
    """An announced change that will not come; its day is the one that was announced."""

    key = "announcement-withdrawn"

    def what(self, language: str) -> str:
        """What was announced."""
        return _WITHDRAWN.say(language, {"what": self.plainly(language)})


_WITHDRAWN = Wording(zh="原定的变化取消：{what}", en="an announced change is withdrawn: {what}")
