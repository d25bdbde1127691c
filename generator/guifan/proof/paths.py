"""When the steps of a procedure end at worst, for every start: composed, no path enumerated.

Each step ends as late as it may; alternatives and joints wait for the latest; what is repeated runs
as often as it may. Deadline functions are monotone, so that is the latest end of any run.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

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
    """The steps of a procedure with the time that each may take.

    Args:
        procedure: the steps and their order.
        lengths: by step, how far it carries its start at worst; steps without one take no time.
        unmoved: what takes no time.
    """

    procedure: Procedure
    lengths: Mapping[str, Advance]
    unmoved: Advance
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
            if source < target and not isinstance(way.why, Repeat):
                found.setdefault(source, []).append(target)
        return {source: tuple(targets) for source, targets in found.items()}

    def latest_end(self, first: str, last: str) -> Advance | None:
        """When a step ends at worst, as of the start of another; None where no way leads there.

        Raises:
            OutOfHorizonError: it ends beyond the horizon from every start.
        """
        begin, end = self._order[first], self._order[last]
        return self._ends(begin, end, closed=True).get(end)

    def _ends(self, first: int, last: int, *, closed: bool) -> Mapping[int, Advance]:
        """When the steps of a stretch end at worst; ``closed`` with the last one's repetition."""
        if closed:
            return self._walked(first, last, closed=True)
        if (first, last) not in self._bodies:
            self._bodies[first, last] = self._walked(first, last, closed=False)
        return self._bodies[first, last]

    def _walked(self, first: int, last: int, *, closed: bool) -> Mapping[int, Advance]:
        begins = {first: self.unmoved}
        ends: dict[int, Advance] = {}
        for at in range(first, last + 1):
            if at not in begins:
                continue
            step = self.procedure.steps[at]
            reached = {at: begins[at].then(self.lengths.get(step.id, self.unmoved))}
            if step.repeat and (closed or at < last):
                head = self._head(at)
                if head >= first:
                    reached = self._gone_back(head, at, reached[at], _times(step.repeat))
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
        body = self._ends(head, tail, closed=False)
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
            repeat = self.procedure.steps[at].repeat
            head = min(head, self._order.get(repeat.to, head)) if repeat else head
            at -= 1
        return head


def _times(repeat: Repeat) -> int:
    return int(repeat.max.magnitude)
