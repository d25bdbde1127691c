"""Whether the clock of a promise runs from where its procedure starts to where it is kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.procedure import Procedure, Repeat, Step
from guifan.proof.procedures.paths import ways


@dataclass(frozen=True, slots=True)
class Clocked:
    """A procedure and the limit that it promises to keep.

    Args:
        procedure: whose steps run.
        limit: its promise, between two events.
        last: the step at which the promise is kept.
    """

    procedure: Procedure
    limit: Limit
    last: Step

    @property
    def starts_apart(self) -> bool:
        """Whether the procedure starts with one event and the clock with another."""
        starts, given = self.procedure.starts, self.procedure.promise_from
        return starts is not None and given is None and starts != self.limit.from_

    @property
    def stops_apart(self) -> bool:
        """Whether the last step ends in another event, or another step in the clock's."""
        if self.last.ends == self.limit.to:
            return False
        return self.last.ends is not None or self.is_stopped

    @property
    def is_reversed(self) -> bool:
        """Whether the clock runs from the end of the procedure to its start."""
        starts_there = self.procedure.starts in (None, self.limit.to)
        return starts_there and self.last.ends == self.limit.from_

    @property
    def is_stopped(self) -> bool:
        """Whether some step ends in the event at which the clock stops."""
        return any(step.ends == self.limit.to for step in self.procedure.steps)


def clocked(corpus: Corpus) -> Iterator[Clocked]:
    """Every procedure that promises to keep a limit between two events."""
    for procedure in corpus.of(Procedure):
        limit = corpus.one(Limit, procedure.promise)
        if limit is not None and limit.from_ is not None and limit.to is not None:
            named = (step for step in procedure.steps if step.id == procedure.promise_to)
            last = next(named, procedure.steps[-1] if procedure.steps else None)
            if last is not None:
                yield Clocked(procedure, limit, last)


def ended_twice(procedure: Procedure) -> Iterator[tuple[Step, Step]]:
    """Two steps that end in one event, where whoever passes the first and goes on passes the other.

    Where some way leads past the other to the last step, they are two answers of which the second
    is given only where the first did not do. What goes back is left out.
    """
    at = {step.id: place for place, step in enumerate(procedure.steps)}
    onward: dict[str, list[str]] = {}
    for way in ways(procedure):
        if not isinstance(way.why, Repeat) and at[way.source] < at.get(way.target, -1):
            onward.setdefault(way.source, []).append(way.target)
    for step in procedure.steps:
        others = {one.id for one in procedure.steps if one.ends == step.ends and one is not step}
        met = _until(onward, step.id, others) if step.ends else frozenset()
        again = [one for one in procedure.steps if one.id in met & others]
        if again and procedure.steps[-1].id not in met - others:
            yield step, again[0]


def _until(onward: Mapping[str, list[str]], start: str, stops: set[str]) -> frozenset[str]:
    """The steps that are reached from one, going on from none of those at which to stop."""
    reached: set[str] = set()
    ahead = list(onward.get(start, ()))
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            ahead += onward.get(name, ()) if name not in stops else ()
    return frozenset(reached)
