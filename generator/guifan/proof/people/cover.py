"""When posts are there: every minute of the week, on each kind of day there is.

A statutory holiday empties the hours that except holidays; a weekend day worked to make up for one
has the hours of a Monday where its own are none (State Council notices on holidays). So a week is
looked at three times over. Stretches of it are sets of minutes, kept as spans and never sampled.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property, reduce
from itertools import pairwise
from operator import or_

from guifan.corpus.graph import Corpus
from guifan.language.hours import DAY_MINUTES, ClockTime, Hours, Opening
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.role import Role
from guifan.language.kinds.rota import Rota, Shift

DAYS = 7
WEEK = DAYS * DAY_MINUTES
SATURDAY = 5

Span = tuple[int, int]
"""Minutes from the first up to and without the last."""


class DayKind(IntEnum):
    """What a day may be; each has a week of its own on the line of minutes, in this order."""

    ORDINARY = 0
    HOLIDAY = 1
    MADE_UP = 2


@dataclass(frozen=True, slots=True)
class Times:
    """A set of minutes of the three weeks.

    Args:
        spans: in order, none touching the next: ``kind × WEEK + minutes since Monday's midnight``.
    """

    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.spans)

    def __contains__(self, minute: int) -> bool:
        return any(start <= minute < end for start, end in self.spans)

    def __or__(self, other: "Times") -> "Times":
        if not other.spans or self.spans == other.spans:
            return self
        return joined((*self.spans, *other.spans)) if self.spans else other

    def __and__(self, other: "Times") -> "Times":
        common: list[Span] = []
        at = beside = 0
        while at < len(self.spans) and beside < len(other.spans):
            (start, end), (begin, stop) = self.spans[at], other.spans[beside]
            if max(start, begin) < min(end, stop):
                common.append((max(start, begin), min(end, stop)))
            if end < stop:
                at += 1
            else:
                beside += 1
        return Times(tuple(common))

    def __sub__(self, other: "Times") -> "Times":
        edges = (0, *(edge for span in other.spans for edge in span), len(DayKind) * WEEK)
        free = tuple(pair for at, pair in enumerate(pairwise(edges)) if not at % 2)
        return self & Times(tuple(pair for pair in free if pair[0] < pair[1]))

    @property
    def first(self) -> int:
        """The first minute; there must be one."""
        return self.spans[0][0]

    def week(self, kind: DayKind) -> tuple[Span, ...]:
        """What lies in one of the weeks, in minutes since its Monday's midnight."""
        base = kind * WEEK
        part = self & Times(((base, base + WEEK),))
        return tuple((start - base, end - base) for start, end in part.spans)

    def hours(self, kind: DayKind) -> Hours:
        """One of the weeks as opening hours."""
        days = Times(tuple((at * DAY_MINUTES, (at + 1) * DAY_MINUTES) for at in range(DAYS)))
        own = days & Times(self.week(kind))
        week = tuple(
            tuple(
                Opening(ClockTime(start - at * DAY_MINUTES), ClockTime(end - at * DAY_MINUTES))
                for start, end in own.spans
                if start // DAY_MINUTES == at
            )
            for at in range(DAYS)
        )
        return Hours(week)

    def ahead(self, minutes: int) -> "Times":
        """From when on one of these minutes comes within so many, whatever days follow.

        The days after the one it is counted from may all be holidays: nothing is longer than the
        run of them around a festival.
        """
        spans: list[Span] = []
        for kind in DayKind:
            base = kind * WEEK
            for start, end in self._by_day(kind):
                spans.append((base + max(start - minutes, _midnight(start)), base + end))
            for start, _ in self._by_day(DayKind.HOLIDAY):
                for turn in range(0, minutes + 2 * WEEK, WEEK):
                    early, late = start - minutes + turn, _midnight(start) + turn
                    spans.append((base + max(early, 0), base + min(late, WEEK)))
        return joined(span for span in spans if span[0] < span[1])

    def _by_day(self, kind: DayKind) -> Iterator[Span]:
        for start, end in self.week(kind):
            cuts = range(_midnight(start) + DAY_MINUTES, end, DAY_MINUTES)
            yield from pairwise((start, *cuts, end))


