"""One slip in a limit that makes steps late in several procedures: which limit, and what was meant.

A limit is suspected that several late procedures have in common, as what they are held to or as
the time of a step. It is to blame where another unit, or another calendar, of the same amount
would let all of them hold.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guifan.corpus.graph import Corpus
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.manual import Calendar
from guifan.language.kinds.procedure import Procedure
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.procedures.kept import Kept, Overrun, kept_in
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.duration import Dimension, Duration, Unit

Late = tuple[Kept, Overrun]
"""A limit that steps do not keep, and how."""

MANY = 2
"""So many procedures are not late by chance."""

_WORKING = (Dimension.WORKING_SECONDS, Dimension.WORKING_DAYS)

_SHORTEST_FIRST = (
    Unit.SECOND,
    Unit.MINUTE,
    Unit.HOUR,
    Unit.WORKING_HOUR,
    Unit.DAY,
    Unit.WORKING_DAY,
    Unit.MONTH,
)
"""The units that are taken for one another."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A limit to blame.

    Args:
        limit: the limit as it is written.
        late: what does not hold because of it.
        is_held: whether steps are held to it; else it is the time of a step.
        meant: the limit as it was probably meant, by its unit or its calendar; None where no such
            makes all of them hold.
    """

    limit: Limit
    late: tuple[Late, ...]
    is_held: bool
    meant: Limit | None

    @property
    def by_calendar(self) -> bool:
        """Whether it is the calendar that was not meant."""
        return self.meant is not None and self.meant.calendar != self.limit.calendar

    @property
    def procedures(self) -> tuple[Procedure, ...]:
        """Those that are late, each once."""
        found = {one.span.timed.procedure.id: one.span.timed.procedure for one, _ in self.late}
        return tuple(found.values())


def slips(clocks: Clocks, corpus: Corpus, late: Sequence[Late]) -> Iterator[Slip]:
    """The fewest limits to blame for what is late in several procedures, the gravest first."""
    left = list(late)
    while found := _gravest(clocks, corpus, left):
        yield found
        told = {id(one) for one, _ in found.late}
        left = [pair for pair in left if id(pair[0]) not in told]


def _gravest(clocks: Clocks, corpus: Corpus, late: Sequence[Late]) -> Slip | None:
    """The slip that explains the most; at a tie that in what steps are held to."""
    suspects = [*_suspects(corpus, late, is_held=True), *_suspects(corpus, late, is_held=False)]
    suspects.sort(key=lambda one: -len(one.procedures))
    judged = [replace(one, meant=_meant(clocks, corpus, one)) for one in suspects]
    blamed = [one for one in judged if one.meant is not None]
    return next((one for one in (*blamed, *judged) if one.meant or one.is_held), None)


def _suspects(corpus: Corpus, late: Sequence[Late], *, is_held: bool) -> Iterator[Slip]:
    found: dict[str, list[Late]] = {}
    for pair in late:
        for name in {pair[0].limit.id} if is_held else _taken(pair):
            found.setdefault(name, []).append(pair)
    for name, pairs in found.items():
        limit = corpus.one(Limit, name)
        if limit is not None and limit.within is not None:
            slip = Slip(limit, tuple(pairs), is_held, None)
            if len(slip.procedures) >= MANY:
                yield slip


def _taken(pair: Late) -> set[str]:
    """The limits of the steps that are late together."""
    one, overrun = pair
    return {step.limit for step in one.span.steps if step.limit and step.id in overrun.steps}


def _meant(clocks: Clocks, corpus: Corpus, slip: Slip) -> Limit | None:
    """The first reading of a limit with which everything holds that does not now."""
    return next((one for one in _readings(clocks, slip) if _hold(clocks, corpus, slip, one)), None)


def _readings(clocks: Clocks, slip: Slip) -> Iterator[Limit]:
    """What may have been meant: a calendar that rests for one that never does, then other units."""
    limit, within = slip.limit, slip.limit.within
    assert within is not None
    if within.dimension in _WORKING and _never_rests(clocks, limit.calendar):
        for one in clocks.manual.calendars:
            if one.hours.closed_on_holidays:
                yield limit.model_copy(update={"calendar": one.id})
    at = _SHORTEST_FIRST.index(within.unit) if within.unit in _SHORTEST_FIRST else -1
    nearest_first = _SHORTEST_FIRST[at + 1 :] if slip.is_held else _SHORTEST_FIRST[:at][::-1]
    for unit in nearest_first if at >= 0 else ():
        value = Duration(within.amount, unit)
        if limit.calendar is not None or value.dimension not in _WORKING:
            yield limit.model_copy(update={"within": value})


def _never_rests(clocks: Clocks, name: str | None) -> bool:
    """Whether a calendar is open on days of rest too."""
    calendar = calendar_named(clocks, name)
    return calendar is not None and not calendar.hours.closed_on_holidays


def calendar_named(clocks: Clocks, name: str | None) -> Calendar | None:
    """A calendar as the manual writes it."""
    return next((one for one in clocks.manual.calendars if one.id == name), None)


def _hold(clocks: Clocks, corpus: Corpus, slip: Slip, limit: Limit) -> bool:
    """Whether the procedures that are late keep all their limits, if one were another."""
    entry = replace(corpus.entries[limit.id], item=limit)
    other = corpus.but(entry)
    try:
        return all(
            one.span.late() is None
            for procedure in slip.procedures
            for one in kept_in(clocks, other, procedure)
        )
    except OutOfHorizonError:
        return False
