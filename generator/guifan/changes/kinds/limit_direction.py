"""Which side of a limit is allowed."""

from guifan.changes.change import Change
from guifan.language.kinds.limit import Limit


class LimitDirection(Change):
    """Which side of a limit is allowed."""

    key = "limit-direction"
    claims = ((Limit, "bound"),)
