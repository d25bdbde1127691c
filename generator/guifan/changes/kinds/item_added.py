"""An item that was not there."""

from guifan.changes.change import Change
from guifan.changes.told import label
from guifan.findings import Wording


class ItemAdded(Change):
    """An item that was not there."""

    key = "item-added"

    def what(self, language: str) -> str:
        """That it is new, and what it is."""
        kind = label(self.item.kind_name, language)
        return _ADDED.say(language, {"kind": kind})


_ADDED = Wording(zh="新增（{kind}）", en="new ({kind})")
