"""An item that bears another id; links to the former one still lead to it."""

from guifan.changes.change import Change, Weight
from guifan.findings import Wording


class ItemRenamed(Change):
    """An item that bears another id; links to the former one still lead to it."""

    key = "item-renamed"
    weight = Weight.RECORD

    def what(self, language: str) -> str:
        """Both ids."""
        former = next((name for name in self.item.was if name not in self.before.was), "")
        return _RENAMED.say(language, {"old": former, "new": self.item.id})


_RENAMED = Wording(zh="编号：{old} → {new}", en="id {old} → {new}")
