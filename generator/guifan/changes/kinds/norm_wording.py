"""What a norm asks, in its own words."""

from guifan.changes.change import Change
from guifan.language.kinds.norm import Norm


class NormWording(Change):
    """What a norm asks, in its own words."""

    key = "norm-wording"
    claims = (
        (Norm, "rule"),
        (Norm, "act"),
        (Norm, "when"),
        (Norm, "steps"),
        (Norm, "exceptions"),
    )
