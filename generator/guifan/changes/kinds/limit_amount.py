"""How much a limit is: its time, or the value of a threshold."""

from guifan.changes.change import Change
from guifan.changes.strictness import Strictness, of_limits
from guifan.changes.told import from_to
from guifan.language.kinds.limit import Limit
from guifan.proof.calendar import promises


class LimitAmount(Change):
    """How much a limit is: its time, or the value of a threshold."""

    key = "limit-amount"
    claims = (
        (Limit, "within"),
        (Limit, "value"),
    )

    def what(self, language: str) -> str:
        """Both amounts, the unit said once where they share it."""
        if self.old is None or self.new is None:
            return self.plainly(language)
        return from_to(self.old_words(language), self.new_words(language))

    @property
    def strictness(self) -> Strictness | None:
        """Exact over the calendar, whatever the units."""
        if isinstance(self.before, Limit) and isinstance(self.item, Limit):
            return of_limits(self.before, self.item, self.sides.times, promises.plain)
        return None
