"""What a limit comes to at worst, in words: the start, the end, and what is left of the law's time.

Limits that only run by the clock on the wall take the same time from every start; of them nothing
is said but what is left.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from guifan.corpus.references import value_text
from guifan.language.catalogues import Translator
from guifan.language.kinds.event import Event
from guifan.language.kinds.limit import Bound, Limit, Population
from guifan.language.quantities import Value
from guifan.manual.book import Book
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case
from guifan.proof.calendar.promises import granted
from guifan.proof.law.floors import Bounded, Matter, allowed, bounded_by
from guifan.proof.limits.slack import Outlook, Reach, Worst
from guifan.temporal.duration import Dimension, Duration, Unit
from guifan.temporal.measure import Measure, comparable
from guifan.temporal.moments import DAY

HOUR = 3600


@dataclass(frozen=True, slots=True)
class Told:
    """A limit at its worst, in words; each is empty where there is nothing to say.

    Args:
        worst: from which start it takes longest, and how long.
        slack: what is left of the law's time then.
        extended: the same with every extension and pause used up, and what is left then.
        expected: all of it for the years without an arrangement of holidays.
        may_exceed: whether the law's end may pass in one of those years.
    """

    worst: str
    slack: str
    extended: str
    expected: str
    may_exceed: bool = False


class Standing(StrEnum):
    """How what the company says stands to what the law asks."""

    LOOSER = "looser"
    KEEPS = "keeps"
    SAME = "same"
    UNCOMPARED = "uncompared"


@dataclass(frozen=True, slots=True)
class Room:
    """How far a limit is from its floor.

    Args:
        says: in words, such as «余量 3 天».
        least: with every extension and pause used up, in words; empty where there are none.
        rank: the less is left, the lower; what cannot be told in time comes after all that can.
        standing: whether it keeps its floor.
    """

    says: str
    least: str
    rank: int
    standing: Standing


def told(book: Book, limit: Limit, _: Translator) -> Told | None:
    """A limit at its worst; None where that says no more than the limit itself."""
    found = book.worst(limit)
    if found is None or limit.within is None or limit.within.dimension is Dimension.SECONDS:
        return None
    known = found.plain.proven
    floor = bounded_by(book.corpus, limit)
    if is_steady(limit, found):
        if floor is None or known is None or known.tightest is None:
            return None
        return Told(_every_start(book, limit, _), _against_law(known, _), "", "")
    return Told(
        _longest(book, limit, known.longest, _) if known else "",
        _against_law(known, _) if known else "",
        _extended(limit, found.extended.proven, _) if found.extended else "",
        _expected(book, limit, found, _),
        _may_exceed(found),
    )


def _may_exceed(worst: Worst) -> bool:
    """Whether the law's end passes in an expected case."""
    outlooks = [one for one in (worst.plain, worst.extended) if one]
    cases = [one.provisional.tightest for one in outlooks if one.provisional]
    return any(case.spare < 0 for case in cases if case)


def is_steady(limit: Limit, worst: Worst) -> bool:
    """Whether a limit in calendar days takes just these from every start, with nothing added."""
    within = limit.within
    if worst.extended or within is None or within.dimension is not Dimension.DAYS:
        return False
    reaches = (worst.plain.proven, worst.plain.provisional)
    return all(one.longest.days == within.magnitude for one in reaches if one)


def room(book: Book, limit: Limit, _: Translator) -> Room | None:
    """What a limit leaves to the floor that binds it; None where they do not compare."""
    bounded = bounded_by(book.corpus, limit)
    return room_to(book, bounded, _) if bounded else None


def room_to(book: Book, bounded: Bounded, _: Translator) -> Room | None:
    """What a quantity leaves to a floor; None where they do not compare."""
    limit = bounded.limit
    if not bounded.holds_for_enough or bounded.is_opposed:
        return None
    found = book.worst(limit) if limit and bounded.is_latest else None
    if limit and found and not (_alike(bounded) and found.extended is None):
        plain = _tightest(found.plain)
        least = _tightest(found.extended) if found.extended else None
        if plain:
            last = least or plain
            words = _("{used}{room}").format(used=_used_up(limit, _), room=_left(last, _))
            standing = Standing.LOOSER if last.spare < 0 else _standing(plain.spare)
            return Room(_left(plain, _), words if least else "", last.spare, standing)
    return _apart(bounded, book.clocks, _)