def joined(spans: Iterable[Span]) -> Times:
    """The minutes of any spans, in any order."""
    whole: list[Span] = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(whole[-1][1], end))
        else:
            whole.append((start, end))
    return Times(tuple(whole))


ALWAYS = Times(
    (
        (0, DayKind.MADE_UP * WEEK),
        (DayKind.MADE_UP * WEEK + SATURDAY * DAY_MINUTES, len(DayKind) * WEEK),
    )
)
"""Every minute; of the days worked to make up for others there are only weekends."""


NEVER = Times()
"""No minute at all."""


def times(hours: Hours) -> Times:
    """When hours are, on days of each kind."""
    week = [[(one.start.minutes, one.end.minutes) for one in day] for day in hours.week]
    weekend = range(SATURDAY, DAYS)
    observes = hours.closed_on_holidays
    made_up = {day: (week[day] or week[0]) if observes else week[day] for day in weekend}
    holiday = [] if observes else week
    return joined(
        (kind * WEEK + day * DAY_MINUTES + start, kind * WEEK + day * DAY_MINUTES + end)
        for kind, days in (
            (DayKind.ORDINARY, dict(enumerate(week))),
            (DayKind.HOLIDAY, dict(enumerate(holiday))),
            (DayKind.MADE_UP, made_up),
        )
        for day, spans in days.items()
        for start, end in spans
    )


def turns(hours: Hours) -> tuple[Span, ...]:
    """The stretches that are worked at one go, in minutes since Monday's midnight.

    One that goes on past midnight, for under 24 hours in all, is one; Sunday's ends after the week.
    """
    openings = [
        (day * DAY_MINUTES + one.start.minutes, day * DAY_MINUTES + one.end.minutes)
        for day, day_openings in enumerate(hours.week)
        for one in day_openings
    ]
    kept: list[Span] = []
    for start, end in openings:
        if kept and _goes_on(kept[-1], (start, end)):
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((start, end))
    if len(kept) > 1 and _goes_on(kept[-1], (kept[0][0] + WEEK, kept[0][1] + WEEK)):
        kept[-1] = (kept[-1][0], kept.pop(0)[1] + WEEK)
    return tuple(kept)


def _goes_on(before: Span, after: Span) -> bool:
    touches = before[1] == after[0] and not after[0] % DAY_MINUTES
    return touches and after[1] - before[0] < DAY_MINUTES


def _midnight(minute: int) -> int:
    return minute - minute % DAY_MINUTES


