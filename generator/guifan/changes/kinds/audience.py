"""Who may read an item."""

from guifan.changes.change import Change
from guifan.language.model import Item


class AudienceChange(Change):
    """Who may read an item."""

    key = "audience"
    claims = ((Item, "audience"),)
