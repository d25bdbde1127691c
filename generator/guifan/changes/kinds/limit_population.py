"""Of how many cases a limit must hold."""

from guifan.changes.change import Change
from guifan.changes.strictness import Strictness, of_amounts
from guifan.language.kinds.limit import Bound, Limit, Population
from guifan.language.quantities import Percent


class LimitPopulation(Change):
    """Of how many cases a limit must hold."""

    key = "limit-population"
    claims = (
        (Limit, "population"),
        (Limit, "share"),
    )

    @property
    def strictness(self) -> Strictness | None:
        """A greater share is stricter, every case the strictest; a mean compares with neither."""
        if isinstance(self.old, Percent) and isinstance(self.new, Percent):
            return of_amounts(self.old, self.new, Bound.AT_LEAST)
        match self.old, self.new:
            case Population.EVERY, Population.SHARE:
                return Strictness.LOOSER
            case Population.SHARE, Population.EVERY:
                return Strictness.STRICTER
        return None
