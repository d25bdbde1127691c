"""What the law itself gives the steps of a procedure, between two events that happen in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.language.kinds.limit import Bound, Limit, Population, Scope
from guifan.language.kinds.procedure import Procedure
from guifan.language.kinds.regulation import Creditor, Floor, Measure, Regulation, Verification
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.countable import uncountable
from guifan.proof.law.floors import allowed, binding, law_ends
from guifan.proof.procedures.kept import Span, Timed
from guifan.proof.procedures.stretches import between
from guifan.proof.scopes import overlap
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.duration import Duration


@dataclass(frozen=True)
class Owed:
    """A stretch of a procedure with the floor under which it runs.

    Args:
        span: the stretch, with when the law's time ends: at close of the calendar by which the
            steps' own times are counted, never moved.
        regulation: where the floor stands.
        floor: the longest that every case may take.
        promised: whether the procedure has a limit of its own that this floor binds: then the
            steps are held to that limit, and it to the law.
    """

    span: Span
    regulation: Regulation
    floor: Floor
    promised: bool

    @property
    def warns(self) -> bool:
        """Whether the figure of the law still has to be checked, so that it cannot fail a build."""
        return self.floor.verification is Verification.MEM


def owed(clocks: Clocks, corpus: Corpus) -> Iterator[Owed]:
    """Every stretch of a procedure that a floor limits, where every time can be counted."""
    floors: tuple[tuple[Regulation, Floor], ...] | None = None
    for procedure in corpus.each(Procedure):
        floors = _floors(corpus) if floors is None else floors
        timed = Timed(clocks, corpus, procedure)
        cases = Scope(channels=procedure.channels, complaints=procedure.complaints)
        for regulation, floor in floors:
            if not overlap(cases, floor.scope):
                continue
            for stretch in between(procedure, floor.from_, floor.to):
                if uncountable(clocks, allowed(floor), timed.calendar):
                    continue
                if not timed.can_count(stretch.steps(procedure)):
                    continue
                try:
                    span = Span(timed, stretch, law_ends(clocks, floor, timed.calendar))
                except OutOfHorizonError:
                    continue
                yield Owed(span, regulation, floor, _is_promised(corpus, procedure, floor))


def _floors(corpus: Corpus) -> tuple[tuple[Regulation, Floor], ...]:
    regulations = corpus.of(Regulation)
    return tuple((one, floor) for one in regulations for floor in one.floors if _binds(floor))


def _binds(floor: Floor) -> bool:
    """Whether a floor is the longest that something of ours may take in every case."""
    return (
        floor.measure is Measure.MAXIMUM
        and floor.bound is Bound.AT_MOST
        and floor.owed_to is not Creditor.OTHER
        and isinstance(floor.value, Duration)
    )


def _is_promised(corpus: Corpus, procedure: Procedure, floor: Floor) -> bool:
    names = (procedure.promise, *procedure.limits, *(step.limit for step in procedure.steps))
    limits = (corpus.one(Limit, name) for name in names)
    return any(
        one.floor is floor
        for limit in limits
        if limit is not None and limit.population is Population.EVERY
        for one in binding(corpus, limit)
    )
