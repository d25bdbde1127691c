"""What a post may decide by itself, and up to how much."""

from guifan.changes.change import Change
from guifan.findings import Wording
from guifan.language.kinds.role import Authority, Role
from guifan.temporal.measure import Measure


class AuthorityChange(Change):
    """What a post may decide by itself, and up to how much."""

    key = "authority"
    claims = (
        (Role, "authority"),
        *((Authority, name) for name in Authority.model_fields),
    )

    def what(self, language: str) -> str:
        """What became of it, and whether the post may decide more or less."""
        what = self.plainly(language)
        if not (isinstance(self.old, Measure) and isinstance(self.new, Measure)):
            return what
        return (_MORE if self.new > self.old else _LESS).say(language, {"what": what})


_MORE = Wording(zh="{what}（权限大了）", en="{what} (more authority)")
_LESS = Wording(zh="{what}（权限小了）", en="{what} (less authority)")
