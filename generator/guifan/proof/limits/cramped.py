"""A limit that is too short: what else shows it, beside the steps that do not keep it.

The rungs of the ladder that guards it come when it is over, and what has to happen earlier is due
after it. All of that is one fault.
"""

from contextlib import suppress

from guifan.corpus.graph import Corpus
from guifan.findings import Place
from guifan.language.kinds.limit import Limit
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.limits.bounds import later, legs
from guifan.proof.limits.order import order
from guifan.proof.limits.rungs import told
from guifan.proof.limits.sequence import successive
from guifan.proof.limits.titles import stops_elsewhere
from guifan.proof.places import amount_place
from guifan.proof.procedures.kept import kept
from guifan.temporal.calendars import OutOfHorizonError


def is_overrun(clocks: Clocks, corpus: Corpus, limit: Limit) -> bool:
    """Whether steps that need not wait so long do not keep a limit: then T03 says it."""
    if stops_elsewhere(corpus, limit):
        return False
    for one in kept(clocks, corpus):
        if one.limit.id == limit.id:
            with suppress(OutOfHorizonError):
                if one.span.waiting() is None and one.span.late() is not None:
                    return True
    return False


def shown(clocks: Clocks, corpus: Corpus, limit: Limit) -> tuple[Place, ...]:
    """Where else it shows that a limit is too short: times that are no earlier than its own."""
    rungs = (
        Place(one.ladder.id, ("rungs", one.at, "after"))
        for one in told(corpus, clocks)
        if one.limit.id == limit.id and one.late(clocks) is not None
    )
    earlier = (
        amount_place(first.limit)
        for first, last in successive(legs(corpus), order(corpus))
        if last.limit.id == limit.id and later(clocks, first.limit, limit) is not None
    )
    return tuple(dict.fromkeys((*rungs, *earlier)))
