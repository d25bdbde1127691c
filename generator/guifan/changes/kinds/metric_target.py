"""What a metric must reach, and from where on it warns."""

from guifan.changes.change import Change
from guifan.changes.strictness import Strictness, of_amounts
from guifan.language.kinds.limit import Bound
from guifan.language.kinds.metric import Direction, Metric


class MetricTarget(Change):
    """What a metric must reach, and from where on it warns."""

    key = "metric-target"
    claims = (
        (Metric, "target"),
        (Metric, "warning"),
        (Metric, "red"),
    )

    @property
    def strictness(self) -> Strictness | None:
        """By the metric's direction, where that stayed."""
        before, item = self.before, self.item
        if not (isinstance(before, Metric) and isinstance(item, Metric)):
            return None
        if before.direction is not item.direction or self.old is None or self.new is None:
            return None
        rises = item.direction is Direction.UP
        return of_amounts(self.old, self.new, Bound.AT_LEAST if rises else Bound.AT_MOST)
