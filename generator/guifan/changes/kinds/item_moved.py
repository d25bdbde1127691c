"""An item that stands in another chapter or section."""

from guifan.changes.change import Change, Weight
from guifan.changes.told import from_to
from guifan.findings import Wording
from guifan.language.model import Item


class ItemMoved(Change):
    """An item that stands in another chapter or section."""

    key = "item-moved"
    weight = Weight.RECORD
    claims = ((Item, "place"),)

    def what(self, language: str) -> str:
        """From where to where."""
        places = from_to(self.old_words(language), self.new_words(language))
        return _MOVED.say(language, {"places": places})


_MOVED = Wording(zh="换了章节：{places}", en="moved: {places}")
