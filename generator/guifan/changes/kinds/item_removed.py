"""An item that is no more."""

from guifan.changes.change import Change
from guifan.changes.told import label
from guifan.findings import Wording


class ItemRemoved(Change):
    """An item that is no more."""

    key = "item-removed"

    def what(self, language: str) -> str:
        """That it is gone, and what it was."""
        kind = label(self.item.kind_name, language)
        return _REMOVED.say(language, {"kind": kind})


_REMOVED = Wording(zh="已删去（{kind}）", en="removed ({kind})")