@dataclass(frozen=True)
class Cover:
    """Who is there when, by the rotas.

    Args:
        corpus: the posts and their rotas.
    """

    corpus: Corpus
    _in_time: dict[tuple[tuple[str, ...], int], Times] = field(default_factory=dict)
    _open: dict[str, Times] = field(default_factory=dict)

    @cached_property
    def rotas(self) -> tuple[Rota, ...]:
        """All rotas; where there are none nothing says when anybody is there."""
        return self.corpus.of(Rota)

    def open(self, channel: Channel) -> Times:
        """When a channel is open."""
        if channel.id not in self._open:
            self._open[channel.id] = times(channel.hours)
        return self._open[channel.id]

    @cached_property
    def ever_open(self) -> Times:
        """When any channel is."""
        return reduce(or_, map(self.open, self.corpus.of(Channel)), NEVER)

    @cached_property
    def on_site(self) -> Mapping[str, Times]:
        """By post, when somebody of it is at work."""
        return self._by_post(on_call=False)

    @cached_property
    def on_call(self) -> Mapping[str, Times]:
        """By post, when somebody of it comes when called."""
        return self._by_post(on_call=True)

    @cached_property
    def office(self) -> Times:
        """The hours of posts on no rota: of the first calendar that closes on holidays."""
        calendars = self.corpus.manual.calendars if self.corpus.manual else ()
        named = (one.hours for one in calendars if one.hours.closed_on_holidays)
        return next((times(hours) for hours in named), NEVER)

    def there(self, post: str) -> Times:
        """When a post is at work or on call."""
        if post not in self.on_site and post not in self.on_call:
            return self.office
        return self.on_site.get(post, NEVER) | self.on_call.get(post, NEVER)

    def reached(self, *posts: str) -> Times:
        """When one of some posts, or somebody who stands in for one, is at work or on call."""
        return reduce(or_, map(self.there, self.standing_in(*posts)), NEVER)

    def in_time(self, posts: tuple[str, ...], minutes: int) -> Times:
        """From when on one of some posts, or who stands in, comes within so many minutes."""
        key = posts, minutes
        if key not in self._in_time:
            self._in_time[key] = self.reached(*posts).ahead(minutes)
        return self._in_time[key]

    def standing_in(self, *posts: str) -> tuple[str, ...]:
        """Some posts and their own deputies."""
        roles = self.corpus.some(Role, posts)
        return tuple(dict.fromkeys((*posts, *(name for role in roles for name in role.deputies))))

    def present(self, minute: int) -> tuple[Role, ...]:
        """The posts at work at a minute, in the order of the rotas."""
        names = tuple(name for name, when in self.on_site.items() if minute in when)
        return self.corpus.some(Role, names)

    def counted(self, name: str | None) -> Times | None:
        """The hours of one of the manual's calendars; None where there is no such calendar."""
        return self._counted.get(name or "")

    @cached_property
    def _counted(self) -> Mapping[str, Times]:
        calendars = self.corpus.manual.calendars if self.corpus.manual else ()
        return {one.id: times(one.hours) for one in calendars}

    def _by_post(self, *, on_call: bool) -> Mapping[str, Times]:
        found: dict[str, Times] = {}
        for rota in self.rotas:
            for shift in rota.shifts:
                if shift.on_call is on_call:
                    found[shift.role] = found.get(shift.role, NEVER) | times(shift.hours)
        return found


def staffing(rotas: Iterable[Rota], posts: Iterable[str]) -> Times:
    """When somebody of some posts is at work by some rotas."""
    wanted = frozenset(posts)
    shifts = (shift for rota in rotas for shift in rota.shifts)
    there = (times(one.hours) for one in shifts if one.role in wanted and not one.on_call)
    return reduce(or_, there, NEVER)


@dataclass(frozen=True, slots=True)
class Handover:
    """Two shifts of one post, the second of which begins too late before the first ends.

    Args:
        before, after: the shifts; ``after`` is the one that goes on.
        minute: when the first ends, in minutes since Monday's midnight.
        overlap: for how many minutes both are there.
    """

    before: Shift
    after: Shift
    minute: int
    overlap: int


def handovers(rota: Rota, during: Times) -> Iterator[Handover]:
    """Where a shift ends and another of the same post goes on, the one with most time in common.

    Only ordinary weeks are looked at: a holiday takes whole shifts away and moves none.

    Args:
        rota: the shifts.
        during: the hours in which handing over matters.
    """
    worked = [(one, span) for one in rota.shifts if not one.on_call for span in turns(one.hours)]
    for before, (_, ended) in worked:
        minute = ended % WEEK
        if not (minute in during and (minute - 1) % WEEK in during):
            continue
        common = [
            (ended - start - turn, after)
            for after, (start, end) in worked
            if after.role == before.role and after.id != before.id
            for turn in (0, WEEK, -WEEK)
            if start + turn <= ended < end + turn
        ]
        if common:
            overlap, after = max(common, key=lambda one: one[0])
            yield Handover(before, after, minute, overlap)
