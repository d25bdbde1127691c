"""The words of a script or template."""

from guifan.changes.change import Change, Weight
from guifan.language.kinds.message import Message, Turn


class MessageText(Change):
    """The words of a script or template."""

    key = "message-text"
    weight = Weight.WORDING
    claims = (
        (Message, "says"),
        (Message, "turns"),
        (Message, "never"),
        (Turn, "says"),
    )
