"""How binding a norm is: 应, 不得, 可."""

from guifan.changes.change import Change
from guifan.changes.strictness import Strictness
from guifan.language.kinds.norm import Modal, Norm


class NormModal(Change):
    """How binding a norm is: 应, 不得, 可."""

    key = "norm-modal"
    claims = ((Norm, "modal"),)

    @property
    def strictness(self) -> Strictness | None:
        """A liberty that becomes a duty or is forbidden; a duty turned round is another duty."""
        if self.old is Modal.MAY:
            return Strictness.STRICTER
        return Strictness.LOOSER if self.new is Modal.MAY else None
