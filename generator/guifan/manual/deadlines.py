"""What the browser's due-date tool works with: the calendars of the manual, and each limit's own.

The calendars are one small file that all pages share; it changes with the manual, with the notices
of the government and with the year, and with nothing else. A page carries its limit only.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from guifan.corpus.graph import Corpus
from guifan.language.catalogues import Translator
from guifan.language.kinds.limit import Bound, Limit
from guifan.language.kinds.manual import Manual
from guifan.manual.book import Book
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.countable import is_countable
from guifan.proof.calendar.promises import granted
from guifan.proof.law.floors import allowed, bounded_by
from guifan.proof.limits.due import clocks_around, counts_alike, starts
from guifan.temporal.arrangements import Bound as Holidays
from guifan.temporal.calendars import Calendar
from guifan.temporal.clock import clock_of
from guifan.temporal.duration import Duration
from guifan.temporal.festivals import Festival, festival
from guifan.temporal.moments import DAY

FREE = ""
"""The name of the calendar of limits that name none."""


def named(one: Festival, _: Translator) -> str:
    """A festival in the reader's language."""
    return {
        Festival.NEW_YEAR: _("元旦"),
        Festival.SPRING: _("春节"),
        Festival.TOMB_SWEEPING: _("清明节"),
        Festival.LABOUR: _("劳动节"),
        Festival.DRAGON_BOAT: _("端午节"),
        Festival.MID_AUTUMN: _("中秋节"),
        Festival.NATIONAL: _("国庆节"),
    }[one]


def almanac(manual: Manual, day: date, _: Translator) -> Mapping[str, Any]:
    """The calendars over the years in sight, as plain data.

    Returns:
        ``zone``; ``first`` and ``starts``, the days from which a case may start; ``last``, the last
        day known; ``arranged``, the last with an arrangement of holidays; ``clock``, how far the
        zone is ahead of UTC at first and its changes (Unix time, seconds ahead before and after),
        where there are any; ``works``, the days of a weekend
        that are worked; and for the fewest and the most days of rest the ``rests`` with the
        festival of each and the ``calendars``. Days come in runs: the first and how many.
    """
    fewest, most = (clocks_around(manual, day, bound) for bound in (Holidays.FEWEST, Holidays.MOST))
    free = fewest.calendar(None)
    return {
        "zone": manual.zone,
        "first": str(fewest.horizon.first),
        "starts": str(starts(fewest, day)[1]),
        "last": str(free.last),
        "arranged": str(fewest.horizon.proven),
        "clock": _clock(free),
        "works": list(_runs(free.holidays.works)),
        "fewest": _world(manual, fewest, _),
        "most": _world(manual, most, _),
    }


def _world(manual: Manual, clocks: Clocks, _: Translator) -> Mapping[str, Any]:
    free = clocks.calendar(None)
    names = [(FREE, None), *((one.id, one.id) for one in manual.calendars)]
    return {
        "rests": list(_rests(free.holidays.rests, _)),
        "calendars": {key: _calendar(clocks.calendar(name)) for key, name in names},
    }


def _rests(days: Iterable[date], _: Translator) -> Iterator[list[Any]]:
    by_name: dict[str, list[date]] = {}
    for day in sorted(days):
        by_name.setdefault(named(festival(day), _), []).append(day)
    for name, own in by_name.items():
        yield from ([name, *run] for run in _runs(own))


def _calendar(calendar: Calendar) -> Mapping[str, Any]:
    """The week, the days that differ from it, and the conventions of counting."""
    differing: dict[tuple[tuple[int, int], ...], list[date]] = {}
    day = calendar.first
    while day <= calendar.last:
        opened = calendar.stretches(day)
        if opened != calendar.week[day.weekday()]:
            differing.setdefault(opened, []).append(day)
        day += timedelta(days=1)
    return {
        "week": calendar.week,
        "days": [[opened, list(_runs(days))] for opened, days in differing.items()],
        "observes": calendar.observes,
        "ends": calendar.conventions.day_end.value,
        "rest": calendar.conventions.rest_day.value,
        "receipt": calendar.conventions.receipt.value,
    }


def _runs(days: Iterable[date]) -> Iterator[tuple[str, int]]:
    """Days in a row as the first and how many."""
    first, count = None, 0
    for day in sorted(days):
        if first is not None and day == first + timedelta(days=count):
            count += 1
            continue
        if first is not None:
            yield str(first), count
        first, count = day, 1
    if first is not None:
        yield str(first), count


def _clock(calendar: Calendar) -> Mapping[str, Any] | None:
    """The zone's clock in Unix time; None where it is never changed."""
    if calendar.zone is None:
        return None
    clock = clock_of(calendar.zone, calendar.first, calendar.last)
    epoch = date(1970, 1, 1).toordinal() * DAY
    changes = [[one.instant - epoch, one.before, one.after] for one in clock.changes]
    return {"ahead": clock.ahead, "changes": changes}


def countable(book: Book, limit: Limit) -> Mapping[str, Any] | None:
    """What the tool needs of a limit, as the edition tells it; None where nothing is counted."""
    if book.clocks is None or limit.within is None or not is_countable(book.clocks, limit):
        return None
    grant = granted(limit)
    return {
        "id": limit.id,
        "version": limit.version,
        "title": limit.title,
        "within": _counted(limit.within),
        "calendar": limit.calendar or FREE,
        "latest": limit.bound is Bound.AT_MOST,
        "extension": {**_counted(grant.add), "times": grant.times} if grant else None,
        "pauses": [{"id": one.id, **_counted(one.cap)} for one in limit.pauses],
        "law": _law(book.corpus, limit),
    }


def _law(corpus: Corpus, limit: Limit) -> Mapping[str, Any] | None:
    floor = bounded_by(corpus, limit)
    if floor is None or not floor.is_latest or not counts_alike(floor):
        return None
    return _counted(allowed(floor.floor))


def _counted(duration: Duration) -> Mapping[str, Any]:
    """A duration for a program: how many of what, each so many of the dimension's base unit."""
    amount = duration.amount
    return {
        "dimension": duration.dimension.value,
        "amount": amount if isinstance(amount, int) else float(amount),
        "scale": duration.unit.scale,
        "magnitude": int(duration.magnitude),
    }
