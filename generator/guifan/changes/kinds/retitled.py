"""An item that is called otherwise."""

from guifan.changes.change import Change, Weight
from guifan.changes.told import quoted
from guifan.findings import Wording
from guifan.language.model import Item


class Retitled(Change):
    """An item that is called otherwise."""

    key = "retitled"
    weight = Weight.WORDING
    claims = ((Item, "title"),)

    def what(self, language: str) -> str:
        """What it was called; its name now begins the sentence."""
        return _CALLED.say(language, {"old": quoted(self.old, language)})


_CALLED = Wording(zh="改了名称，原名{old}", en="was called {old}")
