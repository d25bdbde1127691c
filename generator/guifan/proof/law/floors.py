"""What the company says against the floors that the law sets for it.

A floor has one measure, and every measure is one rule's matter, so that no fault is told twice.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType

from guifan.corpus.graph import Corpus
from guifan.language.kinds.data_item import DataItem
from guifan.language.kinds.limit import Bound, Limit, Population
from guifan.language.kinds.regulation import Creditor, Floor, FloorStart, Regulation, Verification
from guifan.language.kinds.regulation import Measure as Kind
from guifan.language.kinds.service import Service
from guifan.language.model import Item
from guifan.language.nodes import Path
from guifan.language.quantities import Value
from guifan.proof.calendar import promises
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case, closer, overdue
from guifan.proof.lengths import Length, keep
from guifan.proof.scopes import alike, overlap
from guifan.temporal.advances import Advance
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.duration import Dimension, Duration, Unit
from guifan.temporal.measure import Measure, comparable
from guifan.temporal.moments import DAY


class Matter(Enum):
    """What a floor is about."""

    TIME = "time"
    SHARE = "share"
    NOTICE = "notice"
    RIGHT = "right"
    VALUE = "value"


MATTERS: Mapping[Kind, Matter] = MappingProxyType(
    {
        Kind.MAXIMUM: Matter.TIME,
        Kind.MEAN: Matter.TIME,
        Kind.SHARE_WITHIN: Matter.SHARE,
        Kind.NOTICE_BEFORE: Matter.NOTICE,
        Kind.RIGHT: Matter.RIGHT,
        Kind.REFUND_WITHIN: Matter.RIGHT,
        Kind.RETENTION: Matter.VALUE,
        Kind.RATE: Matter.VALUE,
        Kind.QUALITY: Matter.VALUE,
        Kind.THRESHOLD: Matter.VALUE,
    }
)
"""The matter of every measure."""

_KEEPING: Mapping[Kind, frozenset[Population]] = MappingProxyType(
    {
        Kind.MAXIMUM: frozenset((Population.EVERY,)),
        Kind.MEAN: frozenset((Population.EVERY, Population.MEAN)),
        Kind.SHARE_WITHIN: frozenset((Population.EVERY, Population.SHARE)),
    }
)
"""Of how many cases a limit must hold to keep a floor at all; any number, for other measures."""

_SAID_OF: Mapping[Kind, Population] = MappingProxyType(
    {Kind.MEAN: Population.MEAN, Kind.SHARE_WITHIN: Population.SHARE}
)
"""Of which cases a limit must speak to be of the same sort; every one, for other measures."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A quantity of the company's against the law's.

    Args:
        keeps: whether it is no looser; None where the two cannot be compared.
        case: where it took a calendar to find that it is looser, the start that shows it: ``end``
            is the deadline that comes too late.
    """

    keeps: bool | None
    case: Case | None = None


@dataclass(frozen=True)
class Bounded:
    """A quantity of the company's with a floor that binds it.

    Args:
        item: where it stands.
        path: the place of the quantity in it.
        amount: how much it is.
        regulation: where the floor stands.
        floor: what the law asks.
        unnamed: the limit does not name it, and is bound by it all the same.
    """

    item: Item
    path: Path
    amount: Value
    regulation: Regulation
    floor: Floor
    unnamed: bool = False

    @property
    def matter(self) -> Matter:
        """What the floor is about."""
        return MATTERS[self.floor.measure]

    @property
    def warns(self) -> bool:
        """Whether it cannot fail a build.

        The figure of the law still has to be checked, or only prose says for which cases it holds
        and nobody but the limit could say that it is one of them.
        """
        told_in_prose = self.unnamed and self.floor.applies is not None
        return told_in_prose or self.floor.verification is Verification.MEM

    @property
    def is_owed(self) -> bool:
        """Whether the company owes it to anyone; what binds the authority is nobody's floor."""
        return self.floor.owed_to is not Creditor.OTHER

    @property
    def limit(self) -> Limit | None:
        """The limit, where it stands in one."""
        return self.item if isinstance(self.item, Limit) else None

    @property
    def is_latest(self) -> bool:
        """Whether both are the longest that something may take."""
        return (
            self.limit is not None
            and self.limit.within is not None
            and isinstance(self.floor.value, Duration)
            and self.limit.bound is self.floor.bound is Bound.AT_MOST
        )

    @property
    def holds_for_enough(self) -> bool:
        """Whether it is said of enough cases: no share and no mean holds for every case."""
        kept_by = _KEEPING.get(self.floor.measure)
        return self.limit is None or kept_by is None or self.limit.population in kept_by

    @property
    def is_opposed(self) -> bool:
        """Whether it bounds the other side: at most, where the law says at least, or the reverse.

        A right that is a clock may be told either way: goods may be sent back within at most so
        many days of the day on which they came.
        """
        if self.limit is None or (self.matter is Matter.RIGHT and self.limit.within is not None):
            return False
        return self.limit.bound is not self.floor.bound

    @property
    def share_is_lower(self) -> bool:
        """Whether it holds for a smaller share of the cases than the law asks."""
        if self.floor.share is None or self.limit is None:
            return False
        if self.limit.population is not Population.SHARE:
            return False
        return self.limit.share is not None and self.limit.share < self.floor.share

    def law(self, clocks: Clocks) -> Advance:
        """When the law's time ends: at close of the limit's own calendar, never moved."""
        return law_ends(clocks, self.floor, self.calendar)

    def overdue(self, clocks: Clocks) -> Case | None:
        """The worst case in which the limit, extended and paused as far as may be, breaks it."""
        assert self.limit is not None
        own = promises.longest(clocks, self.limit)
        return overdue(own, self.law(clocks), clocks.horizon)

    def narrow(self, clocks: Clocks, than: int) -> Case | None:
        """The case in which the limit at its longest leaves the least, under so many seconds."""
        assert self.limit is not None
        own = promises.longest(clocks, self.limit)
        return closer(own, self.law(clocks), clocks.horizon, than)

    def compared(self, clocks: Clocks) -> Comparison:
        """The two quantities: over the calendar where that says more than the values do.

        Args:
            clocks: with the calendar by which it counts.
        """
        try:
            if self.is_latest:
                case = self.overdue(clocks)
                return Comparison(case is None, case)
            if self._is_least_time:
                case = self._cut_short(clocks)
                return Comparison(case is None, case)
        except OutOfHorizonError:
            pass  # What goes on beyond the calendars may still compare by its unit.
        return self._by_value()

    def fitting(self, clocks: Clocks) -> Duration | None:
        """The longest time in the limit's unit, less than its own, that keeps the floor."""
        assert self.limit is not None
        assert self.limit.within is not None
        unit, low, high = self.limit.within.unit, 0, int(self.limit.within.amount)
        while high - low > 1:
            middle = (low + high) // 2
            shorter = self.limit.model_copy(update={"within": Duration(middle, unit)})
            keeps = replace(self, item=shorter).overdue(clocks) is None
            low, high = (middle, high) if keeps else (low, middle)
        return Duration(low, unit) if low else None

    @property
    def calendar(self) -> str | None:
        """By which it counts."""
        return self.limit.calendar if self.limit is not None else None

    @property
    def _is_least_time(self) -> bool:
        """Whether both are the least that something takes, in units that no value compares."""
        return (
            self.floor.bound is Bound.AT_LEAST
            and isinstance(self.amount, Duration)
            and isinstance(self.floor.value, Duration)
            and not comparable(self.amount, self.floor.value)
        )

    def _cut_short(self, clocks: Clocks) -> Case | None:
        """The worst case in which the law's least time ends after the company's."""
        assert isinstance(self.amount, Duration)
        own = clocks.advance(self.amount, self.calendar, legal=True)
        return overdue(self.law(clocks), own, clocks.horizon)

    def _by_value(self) -> Comparison:
        own, law = self.amount, self.floor.value
        if not (isinstance(own, Measure) and isinstance(law, Measure) and comparable(own, law)):
            return Comparison(None)
        looser = own < law if self.floor.bound is Bound.AT_LEAST else own > law
        return Comparison(not looser)


