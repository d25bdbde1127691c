"""By what o'clock a case is due; the wrong times are those of other limits."""

from collections.abc import Callable, Hashable, Iterator
from datetime import date
from fractions import Fraction

from guifan.quiz.base import Base
from guifan.quiz.choosing import blended
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option, digest
from guifan.quiz.models._answers import ENOUGH, siblings
from guifan.quiz.models._days import day_said, quiet_thursdays
from guifan.quiz.models._due import MINUTE, bound, is_on_the_clock, narrowed
from guifan.quiz.said import Said, say
from guifan.temporal.duration import Dimension
from guifan.temporal.moments import Moment

_CLOCK = (Dimension.SECONDS, Dimension.WORKING_SECONDS)
_STARTS = (9 * 60 + 40, 10 * 60 + 15, 13 * 60 + 50, 14 * 60 + 20, 15 * 60 + 5, 16 * 60 + 30)
_OFTEN = 6


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    clocks = base.ground.clocks
    known: dict[str | None, list[date]] = {}
    for fact in base.of("due"):
        if clocks is None or not is_on_the_clock(fact.source.within):
            continue
        name = fact.source.calendar
        if name not in known:
            known[name] = quiet_thursdays(clocks.calendar(name), base.ground.day.year)
        thursdays = known[name]
        if thursdays:
            chance = int(digest(fact.name, "due-time"), 16)
            day = thursdays[chance % len(thursdays)]
            yield _draft(base, fact, _start(base, fact, day, chance))


def _start(base: Base, fact: Fact, day: date, chance: int) -> Moment:
    """A time of day from which it is due while people are awake, if there is one."""
    first = chance % len(_STARTS)
    starts = [Moment(day, minute * 60) for minute in _STARTS[first:] + _STARTS[:first]]
    return next((one for one in starts if _is_by_day(base.value(fact, one))), starts[0])


def _is_by_day(due: Hashable) -> bool:
    return isinstance(due, Moment) and _WAKING[0] <= due.clock <= _WAKING[1]


_WAKING = ("07:00", "22:00")


def _draft(base: Base, fact: Fact, start: Moment) -> Draft | Gap:
    _ = base.ground.words
    due = base.value(fact, start)
    if not isinstance(due, Moment):
        return Gap(fact, "beyond-calendars")
    key = _option(base, fact, start, due, fact.said, right=True)
    far = _is_far(start, due)
    tiers = (
        [one for one in _other(base, fact, start, tier) if _is_far(start, _end(one)) is far]
        for tier in siblings(base, fact, _alike(fact))
    )
    stem = say(
        _("{day}{clock}「{start}」。{bound}最晚是什么时候？"),
        bound=bound(base, fact),
        day=day_said(_, start.day),
        clock=start.clock,
        start=base.ground.title(fact.source.from_),
    )
    # Whole hours end at the minute at which they began: so must as many wrong ones, or as few.
    wrong = blended(
        key,
        ((tier, _ANY) for tier in tiers),
        f"due-time {fact.name}",
        stem.text,
        measure=lambda one: _end(one).point,
    )
    if len(wrong.options) < ENOUGH:
        return Gap(fact, "no-siblings")
    options = tuple(sorted((key, *wrong.options), key=lambda one: _end(one).point))
    names = narrowed(base, fact)
    return Draft(fact, stem, options, "", sorted=True, names=names, considered=wrong.considered)


_ANY = 2.0
"""A likeness that no two times reach: they are told apart by what they are."""

_THIRD = 2


def _is_far(start: Moment, end: Moment) -> bool:
    """Whether it is told by its date: among 当天 and 次日 a date would stand out."""
    return (end.day - start.day).days > _THIRD


def _alike(fact: Fact) -> Callable[[Fact], bool]:
    size = Fraction(fact.source.within.magnitude)

    def fits(other: Fact) -> bool:
        within = other.source.within
        if within.dimension not in _CLOCK:
            return False
        return bool(max(size / _OFTEN, MINUTE) <= within.magnitude <= size * _OFTEN)

    return fits


def _other(base: Base, fact: Fact, start: Moment, tier: tuple[Fact, ...]) -> Iterator[Option]:
    """When the case would be due by other limits, each counted by its own calendar."""
    for one in tier:
        end = base.value(one, start)
        if isinstance(end, Moment):
            yield _option(base, fact, start, end, one.said, right=False, source=one)


def _option(
    base: Base,
    fact: Fact,
    start: Moment,
    end: Moment,
    why: Said,
    *,
    right: bool,
    source: Fact | None = None,
) -> Option:
    _ = base.ground.words
    days = (end.day - start.day).days
    near = {0: _("当天 {clock}"), 1: _("次日 {clock}"), 2: _("第三天 {clock}")}
    text = near.get(days, _("{day}{clock}"))
    shown = text.format(clock=end.clock, day=day_said(_, end.day))
    claim = Claim("due", fact.name, end, start)
    clause = (source or fact).clause
    return Option(Said(shown, frozenset({clause.item})), claim, right, why, clause)


def _end(option: Option) -> Moment:
    assert isinstance(option.claim.value, Moment)
    return option.claim.value


MODEL = Model("due-time", "due", Level.APPLY, Form.SINGLE, 45, _drafts)
