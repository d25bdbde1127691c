"""What is said of one limit that is due after another: both quantities and the dates of a case."""

from collections.abc import Mapping

from guifan.findings import Wording
from guifan.language.kinds.limit import Limit
from guifan.language.quantities import Value
from guifan.proof.calendar.compared import Case
from guifan.proof.told import day_of, how_much, when
from guifan.temporal.duration import Dimension, Duration

_DAYS = (Dimension.DAYS, Dimension.WORKING_DAYS, Dimension.MONTHS)


def two_limits(one: Limit, other: Limit, case: Case) -> Mapping[str, object]:
    """Their titles and quantities, and when each is due.

    Args:
        one: the limit that is due too late.
        other: the limit that it should not come after.
        case: the start from which it is latest.
    """
    return {
        "title": one.title,
        "within": how_much(one.amount),
        "other": other.title,
        "least": how_much(other.amount),
        **case_of(case, one.amount, other.amount),
    }


def case_of(case: Case, *amounts: Value) -> Mapping[str, object]:
    """The dates of a case; its start by the day where nothing shorter than days is counted."""
    by_days = all(isinstance(amount, Duration) and amount.dimension in _DAYS for amount in amounts)
    return {
        "start": day_of(case.start) if by_days else _apart(when(case.start)),
        "end": when(case.end),
        "due": when(case.other),
    }


def _apart(moment: Wording) -> Wording:
    """A moment that ends in digits, kept apart from the Chinese words after it."""
    return Wording(zh=f"{moment.zh} ", en=moment.en)
