"""How far deadlines carry a clock, for every start at once.

A deadline as a function of its start is monotone and made of pieces that stand still or run along
with the start; so are sequences, maxima, minima and repetitions of such functions. They are kept as
those pieces, on the line of moments: what is said of them holds for every second, and none is
sampled. Putting two together goes through the pieces of both once. A proof puts thousands of them
together, so that the loops here are written out and work on plain lists of numbers.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from weakref import WeakKeyDictionary

from guifan.temporal.calendars import Calendar, OutOfHorizonError
from guifan.temporal.duration import Dimension, Duration
from guifan.temporal.moments import DAY, SLOTS, Moment

TRIED = 1_000_000
"""So often a function is repeated from one start before it is repeated from all."""

MOST = 1_000_000
"""So many pieces a function may have. Hours and working hours handed on to one another a thousand
times over, each time at other minutes, come to more; no step of a manual does."""

FURTHEST = date.max.toordinal() * SLOTS
"""The first point of the last day that can be written."""


class IntricateError(OutOfHorizonError):
    """A function turns too often for all of it to be worked out."""


@dataclass(frozen=True, eq=False)
class Pieces:
    """A function by its pieces, side by side and in order; the first begins the stretch.

    Args:
        starts: the first point of each.
        ends: where that point is carried.
        runs: whether later points of it are carried as much further.
    """

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    runs: list[bool] = field(default_factory=list)

    def append(self, start: int, end: int, runs: bool) -> None:
        """Add a piece; one that only goes on with the one before it joins it.

        A single point goes on either way.
        """
        starts, ends, ran = self.starts, self.ends, self.runs
        if starts:
            further = start - starts[-1]
            if end == (ends[-1] + further if runs else ends[-1]) and (
                ran[-1] is runs or further == 1
            ):
                ran[-1] = runs
                return
        starts.append(start)
        ends.append(end)
        ran.append(runs)


@dataclass(frozen=True, eq=False)
class Advance:
    """A monotone function from the points of a stretch of time to points not before them.

    Args:
        start: the first point of the stretch.
        stop: the last one, included. What starts later ends beyond the horizon.
        made: its pieces.
        elapsed: in place of pieces, the seconds that pass, where it is nothing else than so many.
    """

    start: int
    stop: int
    made: Pieces = field(default_factory=Pieces)
    elapsed: int | None = None

    @cached_property
    def _furthest(self) -> "WeakKeyDictionary[Advance, dict[tuple[int, int], int]]":
        """What was found already: a manual compares the same few amounts again and again."""
        return WeakKeyDictionary()

    @cached_property
    def pieces(self) -> Pieces:
        """In order; the first begins the stretch."""
        return self.made if self.elapsed is None else _passed(self.elapsed, self.start, self.stop)

    @property
    def starts(self) -> list[int]:
        """Where the pieces start."""
        return self.pieces.starts

    def __call__(self, point: int) -> int:
        """Where a point is carried.

        Raises:
            OutOfHorizonError: it is not of the stretch.
        """
        if not self.start <= point <= self.stop:
            raise OutOfHorizonError(Moment.at(point))
        pieces = self.pieces
        at = bisect_right(pieces.starts, point) - 1
        return pieces.ends[at] + (point - pieces.starts[at] if pieces.runs[at] else 0)

    def then(self, after: "Advance") -> "Advance":
        """This one, and from its end the other.

        Raises:
            OutOfHorizonError: nothing that this one ends is still within the other.
            IntricateError: it would have too many pieces.
        """
        if self.elapsed is not None and after.elapsed is not None:
            return passing(self.elapsed + after.elapsed, self.start, self.stop)
        if after.elapsed == 0:
            return self
        if self.elapsed == 0 and self.start >= after.start:
            return after._between(self.start, min(self.stop, after.stop))
        return _carried_on(self, after)

    def or_later(self, other: "Advance") -> "Advance":
        """The later of the two: both have to be done."""
        if self is other:
            return self
        if self.elapsed is not None and other.elapsed is not None:
            return self if self.elapsed >= other.elapsed else other
        return _outermost(self, other, latest=True)

    def or_sooner(self, other: "Advance") -> "Advance":
        """The sooner of the two: either will do."""
        if self is other:
            return self
        if self.elapsed is not None and other.elapsed is not None:
            return self if self.elapsed <= other.elapsed else other
        return _outermost(self, other, latest=False)

    def repeated(self, times: int) -> "Advance":
        """This one ``times`` over, by doubling: a million times takes some twenty steps.

        Raises:
            OutOfHorizonError: no start ends within the horizon.
            IntricateError: it would have too many pieces.
        """
        if self.elapsed is not None:
            return passing(self.elapsed * times, self.start, self.stop)
        # Nothing ends sooner than the first start: where that one is beyond, all are.
        point = self.start
        for _ in range(min(times, TRIED)):
            point = self(point)
        if not times:
            return passing(0, self.start, self.stop)
        whole = self
        for bit in bin(times)[3:]:
            whole = whole.then(whole)
            whole = whole.then(self) if bit == "1" else whole
        return whole

    def furthest(self, other: "Advance", first: int, last: int) -> int:
        """The point from ``first`` to ``last`` from which it is carried furthest past the other.

        Furthest in seconds, the earliest of several. Between two turns of either function their
        difference runs straight, so that it is greatest at a turn or just before one.

        Raises:
            OutOfHorizonError: the two have no such point in common.
        """
        found = self._furthest.setdefault(other, {})
        if (first, last) not in found:
            found[first, last] = self._walked_with(other, first, last)
        return found[first, last]

    def _walked_with(self, other: "Advance", first: int, last: int) -> int:
        """The same, by going through the pieces of both once."""
        low, high = max(first, self.start, other.start), min(last, self.stop, other.stop)
        if low > high:
            raise OutOfHorizonError(Moment.at(low))
        if self.elapsed is not None and other.elapsed is not None:
            return low  # they are as far apart from every start
        one, two = self.pieces, other.pieces
        i, j = bisect_right(one.starts, low) - 1, bisect_right(two.starts, low) - 1
        ones, others = [*one.starts, high + 1], [*two.starts, high + 1]
        found, best = low, _seconds(self(low)) - _seconds(other(low))
        begin = low
        while begin <= high:
            following = min(ones[i + 1], others[j + 1], high + 1)
            runs, beside = one.runs[i], two.runs[j]
            end = one.ends[i] + (begin - ones[i] if runs else 0)
            due = two.ends[j] + (begin - others[j] if beside else 0)
            apart = end - end // SLOTS - due + due // SLOTS
            if apart > best:
                found, best = begin, apart
            if runs:
                last = following - 1 - begin
                end += last
                due += last if beside else 0
                apart = end - end // SLOTS - due + due // SLOTS
                if apart > best:
                    found, best = begin + last, apart
            i += ones[i + 1] == following
            j += others[j + 1] == following
            begin = following
        return found

    def _between(self, start: int, stop: int) -> "Advance":
        """The same on a shorter stretch.

        Raises:
            OutOfHorizonError: the stretch is empty.
        """
        if start > stop:
            raise OutOfHorizonError(Moment.at(start))
        if self.elapsed is not None:
            return passing(self.elapsed, start, stop)
        at, beyond = bisect_right(self.starts, start), bisect_right(self.starts, stop)
        made = self.made
        starts, ends = made.starts[at:beyond], made.ends[at:beyond]
        runs = made.runs[at - 1 : beyond]
        return Advance(start, stop, Pieces([start, *starts], [self(start), *ends], runs))


def passing(seconds: int, start: int, stop: int) -> Advance:
    """So many seconds pass by a clock that is never changed, from every start of a stretch.

    What ends at midnight ends at 24:00; from there and from 00:00 the same time passes.

    Raises:
        OutOfHorizonError: they end on no day that can be written.
    """
    stop = min(stop, FURTHEST - (seconds // DAY + 1) * SLOTS)
    if stop < start:
        raise OutOfHorizonError(Moment.at(start))
    return Advance(start, stop, elapsed=seconds)


def advance(calendar: Calendar, duration: Duration, last: Moment | None = None) -> Advance:
    """How far a time limit carries every start of a calendar's days.

    Args:
        calendar: by which it is counted.
        duration: how long it is.
        last: the last start that matters; of the whole calendar where none is given.

    Raises:
        OutOfHorizonError: it is longer than the calendar.
    """
    latest = calendar.latest_start(Moment(calendar.last, DAY), duration)
    if latest is None:
        raise OutOfHorizonError(calendar.last)
    stop = latest.point if last is None else min(latest, last).point
    first = Moment(calendar.first, 0).point
    if duration.dimension is Dimension.SECONDS and calendar.zone is None:
        return passing(int(duration.magnitude), first, stop)
    turns = {first}.union(point for point in calendar.turns(duration) if first < point <= stop)
    return Advance(first, stop, _evaluated(calendar, duration, sorted(turns), stop))


def _evaluated(calendar: Calendar, duration: Duration, turns: list[int], stop: int) -> Pieces:
    """The pieces between turns, each found from its first point and its last."""
    pieces = Pieces()
    ends = calendar.counting(duration)
    stands = duration.dimension not in (Dimension.SECONDS, Dimension.WORKING_SECONDS)
    for begin, following in zip(turns, [*turns[1:], stop + 1], strict=True):
        end = ends(begin)
        pieces.append(begin, end, not stands and ends(following - 1) > end)
    return pieces


def _passed(seconds: int, start: int, stop: int) -> Pieces:
    """The pieces of time that only passes: every midnight is a turn, and so is what ends then."""
    pieces = Pieces()
    if not seconds:
        pieces.append(start, start, runs=True)
        return pieces
    days, over = divmod(seconds, DAY)
    turn = SLOTS - over if over else 1
    for midnight in range(start - start % SLOTS, stop + 1, SLOTS):
        goal = midnight + days * SLOTS
        first = (midnight, goal + over, True) if over else (midnight, goal - 1, False)
        second = (midnight + turn, goal + (SLOTS if over else 0) + 1, True)
        for begin, end, runs in (first, second):
            if start <= begin <= stop:
                pieces.append(begin, end, runs)
            elif begin < start and (begin == second[0] or start < second[0]):
                pieces.append(start, end + (start - begin if runs else 0), runs)
    return pieces


def _carried_on(before: Advance, after: Advance) -> Advance:
    """Where ``after`` carries what ``before`` ends, as long as it is within ``after``."""
    one, two, stop = before.pieces, after.pieces, before.stop
    starts, ends, runs = two.starts, two.ends, two.runs
    edges = [*starts[1:], after.stop + 1]
    at = bisect_right(starts, one.ends[0]) - 1
    if at < 0:
        raise OutOfHorizonError(Moment.at(one.ends[0]))
    made = Pieces()
    append = made.append
    for begin, end, ran, following in zip(
        one.starts, one.ends, one.runs, [*one.starts[1:], stop + 1], strict=True
    ):
        if end > after.stop:
            stop = begin - 1
            break
        while edges[at] <= end:
            at += 1
        append(begin, ends[at] + (end - starts[at] if runs[at] else 0), ran and runs[at])
        if not ran:
            continue
        back = begin - end
        while edges[at] + back < following and edges[at] <= after.stop:
            at += 1
            append(starts[at] + back, ends[at], runs[at])
        if edges[at] + back < following:
            stop = after.stop + back
            break
    if stop < before.start:
        raise OutOfHorizonError(Moment.at(before.start))
    return _made(before.start, stop, made)


def _outermost(first: Advance, second: Advance, *, latest: bool) -> Advance:
    """The later of two functions at every point, or the sooner, piece by piece of both."""
    begin, high = max(first.start, second.start), min(first.stop, second.stop)
    if begin > high:
        raise OutOfHorizonError(Moment.at(begin))
    low, one, two = begin, first.pieces, second.pieces
    i, j = bisect_right(one.starts, begin) - 1, bisect_right(two.starts, begin) - 1
    ones, others = [*one.starts, high + 1], [*two.starts, high + 1]
    made = Pieces()
    append = made.append
    while begin <= high:
        following = min(ones[i + 1], others[j + 1], high + 1)
        runs, beside = one.runs[i], two.runs[j]
        end = one.ends[i] + (begin - ones[i] if runs else 0)
        other = two.ends[j] + (begin - others[j] if beside else 0)
        if end > other or (end == other and runs):
            end, runs, other, beside = other, beside, end, runs
        # The first is the lower one now: where it runs it may come past the other if that stands.
        append(begin, *((other, beside) if latest else (end, runs)))
        past = begin + other - end + 1
        if runs and not beside and past < following:
            append(past, *((other + 1, True) if latest else (other, False)))
        i += ones[i + 1] == following
        j += others[j + 1] == following
        begin = following
    return _made(low, high, made)


def _made(start: int, stop: int, pieces: Pieces) -> Advance:
    """The function of these pieces, unless they are too many."""
    if len(pieces.starts) > MOST:
        raise IntricateError(Moment.at(start))
    return Advance(start, stop, pieces)


def _seconds(point: int) -> int:
    """Seconds on the line of moments: the 24:00 of a day and the 00:00 after it are one instant."""
    return point - point // SLOTS
