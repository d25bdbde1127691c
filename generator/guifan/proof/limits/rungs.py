"""The rungs of a ladder against the limit that it guards."""

from collections.abc import Iterator
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.language.kinds.escalation import Escalation, Rung
from guifan.language.kinds.limit import Limit
from guifan.proof.calendar import promises
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case, not_before
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.duration import Dimension, Duration
from guifan.temporal.measure import comparable


@dataclass(frozen=True, slots=True)
class Told:
    """A rung that comes after some time.

    Args:
        ladder: on which it stands.
        at: its place there.
        rung: the rung.
        after: so long after the start.
        limit: what the ladder guards, a limit in time with the same start.
        calendar: by which the rung's time is counted.
    """

    ladder: Escalation
    at: int
    rung: Rung
    after: Duration
    limit: Limit
    calendar: str | None

    @property
    def round_the_clock(self) -> bool:
        """Whether it may come at any hour: what is counted in days ends at a close of business."""
        return self.calendar is None or self.after.dimension is Dimension.SECONDS

    def late(self, clocks: Clocks) -> Case | None:
        """A start from which it comes no earlier than the limit ends; None where there is none."""
        if self._is_shorter:
            return None
        try:
            own = clocks.advance(self.after, self.calendar)
            limit = promises.plain(clocks, self.limit)
        except OutOfHorizonError:
            return None
        return not_before(own, limit, clocks.horizon)

    @property
    def _is_shorter(self) -> bool:
        """Whether it is less on the clock on the wall; days may be, and end on the same one."""
        within = self.limit.within
        if within is None or self.after.dimension is not Dimension.SECONDS:
            return False
        return comparable(self.after, within) and self.after < within


def told(corpus: Corpus, clocks: Clocks) -> Iterator[Told]:
    """Every rung with a time on a ladder that guards a limit, where both count from one event."""
    known = {None, *(one.id for one in clocks.manual.calendars)}
    for ladder in corpus.of(Escalation):
        limit = corpus.one(Limit, ladder.of)
        if limit is None or limit.within is None:
            continue
        calendar = ladder.calendar or limit.calendar
        starts = ladder.from_ or limit.from_
        if starts != limit.from_ or not {calendar, limit.calendar} <= known:
            continue
        for at, rung in enumerate(ladder.rungs):
            if rung.after is not None and _is_counted(rung.after, calendar):
                yield Told(ladder, at, rung, rung.after, limit, calendar)


def _is_counted(after: Duration, calendar: str | None) -> bool:
    """Whether working time has a calendar to be counted by."""
    working = (Dimension.WORKING_SECONDS, Dimension.WORKING_DAYS)
    return calendar is not None or after.dimension not in working
