"""Any other field."""

from guifan.changes.change import Change, Weight


class FieldChange(Change):
    """Any other field."""

    key = "field"
    weight = Weight.WORDING
