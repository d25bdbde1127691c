"""When a case is due: a limit in time, from a moment on, over the real calendar."""

from collections.abc import Hashable, Iterator

from guifan.language.kinds.limit import Bound, Limit, Population
from guifan.proof.calendar.countable import is_countable
from guifan.quiz.fact import Fact
from guifan.quiz.facts._limited import of_limit
from guifan.quiz.ground import Ground
from guifan.quiz.sort import Sort
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.moments import Moment


def _facts(ground: Ground) -> Iterator[Fact]:
    if ground.clocks is None:
        return
    for limit in ground.corpus.of(Limit):
        is_due = limit.within and limit.from_ and limit.to and limit.bound is Bound.AT_MOST
        # An average leaves open when the single case is due.
        is_due = is_due and limit.population is not Population.MEAN
        if is_due and ground.in_force(limit) and is_countable(ground.clocks, limit):
            yield of_limit(ground, "due", limit)


def _value(ground: Ground, fact: Fact, case: Hashable) -> Hashable:
    """The moment at which a case is due that started at another; without extensions and pauses."""
    limit = fact.source
    if ground.clocks is None or not isinstance(case, Moment):
        return None
    try:
        return ground.clocks.calendar(limit.calendar).deadline(case, limit.within)
    except OutOfHorizonError:
        return None


SORT = Sort("due", _facts, _value)
