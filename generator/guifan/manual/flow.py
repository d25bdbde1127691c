"""How a procedure flows: where each step goes on, and when it may begin at worst."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from guifan.language.kinds.procedure import Branch, Procedure, Repeat, Step


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


def promised(procedure: Procedure) -> tuple[Step, ...]:
    """The steps from where the promise's clock starts to where it stops, as written."""
    ids = [step.id for step in procedure.steps]
    first = ids.index(procedure.promise_from) if procedure.promise_from in ids else 0
    last = ids.index(procedure.promise_to) if procedure.promise_to in ids else len(ids) - 1
    return procedure.steps[first : last + 1]


def latest(procedure: Procedure, lengths: Mapping[str, Fraction]) -> Mapping[str, Fraction]:
    """When each of some steps begins if all before it take their whole time.

    Args:
        procedure: the steps and their order.
        lengths: by step, how long it may take; the first of them begins at 0.

    Returns:
        By step, in the unit of ``lengths``; without those that no way forward reaches.
    """
    order = {step.id: at for at, step in enumerate(procedure.steps) if step.id in lengths}
    begins: dict[str, Fraction] = dict.fromkeys(list(order)[:1], Fraction(0))
    onward = [
        way for way in ways(procedure) if order.get(way.source, -1) < order.get(way.target, -1)
    ]
    for name in order:
        for way in onward:
            if way.source == name and name in begins:
                ready = begins[name] + lengths[name]
                begins[way.target] = max(begins.get(way.target, ready), ready)
    return begins