def law_ends(clocks: Clocks, floor: Floor, calendar: str | None) -> Advance:
    """When the time that a floor allows ends, for what is counted by a calendar.

    Args:
        clocks: the manual's.
        floor: one whose value is a time.
        calendar: by its closing hours the law's last day ends, and is never moved.
    """
    return clocks.advance(allowed(floor), calendar, legal=True)


def allowed(floor: Floor) -> Duration:
    """How long a floor in time allows; days that run from the instant are so many hours."""
    value = floor.value
    assert isinstance(value, Duration)
    if floor.starts is FloorStart.INSTANT and value.dimension is Dimension.DAYS:
        return Duration(value.amount * DAY, Unit.SECOND)
    return value


def bounded(corpus: Corpus, *matters: Matter) -> Iterator[tuple[Bounded, ...]]:
    """Every limit, retention and warranty with the floors of these matters that bind it.

    Those of one item come together, in the order of ``binding``.
    """
    items: Iterator[Limit | DataItem | Service] = corpus.each(Limit, DataItem, Service)
    for item in items:
        yield tuple(one for one in _of(corpus, item) if one.is_owed and one.matter in matters)


def bounded_by(corpus: Corpus, limit: Limit) -> Bounded | None:
    """A limit with the floor that it names, else with one that binds it; None where none does."""
    return next(iter(binding(corpus, limit)), None)