def _standing(spare: int) -> Standing:
    if spare < 0:
        return Standing.LOOSER
    return Standing.KEEPS if spare else Standing.SAME


def day_words(day: date, _: Translator) -> str:
    """A day with its year."""
    words = _("{year} 年 {month} 月 {day} 日")
    return words.format(year=day.year, month=day.month, day=day.day)


def later_day(day: date, since: date, _: Translator) -> str:
    """A day after another, with its year where that is another."""
    if day.year != since.year:
        return day_words(day, _)
    return day_of_year(day, _)


def day_of_year(day: date, _: Translator) -> str:
    """A day where its year is known."""
    return _("{month} 月 {day} 日").format(month=day.month, day=day.day)


def calendar_days(count: int, _: Translator) -> str:
    """So many calendar days."""
    return _.ngettext("{count} 个自然日", "{count} 个自然日", count).format(count=count)


def spare(seconds: int, _: Translator) -> str:
    """So much time, in whole days or hours."""
    if seconds >= DAY:
        count = seconds // DAY
        return _.ngettext("{count} 天", "{count} 天", count).format(count=count)
    if seconds >= HOUR:
        count = seconds // HOUR
        return _.ngettext("{count} 小时", "{count} 小时", count).format(count=count)
    return _("不足 1 小时")


def length(magnitude: Fraction, like: Duration) -> Duration:
    """A length in the unit of another, or in the smallest unit of its dimension."""
    units = [one for one in Unit if one.dimension is like.dimension]
    fitting = [like.unit, *sorted(units, key=lambda one: -one.scale)]
    whole = (one for one in fitting if (magnitude / one.scale).denominator == 1)
    unit = next(whole, fitting[-1])
    return Duration(magnitude / unit.scale, unit)


def begins(book: Book, limit: Limit) -> str:
    """What happens when the clock starts, as its event is called."""
    event = book.corpus.one(Event, limit.from_)
    return event.title if event else limit.title


def _every_start(book: Book, limit: Limit, _: Translator) -> str:
    assert limit.within is not None
    words = _("无论哪一天{event}，都在 {days}后到期")
    days = calendar_days(int(limit.within.magnitude), _)
    return words.format(event=begins(book, limit), days=days)


def _longest(book: Book, limit: Limit, case: Case, _: Translator) -> str:
    words = _("{start}{event}，{end}到期，历时 {days}")
    return words.format(
        start=day_words(case.start.day, _),
        event=begins(book, limit),
        end=later_day(case.end.day, case.start.day, _),
        days=calendar_days(case.days, _),
    )


def _against_law(reach: Reach, _: Translator, beyond: str = "") -> str:
    """What is left to the law, where nothing was said of the law yet."""
    if reach.tightest is None:
        return ""
    if reach.tightest.spare > 0:
        return _("距法定底线余量 {room}").format(room=spare(reach.tightest.spare, _))
    return _("正好到法定底线") if reach.tightest.spare == 0 else beyond or _("超出法定底线")


def _left(case: Case, _: Translator, beyond: str = "") -> str:
    """What is left to the law, where it is clear that the law is meant."""
    if case.spare > 0:
        return _("余量 {room}").format(room=spare(case.spare, _))
    return _("没有余量") if case.spare == 0 else beyond or _("超出法定底线")


def _extended(limit: Limit, reach: Reach | None, _: Translator, beyond: str = "") -> str:
    if reach is None:
        return ""
    days = calendar_days(reach.longest.days, _)
    words = _("{used} {days}").format(used=_used_up(limit, _), days=days)
    if reach.tightest is None:
        return words
    return _("{one}，{other}").format(one=words, other=_left(reach.tightest, _, beyond))


