"""What the rules on the steps of a procedure say alike: places of times, and when a clock began."""

from collections.abc import Iterable, Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Place, Wording
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.procedure import Procedure, Step
from guifan.proof.told import day_of, how_much, listed, when
from guifan.temporal.duration import Dimension, Duration
from guifan.temporal.moments import Moment


def began(start: Moment, counted: Duration) -> Wording:
    """When a clock started: the day alone, where days are counted."""
    if counted.dimension not in (Dimension.SECONDS, Dimension.WORKING_SECONDS):
        return day_of(start)
    moment = when(start)
    return Wording(zh=f"{moment.zh} ", en=moment.en)  # a space between digits and what follows


def titles(procedure: Procedure, names: Iterable[str]) -> Wording:
    """The titles of some steps, in their order."""
    wanted = frozenset(names)
    return listed(step.title for step in procedure.steps if step.id in wanted)


def lengths(corpus: Corpus, procedure: Procedure, names: Iterable[str]) -> Wording:
    """The titles of some steps, each with the time that it takes, in their order."""
    wanted = frozenset(names)
    return listed(_length(corpus, step) for step in procedure.steps if step.id in wanted)


def _length(corpus: Corpus, step: Step) -> Wording:
    limit = corpus.one(Limit, step.limit)
    own = limit.within if limit is not None and limit.within is not None else step.within
    times = [how_much(one) for one in (step.handover, step.wait, step.cap, own) if one is not None]
    zh, en = " + ".join(one.zh for one in times), " + ".join(one.en for one in times)
    return Wording(zh=f"{step.title}（{zh}）", en=f"{step.title} ({en})")


def counted_by(limit: Limit) -> tuple[Place, ...]:
    """Where it stands by which calendar a limit counts, if the calendar makes a difference.

    It does but for what is counted on the clock on the wall.
    """
    within = limit.within
    if limit.calendar is None or within is None or within.dimension is Dimension.SECONDS:
        return ()
    return (Place(limit.id, ("calendar",)),)


def taken(corpus: Corpus, procedure: Procedure, names: Iterable[str]) -> tuple[Place, ...]:
    """Where it stands how long each of some steps takes: every limit once."""
    wanted = frozenset(names)
    found = (
        place
        for at, step in enumerate(procedure.steps)
        if step.id in wanted
        for place in _taken(corpus, procedure, at)
    )
    return tuple(dict.fromkeys(found))


def waited(procedure: Procedure, names: Iterable[str]) -> tuple[Place, ...]:
    """Where it stands how long each of some steps waits before it begins."""
    wanted = frozenset(names)
    return tuple(
        place
        for at, step in enumerate(procedure.steps)
        if step.id in wanted
        for place in _written(procedure, at, ("wait", "handover"))
    )


def _taken(corpus: Corpus, procedure: Procedure, at: int) -> Iterator[Place]:
    limit = corpus.one(Limit, procedure.steps[at].limit)
    own = ("wait", "handover", "cap")
    if limit is not None and limit.within is not None:
        yield Place(limit.id, ("within",))
        yield from _written(procedure, at, own)
    else:
        yield from _written(procedure, at, ("within", *own))


def _written(procedure: Procedure, at: int, names: Iterable[str]) -> Iterator[Place]:
    for name in names:
        if getattr(procedure.steps[at], name) is not None:
            yield Place(procedure.id, ("steps", at, name))
