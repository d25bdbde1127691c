"""Whether the rungs of a ladder come one after the other, whenever its clock starts."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from guifan.corpus.graph import Corpus
from guifan.language.kinds.escalation import Escalation
from guifan.language.kinds.limit import Limit
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case, not_before
from guifan.proof.limits.bounds import carried
from guifan.proof.limits.rungs import told
from guifan.temporal.duration import Duration


@dataclass(frozen=True, slots=True)
class Rise:
    """From a rung by time to the next one by time.

    Args:
        ladder: on which they stand.
        lower: the place of the one.
        higher: the place of the next.
        case: the worst start from which the next does not come later; None where it always does.
    """

    ladder: Escalation
    lower: int
    higher: int
    case: Case | None

    @property
    def times(self) -> tuple[Duration, Duration]:
        """How long after the start each of the two comes."""
        lower, higher = self.ladder.rungs[self.lower].after, self.ladder.rungs[self.higher].after
        assert lower is not None  # both are by time
        assert higher is not None
        return lower, higher


def rises(corpus: Corpus, clocks: Clocks) -> Iterator[Rise]:
    """Every two rungs by time that follow one another, as far as their times can be counted.

    A rung that comes too late for the limit that the ladder guards is left out: T21 says it.
    """
    late = {(one.ladder.id, one.at) for one in told(corpus, clocks) if one.late(clocks)}
    for ladder in corpus.of(Escalation):
        guarded = corpus.one(Limit, ladder.of)
        calendar = ladder.calendar or (guarded.calendar if guarded else None)
        by_time = (
            (at, carried(clocks, rung.after, calendar))
            for at, rung in enumerate(ladder.rungs)
            if rung.after is not None and (ladder.id, at) not in late
        )
        counted = [(at, comes) for at, comes in by_time if comes is not None]
        for (lower, first), (higher, second) in pairwise(counted):
            yield Rise(ladder, lower, higher, not_before(first, second, clocks.horizon))