def _used_up(limit: Limit, _: Translator) -> str:
    """What of a limit is used up at worst."""
    if granted(limit) and limit.pauses:
        return _("延期和暂停都用足后")
    return _("用足延期后") if granted(limit) else _("用足暂停后")


def _expected(book: Book, limit: Limit, worst: Worst, _: Translator) -> str:
    """The same for the years without an arrangement, in short."""
    reach = worst.plain.provisional
    if reach is None or book.corpus.manual is None:
        return ""
    words = _("{year} 年的放假安排公布之前，按近五年放假最多的情形推算，最长 {days}")
    year = book.corpus.manual.arranged_through + 1
    maybe = _("可能超出法定底线")
    parts = [
        words.format(year=year, days=calendar_days(reach.longest.days, _)),
        _against_law(reach, _, maybe),
        _extended(limit, worst.extended.provisional, _, maybe) if worst.extended else "",
    ]
    return _("；").join(part for part in parts if part)


def _tightest(outlook: Outlook) -> Case | None:
    """The tightest case that is proven, or else expected."""
    reach = outlook.proven or outlook.provisional
    return reach.tightest if reach else None


def _alike(bounded: Bounded) -> bool:
    """Whether ours and the law's are quantities of one kind."""
    own, law = bounded.amount, _asked(bounded)
    return isinstance(own, Measure) and isinstance(law, Measure) and comparable(own, law)


def _asked(bounded: Bounded) -> Value:
    """What the law asks; days that run from the instant as so many hours."""
    value = bounded.floor.value
    return allowed(bounded.floor) if isinstance(value, Duration) else value


_FAR = 10_000 * DAY
"""The rank of what cannot be told in time."""


def _apart(bounded: Bounded, clocks: Clocks | None, _: Translator) -> Room | None:
    """How far two values are apart, or that ours keeps the law's where that is all there is."""
    own, law = bounded.amount, _asked(bounded)
    if not (isinstance(own, Measure) and isinstance(law, Measure) and comparable(own, law)):
        keeps = bounded.compared(clocks).keeps if clocks else None
        if keeps is None:
            return None
        return Room(_("不低于法定"), "", _FAR, Standing.KEEPS) if keeps else _beyond(_)
    gap = law.magnitude - own.magnitude
    gap = -gap if bounded.floor.bound is Bound.AT_LEAST else gap
    if gap < 0 or bounded.share_is_lower:
        return _beyond(_)
    untold = _share_is_untold(bounded)
    if not gap:
        return _level(bounded, untold, _)
    standing, note = Standing.KEEPS, ""
    if untold:
        standing, note = Standing.UNCOMPARED, _("法规未写比例")
    if isinstance(own, Duration):
        days = own.dimension is Dimension.DAYS
        left = spare(int(gap) * DAY, _) if days else value_text(length(gap, own), _.locale)
        rank = _FAR + int(gap) * (DAY if days else 1)
        return Room(_("余量 {room}").format(room=left), note, rank, standing)
    return Room(_("严于法定"), note, _FAR, standing)


def _beyond(_: Translator) -> Room:
    return Room(_("超出法定底线"), "", -1, Standing.LOOSER)


def _level(bounded: Bounded, untold: bool, _: Translator) -> Room:
    """Where both say the same value, it is the share that may make a difference."""
    if untold:
        return Room(_("法规未写比例"), "", 0, Standing.UNCOMPARED)
    share = bounded.limit.share if bounded.limit else None
    if bounded.floor.share and (share is None or share > bounded.floor.share):
        return Room(_("严于法定"), "", _FAR, Standing.KEEPS)
    return Room(_("与法定相同"), "", 0, Standing.SAME)


def _share_is_untold(bounded: Bounded) -> bool:
    """Whether ours holds for a share of the cases only, and the law does not say for which."""
    limit, floor = bounded.limit, bounded.floor
    shared = limit is not None and limit.population is Population.SHARE
    return shared and bounded.matter is Matter.SHARE and floor.share is None
