"""The difference for programs: a stable object with the list ``changes``."""

import json
from collections import Counter

from guifan.changes.reports.difference import Difference


def render(difference: Difference) -> str:
    """The changes and a summary as JSON."""
    weights = Counter(change.weight.name.lower() for change in difference.changes)
    kinds = Counter(change.key for change in difference.changes)
    record = {
        "old": difference.old,
        "new": difference.new,
        "changes": [change.record(difference.language) for change in difference.changes],
        "summary": {
            "changes": len(difference.changes),
            "weights": dict(weights),
            "kinds": dict(kinds),
        },
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