def binding(corpus: Corpus, limit: Limit) -> tuple[Bounded, ...]:
    """A limit with every floor that binds it: that which it names, then those it does not name.

    It is bound by what the law asks of the company between the same two events, for some of the
    same cases, if both say so in the same manner: of every case, of a share or of the mean. Those
    whose figures are sure come first.
    """
    path: Path = ("within",) if limit.within is not None else ("value",)
    named = _against(corpus, limit, path, limit.amount, limit.floor)
    others = [
        Bounded(limit, path, limit.amount, regulation, floor, unnamed=True)
        for regulation, floor in _between(corpus, limit)
        if named is None or floor is not named.floor
        if _is_of_its_sort(limit, floor) and not _is_divided(corpus, limit, floor)
    ]
    return (*((named,) if named else ()), *sorted(others, key=lambda one: one.warns))


def _between(corpus: Corpus, limit: Limit) -> Iterator[tuple[Regulation, Floor]]:
    """The floors between a limit's two events."""
    if limit.within is None or limit.from_ is None or limit.to is None:
        return
    for regulation in corpus.referring(Regulation, limit.to):
        for floor in regulation.floors:
            if (floor.from_, floor.to) == (limit.from_, limit.to):
                yield regulation, floor


def _is_of_its_sort(limit: Limit, floor: Floor) -> bool:
    """Whether a floor asks of the company what a limit says, for some of the same cases."""
    return (
        floor.owed_to is not Creditor.OTHER
        and floor.bound is limit.bound
        and isinstance(floor.value, Duration)
        and limit.population is _SAID_OF.get(floor.measure, Population.EVERY)
        and overlap(limit.applies, floor.scope)
    )


def _is_divided(corpus: Corpus, limit: Limit, floor: Floor) -> bool:
    """Whether the law sets one longest time for these cases and another for others (F02)."""
    if floor.measure is not Kind.MAXIMUM or floor.scope is None:
        return False
    return any(
        other.measure is Kind.MAXIMUM and other.scope and not alike(other.scope, floor.scope)
        for _, other in _between(corpus, limit)
    )


def _of(corpus: Corpus, item: Limit | DataItem | Service) -> Iterator[Bounded]:
    if isinstance(item, Limit):
        yield from binding(corpus, item)
    elif isinstance(item, DataItem):
        yield from _kept(corpus, item)
    elif item.warranty is not None:
        lasts, floor = item.warranty.lasts, item.warranty.floor
        yield from _one(_against(corpus, item, ("warranty", "lasts"), lasts, floor))


def _kept(corpus: Corpus, item: DataItem) -> Iterator[Bounded]:
    kept = keep(corpus, item)
    if kept is not None:
        path: Path = ("keep" if kept.limit is None else "keep_by",)
        bounded = _against(corpus, item, path, kept.time, item.keep_floor)
        yield from _one(None if _is_told_of(corpus, kept, bounded) else bounded)


def _is_told_of(corpus: Corpus, kept: Length, found: Bounded | None) -> bool:
    """Whether the limit that says how long data are kept is held to the same floor itself."""
    if kept.limit is None or found is None:
        return False
    return any(one.floor is found.floor for one in binding(corpus, kept.limit))


def _one(found: Bounded | None) -> Iterator[Bounded]:
    if found is not None:
        yield found


def _against(
    corpus: Corpus, item: Item, path: Path, amount: Value, address: str | None
) -> Bounded | None:
    target = corpus.resolve(address) if address else None
    if target and isinstance(target.part, Floor) and isinstance(target.item, Regulation):
        return Bounded(item, path, amount, target.item, target.part)
    return None
