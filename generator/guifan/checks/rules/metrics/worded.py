"""What the values of a metric are called in findings."""

from guifan.findings import Wording

LABELS = {
    "red": Wording(zh="整改值", en="red line"),
    "warning": Wording(zh="预警值", en="warning"),
    "target": Wording(zh="目标值", en="target"),
}
"""By field."""
