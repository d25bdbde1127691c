"""From when, until when, and to be looked at again by when."""

from guifan.changes.change import Change, Weight
from guifan.language.model import Item


class Dates(Change):
    """From when, until when, and to be looked at again by when."""

    key = "dates"
    weight = Weight.RECORD
    claims = (
        (Item, "effective"),
        (Item, "expires"),
        (Item, "review_by"),
        (Item, "last_review"),
    )
