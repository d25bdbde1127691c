"""When the steps of a procedure end, for every start: composed, no path enumerated.

At worst each step ends as late as it may; alternatives and joints wait for the latest; what is
repeated runs as often as it may. At the soonest alternatives take the quickest, joints still wait
for the latest of what runs side by side, and nothing is repeated. Deadline functions are monotone,
so that these are the latest and the earliest end of any run.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce

from guifan.language.kinds.procedure import Branch, Procedure, Repeat
from guifan.temporal.advances import Advance


@dataclass(frozen=True, slots=True)
class Way:
    """From one step to another.

    Args:
        source: the id of a step.
        target: the id of the step that follows.
        why: the branch or the repetition that leads there; None for what simply follows.
    """

    source: str
    target: str
    why: Branch | Repeat | None = None


def ways(procedure: Procedure) -> Iterator[Way]:
    """Every way on: branches, parallel steps and their joint, repetitions, or the next step."""
    joints = {
        name: step.parallel.then
        for step in procedure.steps
        if step.parallel
        for name in step.parallel.steps
    }
    following = [step.id for step in procedure.steps[1:]]
    for step, after in zip(procedure.steps, [*following, ""], strict=True):
        yield from (Way(step.id, one.to, one) for one in step.branches if one.to)
        if step.parallel:
            yield from (Way(step.id, name) for name in step.parallel.steps)
        elif onward := step.then or ("" if step.branches else joints.get(step.id, after)):
            yield Way(step.id, onward)
        if step.repeat:
            yield Way(step.id, step.repeat.to, step.repeat)


@dataclass(frozen=True)
class Run:
    """The steps of a procedure with the time that each takes.

    Args:
        procedure: the steps and their order.
        lengths: by step, how far it carries its start; steps without one take no time.
        unmoved: what takes no time.
        stops: steps after which the run is over.
        only: takes no time from the only starts that matter; where none is given, all do.
    """

    procedure: Procedure
    lengths: Mapping[str, Advance]
    unmoved: Advance
    stops: frozenset[str] = frozenset()
    only: Advance | None = None
    _bodies: dict[tuple[int, int], Mapping[int, Advance]] = field(default_factory=dict)

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {step.id: at for at, step in enumerate(self.procedure.steps)}

    @cached_property
    def _onward(self) -> Mapping[int, tuple[int, ...]]:
        """The steps further down that a step goes on to. What goes back is bounded by repeats."""
        found: dict[int, list[int]] = {}
        for way in ways(self.procedure):
            source, target = self._order[way.source], self._order.get(way.target, -1)
            if source < target and not isinstance(way.why, Repeat) and way.source not in self.stops:
                found.setdefault(source, []).append(target)
        return {source: tuple(targets) for source, targets in found.items()}

    @cached_property
    def _repeats(self) -> Mapping[int, tuple[int, int]]:
        """By step that goes back: to which one, and how often. What is bounded by nothing is none.

        The rules say of such a repetition that it is wrong.
        """
        found: dict[int, tuple[int, int]] = {}
        for at, step in enumerate(self.procedure.steps):
            if step.repeat and step.id not in self.stops:
                head, times = self._order.get(step.repeat.to, -1), int(step.repeat.max.magnitude)
                if 0 <= head <= at and times > 0:
                    found[at] = head, times
        return found

    def latest_end(self, first: str, last: str) -> Advance | None:
        """When a step ends at worst, as of the start of another; None where no way leads there.

        Raises:
            OutOfHorizonError: it ends beyond the horizon from every start.
        """
        begin, end = self._order[first], self._order[last]
        return self._walked({begin: self.only or self.unmoved}, begin, end, closed=True).get(end)

    def latest_after(self, first: str, last: str) -> Advance | None:
        """When a step ends at worst, as of the last end of another; None where no way leads there.

        Raises:
            OutOfHorizonError: it ends beyond the horizon from every start.
        """
        begin, end = self._order[first], self._order[last]
        begins = dict.fromkeys(self._onward.get(begin, ()), self.only or self.unmoved)
        return self._walked(begins, begin + 1, end, closed=True).get(end)

    def earliest_end(self, first: str, last: str) -> Advance | None:
        """When a step ends at the soonest, as of the start of another; None where no way leads.

        Raises:
            OutOfHorizonError: it ends beyond the horizon from every start.
        """
        begin, end = self._order[first], self._order[last]
        arrives = self._soonest(begin, end, self._joined).get(begin)
        return arrives.then(self._length(end)) if arrives else None

    def earliest_after(self, first: str, last: str) -> Advance | None:
        """When a step ends at the soonest, as of the end of another; None where no way leads.

        Raises:
            OutOfHorizonError: it ends beyond the horizon from every start.
        """
        begin, end = self._order[first], self._order[last]
        after = self._soonest(begin + 1, end, self._joined)
        arrives = self._following(begin, after, self._joined)
        return arrives.then(self._length(end)) if arrives else None

    def _length(self, at: int) -> Advance:
        return self.lengths.get(self.procedure.steps[at].id, self.unmoved)

    def _body(self, first: int, last: int) -> Mapping[int, Advance]:
        """When the steps of a loop end at worst, gone through once."""
        if (first, last) not in self._bodies:
            self._bodies[first, last] = self._walked(
                {first: self.unmoved}, first, last, closed=False
            )
        return self._bodies[first, last]

    def _walked(
        self, begins: dict[int, Advance], first: int, last: int, *, closed: bool
    ) -> Mapping[int, Advance]:
        """When the steps of a stretch end at worst.

        Args:
            begins: when those steps begin from which it starts.
            first: the first step that may be done again.
            last: the last step.
            closed: with the last one's repetition.
        """
        ends: dict[int, Advance] = {}
        for at in range(first, last + 1):
            if at not in begins:
                continue
            reached = {at: begins[at].then(self._length(at))}
            if at in self._repeats and (closed or at < last):
                head, times = self._head(at), self._repeats[at][1]
                if head >= first:
                    reached = self._gone_back(head, at, reached[at], times)
            for source, end in reached.items():
                ends[source] = end.or_later(ends[source]) if source in ends else end
                for target in self._onward.get(source, ()):
                    if target > at:
                        later = ends[source]
                        begins[target] = (
                            later.or_later(begins[target]) if target in begins else later
                        )
        return ends

    def _gone_back(self, head: int, tail: int, end: Advance, times: int) -> dict[int, Advance]:
        """When the steps that lead out of a loop end at worst, after it has been gone through once.

        Args:
            head: to which step the tail goes back.
            tail: the step that goes back.
            end: when the tail ends the first time.
            times: how often it may go back.
        """
        body = self._body(head, tail)
        begins = end.then(body[tail].repeated(times - 1)) if tail in body else end
        leaving = (at for at in body if at == tail or max(self._onward.get(at, (0,))) > tail)
        again = {at: begins.then(body[at]) for at in leaving}
        return {**again, tail: end.or_later(again[tail]) if tail in again else end}

    def _head(self, tail: int) -> int:
        """The first step that may be done again when a step goes back.

        A loop begun within this one may go back further than it.
        """
        head = tail
        at = tail
        while at >= head:
            head = min(head, self._repeats[at][0]) if at in self._repeats else head
            at -= 1
        return head

    @cached_property
    def _joined(self) -> Mapping[int, tuple[int, Advance]]:
        """By step that others follow side by side: their joint, and when it begins at the soonest.

        From the innermost outwards: what forks within a branch comes further down.
        """
        found: dict[int, tuple[int, Advance]] = {}
        for at in reversed(range(len(self.procedure.steps))):
            parallel = self.procedure.steps[at].parallel
            joint = self._order.get(parallel.then, -1) if parallel else -1
            if parallel is None or joint <= at or at not in self._onward:
                continue
            arrives = self._soonest(at + 1, joint, found)
            branches = (self._order.get(name, -1) for name in parallel.steps)
            waits = [arrives[branch] for branch in branches if branch in arrives]
            if waits:
                found[at] = joint, reduce(Advance.or_later, waits)
        return found

    def _soonest(
        self, first: int, goal: int, joined: Mapping[int, tuple[int, Advance]]
    ) -> Mapping[int, Advance]:
        """By step from which a way leads to the goal: when that begins at the soonest."""
        arrives = {goal: self.unmoved}
        for at in range(goal - 1, first - 1, -1):
            after = self._following(at, arrives, joined)
            for target in self._onward.get(at, ()):
                if self._sources[target] == at:  # nothing further up leads there: let it go
                    arrives.pop(target, None)
            if after is not None:
                arrives[at] = self._length(at).then(after)
        return arrives

    @cached_property
    def _sources(self) -> Mapping[int, int]:
        """By step: the first step that leads to it, or that waits at it for several."""
        found: dict[int, int] = {}
        for source in sorted(self._onward):
            parallel = self.procedure.steps[source].parallel
            joint = (self._order.get(parallel.then, -1),) if parallel else ()
            for target in (*self._onward[source], *joint):
                found.setdefault(target, source)
        return found

    def _following(
        self, at: int, arrives: Mapping[int, Advance], joined: Mapping[int, tuple[int, Advance]]
    ) -> Advance | None:
        """When the goal begins at the soonest, as of a step's end."""
        joint, waits = joined.get(at, (-1, None))
        if waits is not None and joint in arrives:
            return waits.then(arrives[joint])
        onward = [arrives[target] for target in self._onward.get(at, ()) if target in arrives]
        return reduce(Advance.or_sooner, onward) if onward else None
