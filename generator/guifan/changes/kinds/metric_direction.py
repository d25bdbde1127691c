"""Which way of a metric is better."""

from guifan.changes.change import Change
from guifan.language.kinds.metric import Metric


class MetricDirection(Change):
    """Which way of a metric is better."""

    key = "metric-direction"
    claims = ((Metric, "direction"),)
