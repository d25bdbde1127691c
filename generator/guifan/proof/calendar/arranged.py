"""What is wrong with the holidays that a manual copies from the yearly notices.

A notice arranges the days that the law gives, thirteen since 2025 (全国年节及纪念日放假办法,
art. 2), and weekends around them. What leaves one of them out is no copy of any notice.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations

from guifan.language.kinds.manual import Arrangement, Manual, Rest
from guifan.language.nodes import Path
from guifan.temporal.calendars import SATURDAY
from guifan.temporal.festivals import Festival, statutory

LONGEST = 12
"""Days in a row above which a rest is a slip of the pen: no notice ever arranged so many."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Something in the arrangements that cannot be as it is written.

    Args:
        key: what it is, by the message of the rule.
        path: where it stands in the manual.
        about: what the message names: days, years, numbers, holidays, titles.
        meant: what was probably meant there.
        warns: it may be right after all.
    """

    key: str
    path: Path
    about: Mapping[str, object] = field(default_factory=dict)
    meant: date | int | None = None
    warns: bool = False


def slips(manual: Manual) -> Iterator[Slip]:
    """Everything that is wrong in the arrangements of a manual, in their order."""
    years = [one.year for one in manual.arrangements]
    for at, one in enumerate(manual.arrangements):
        if one.year in years[:at]:
            yield Slip("arranged-twice", ("arrangements", at, "year"), {"year": one.year})
        else:
            for slip in _within(one):
                yield replace(slip, path=("arrangements", at, *slip.path))
    if years and max(years) > manual.arranged_through:
        about = {"through": manual.arranged_through, "year": max(years)}
        yield Slip("arranged-later", ("arranged_through",), about, max(years))


def _within(one: Arrangement) -> Iterator[Slip]:
    if not one.rests:
        yield Slip("no-rest", ("rests",), {"year": one.year})
        return
    for at, rest in enumerate(one.rests):
        yield from _of_another_year(one, at, rest)
    # What is said of the others is said of them as they were meant.
    rests = [_mended(one, rest) for rest in one.rests]
    yield from _too_long(rests)
    yield from _twice(rests)
    yield from _left_out(one.year, rests)
    yield from _working(one, rests)


def _of_another_year(one: Arrangement, at: int, rest: Rest) -> Iterator[Slip]:
    """A rest with days of another year: one slip, whether it has one such day or two."""
    mended = _mended(one, rest)
    for key, day, meant in (("from", rest.first, mended.first), ("to", rest.last, mended.last)):
        if not one.may_arrange(day):
            about = {"day": day, "year": one.year}
            yield Slip("another-year", ("rests", at, key), about, meant if meant != day else None)
            return


def _mended(one: Arrangement, rest: Rest) -> Rest:
    """A rest with its days in the year that the notice arranges, where they can be."""
    strange = [not one.may_arrange(day) for day in (rest.first, rest.last)]
    if not any(strange):
        return rest
    first, last = rest.first, rest.last
    if all(strange):  # both by the same years: a rest may begin in the December before
        first, last = _years_on(first, one.year - last.year), _years_on(last, one.year - last.year)
    elif strange[0]:
        first = _years_on(first, one.year - first.year)
    else:
        last = _years_on(last, one.year - last.year)
    holds = first <= last and one.may_arrange(first) and one.may_arrange(last)
    return rest.model_copy(update={"from_": first, "to": last}) if holds else rest


def _years_on(day: date, years: int) -> date:
    """The same day of another year; the day itself where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day


def _too_long(rests: list[Rest]) -> Iterator[Slip]:
    for at, rest in enumerate(rests):
        days = (rest.last - rest.first).days + 1
        if days > LONGEST:
            about = {"rest": rest.title, "days": days, "most": LONGEST}
            yield Slip("long", ("rests", at, "to" if rest.to else "from"), about, warns=True)


def _twice(rests: list[Rest]) -> Iterator[Slip]:
    for (_, one), (at, two) in combinations(enumerate(rests), 2):
        if one.meets(two):
            day = max(one.first, two.first)
            yield Slip("day-twice", ("rests", at, "from"), {"day": day})


def _left_out(year: int, rests: list[Rest]) -> Iterator[Slip]:
    """The days that the law gives and no rest has: one slip a festival."""
    for festival, days in statutory(year).items():
        lacking = sorted(day for day in days if not any(_has(rest, day) for rest in rests))
        if lacking:
            about = {"year": year, "festival": festival, "days": tuple(lacking)}
            yield _lacking(festival, days, rests, about)


def _lacking(
    festival: Festival, days: frozenset[date], rests: list[Rest], about: Mapping[str, object]
) -> Slip:
    """Days that are left out: at the rest of their festival, at the end nearer to them."""
    own = _own(festival, days, rests)
    if own is None:
        return Slip("lacks-festival", ("rests",), about)
    rest, (first, last) = rests[own], (min(days), max(days))
    named = {**about, "rest": rest.title}
    if 0 < (rest.first - first).days <= LONGEST:
        return Slip("lacks-day", ("rests", own, "from"), named, first)
    if 0 < (last - rest.last).days <= LONGEST and rest.to:
        return Slip("lacks-day", ("rests", own, "to"), named, last)
    return Slip("lacks-day", ("rests", own, "from"), named)


def _own(festival: Festival, days: frozenset[date], rests: list[Rest]) -> int | None:
    """The rest that has some of a festival's days, else the one that is called by its name."""
    having = (at for at, rest in enumerate(rests) if any(_has(rest, day) for day in days))
    called = (at for at, rest in enumerate(rests) if festival.chinese in rest.title)
    return next(having, next(called, None))


def _has(rest: Rest, day: date) -> bool:
    return rest.first <= day <= rest.last


def _working(one: Arrangement, rests: list[Rest]) -> Iterator[Slip]:
    """The weekends that are worked: of the year, outside the rests, and really weekends."""
    for at, day in enumerate(one.works):
        path: Path = ("works", at)
        rest = next((rest for rest in rests if _has(rest, day)), None)
        if not one.may_arrange(day):
            meant = _years_on(day, one.year - day.year)
            about = {"day": day, "year": one.year}
            yield Slip("another-year", path, about, meant if meant != day else None)
        elif rest is not None:
            yield Slip("rests-and-works", path, {"day": day, "rest": rest.title})
        elif day.weekday() < SATURDAY:
            yield Slip("not-a-weekend", path, {"day": day})
        elif day in one.works[:at]:
            yield Slip("day-twice", path, {"day": day})
