"""Where in a procedure a clock runs: between two of its steps, as the events say that they fire."""

from collections.abc import Iterator
from dataclasses import dataclass

from guifan.language.kinds.procedure import Procedure, Step


@dataclass(frozen=True, slots=True)
class Stretch:
    """From where a clock starts to the end of the step that stops it.

    Args:
        first: the step at which it starts.
        last: the step whose end stops it, further down or the same.
        after: whether it starts when the first step ends, not when it begins.
        stops: steps at which this clock is over: an event that happens again starts its clock
            anew, and what has stopped one does not stop it a second time.
    """

    first: str
    last: str
    after: bool = False
    stops: frozenset[str] = frozenset()

    def steps(self, procedure: Procedure) -> tuple[Step, ...]:
        """The steps that may lie on it, as written."""
        ids = [step.id for step in procedure.steps]
        begin = ids.index(self.first) + (1 if self.after else 0)
        return procedure.steps[begin : ids.index(self.last) + 1]


def promised(procedure: Procedure) -> Stretch | None:
    """Where the promise's clock runs; None where the steps named for it are not in that order."""
    ids = [step.id for step in procedure.steps]
    first = procedure.promise_from or next(iter(ids), "")
    last = procedure.promise_to or next(reversed(ids), "")
    if first not in ids or last not in ids or ids.index(first) > ids.index(last):
        return None
    return Stretch(first, last)


def between(procedure: Procedure, start: str | None, end: str | None) -> Iterator[Stretch]:
    """Where a clock runs from one event to another.

    An event happens when a step that ends with it is done; the one with which the procedure starts
    has also happened when its first step begins.
    """
    if not start or not end or start == end:
        return
    order = {step.id: at for at, step in enumerate(procedure.steps)}
    starting = [step.id for step in procedure.steps if step.ends == start]
    ending = [step.id for step in procedure.steps if step.ends == end]
    events = frozenset((*starting, *ending))
    for last in ending:
        if procedure.starts == start:
            first = procedure.steps[0].id
            yield Stretch(first, last, stops=events - {last})
        for first in starting:
            if order[first] < order[last]:
                yield Stretch(first, last, after=True, stops=events - {first, last})
