"""Which steps a procedure's promise spans, and when each may begin at worst."""

from collections.abc import Mapping
from fractions import Fraction

from guifan.language.kinds.procedure import Procedure, Step
from guifan.proof.procedures.paths import ways


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
