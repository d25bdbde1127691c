"""The number index: every limit in one table."""

from collections.abc import Mapping
from fractions import Fraction

from guifan.corpus.views import quantities
from guifan.language.catalogues import Translator
from guifan.language.kinds.limit import Limit
from guifan.language.quantities import Range
from guifan.manual.book import Book, Page
from guifan.temporal.duration import Duration


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``limits``: in the order of chapters, each with its rank when sorted by value."""
    limits = tuple(quantities(book.corpus))
    ranked = {one.id: rank for rank, one in enumerate(sorted(limits, key=_size))}
    return {"limits": [(one, ranked[one.id]) for one in limits]}


def _size(limit: Limit) -> tuple[bool, str, Fraction, str]:
    """Times before other values, each dimension by itself: a working day is no number of hours."""
    quantity = limit.within or limit.value
    if quantity is None:
        return True, "", Fraction(0), limit.id
    measured = quantity.high if isinstance(quantity, Range) else quantity
    is_time = isinstance(measured, Duration)
    return not is_time, str(measured.dimension), measured.magnitude, limit.id
