"""Where the branches of parallel steps lead: to their joint, or astray."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guifan.language.kinds.procedure import Branch, Procedure, Repeat, Step
from guifan.proof.procedures.paths import ways


@dataclass(frozen=True, slots=True)
class Exit:
    """Where a step leads.

    Args:
        step: the id of the step.
        target: the id of the step that follows; None where the procedure ends.
        by: the branch of a decision that leads there, if one does.
    """

    step: str
    target: str | None
    by: Branch | None = None


def exits(procedure: Procedure) -> Mapping[str, tuple[Exit, ...]]:
    """By step, every way on or out. Repetitions and steps that are not there are left out."""
    found: dict[str, list[Exit]] = {step.id: [] for step in procedure.steps}
    silent = set(found)
    for way in ways(procedure):
        silent.discard(way.source)
        if way.target in found and not isinstance(way.why, Repeat):
            found[way.source].append(Exit(way.source, way.target, way.why))
    for step in procedure.steps:
        found[step.id] += [Exit(step.id, None, one) for one in step.branches if one.to is None]
        if step.id in silent and not step.branches:
            found[step.id].append(Exit(step.id, None))
    return {name: tuple(ones) for name, ones in found.items()}


def astray(
    procedure: Procedure, onward: Mapping[str, tuple[Exit, ...]], fork: Step, branch: str
) -> Iterator[Exit]:
    """Every exit by which a parallel branch misses the joint: the end, a step behind it, another.

    Args:
        procedure: the steps.
        onward: where each of them leads.
        fork: the step that the parallel ones follow; it has a joint further down.
        branch: the id of the parallel step with which the branch begins.
    """
    assert fork.parallel is not None
    order = {step.id: at for at, step in enumerate(procedure.steps)}
    joint = order[fork.parallel.then]
    others = frozenset(fork.parallel.steps) - {branch, fork.parallel.then}
    seen, found = {branch}, [branch]
    while found:
        for one in onward[found.pop()]:
            at = len(order) if one.target is None else order[one.target]
            if at > joint or one.target in others:
                yield one
            elif one.target is not None and order[one.step] < at < joint and one.target not in seen:
                seen.add(one.target)
                found.append(one.target)
