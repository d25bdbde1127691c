"""What the rules on the steps of a procedure say alike: places of times, and when a clock began."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from guifan.corpus.graph import Corpus
from guifan.findings import Listed, Match, Phrase, Place, Wording, listed
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.procedure import Procedure, Step
from guifan.proof.lengths import cap
from guifan.proof.procedures.kept import Overrun, Timed
from guifan.proof.told import day_of, how_much, when
from guifan.temporal.duration import Dimension, Duration
from guifan.temporal.moments import Moment


def began(start: Moment, counted: Duration) -> Wording:
    """When a clock started: the day alone, where days are counted."""
    if counted.dimension not in (Dimension.SECONDS, Dimension.WORKING_SECONDS):
        return day_of(start)
    moment = when(start)
    return Wording(zh=f"{moment.zh} ", en=moment.en)  # a space between digits and what follows


def titles(procedure: Procedure, names: Iterable[str]) -> Listed:
    """The titles of some steps, in their order."""
    wanted = frozenset(names)
    return listed(step.title for step in procedure.steps if step.id in wanted)


def lengths(corpus: Corpus, procedure: Procedure, names: Iterable[str]) -> Listed:
    """The titles of some steps, each with the time that it takes, in their order."""
    wanted = frozenset(names)
    return listed(_length(corpus, step) for step in procedure.steps if step.id in wanted)


_TAKING = Wording(zh="{title}（{time}）", en="{title} ({time})")


def _length(corpus: Corpus, step: Step) -> Phrase:
    limit = corpus.one(Limit, step.limit)
    own = limit.within if limit is not None and limit.within is not None else step.within
    customers = cap(corpus, step)
    spent = (step.handover, step.wait, customers.time if customers else None, own)
    times = [how_much(one) for one in spent if one is not None]
    zh, en = " + ".join(one.zh for one in times), " + ".join(one.en for one in times)
    return Phrase(_TAKING, {"title": step.title, "time": Wording(zh=zh, en=en)})


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


def blamed(timed: Timed, overrun: Overrun, *, waits: bool = False) -> Place | None:
    """The longest time of the one step that alone overruns; None where there is no such step.

    Args:
        timed: the procedure.
        overrun: what is late.
        waits: only what the step waits is to blame, not what it takes.
    """
    if overrun.culprit is None:
        return None
    places = waited(timed.procedure, overrun.steps) if waits else _own(timed, overrun)
    start = overrun.case.start.point

    def ends(place: Place) -> int:
        length, calendar = _said(timed, place)
        return timed.clocks.advance(length, calendar)(start)

    return max(places, key=ends, default=None)


def _own(timed: Timed, overrun: Overrun) -> tuple[Place, ...]:
    return taken(timed.corpus, timed.procedure, overrun.steps)


def _said(timed: Timed, place: Place) -> tuple[Duration, str | None]:
    """The time that stands at the place of a step's time, and the calendar that counts it."""
    if place.item != timed.procedure.id:
        limit = timed.corpus.one(Limit, place.item)
        assert limit is not None
        assert isinstance(limit.amount, Duration)
        # A length of a limit that counts from no event is counted as the step's own times are.
        return limit.amount, limit.calendar or timed.calendar
    _, at, name = place.path
    return getattr(timed.procedure.steps[int(at)], str(name)), timed.calendar


def together(found: Iterable[Match | None]) -> Iterator[Match | None]:
    """What leads to the same time is one fault: the first is told, with the places of the others.

    What only warns does not speak for what is sure.
    """
    groups: dict[Place, list[Match]] = {}
    for match in found:
        if match is None:
            yield None
        else:
            groups.setdefault(match.place, []).append(match)
    for group in groups.values():
        first = min(group, key=lambda match: match.warns)
        related = [place for match in (first, *group) for place in match.related]
        yield replace(first, related=tuple(dict.fromkeys(related)))


def _taken(corpus: Corpus, procedure: Procedure, at: int) -> Iterator[Place]:
    limit = corpus.one(Limit, procedure.steps[at].limit)
    own = ("wait", "handover", "cap")
    customers = cap(corpus, procedure.steps[at])
    yield from customers.places if customers else ()
    if limit is not None and limit.within is not None:
        yield Place(limit.id, ("within",))
        yield from _written(procedure, at, own)
    else:
        yield from _written(procedure, at, ("within", *own))


def _written(procedure: Procedure, at: int, names: Iterable[str]) -> Iterator[Place]:
    for name in names:
        if getattr(procedure.steps[at], name) is not None:
            yield Place(procedure.id, ("steps", at, name))
