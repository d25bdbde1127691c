"""The editions of a legal instrument."""

from guifan.changes.change import Change
from guifan.language.kinds.regulation import Edition, Regulation


class LawEdition(Change):
    """The editions of a legal instrument."""

    key = "law-edition"
    claims = (
        (Regulation, "editions"),
        *((Edition, name) for name in Edition.model_fields),
    )
