"""How far deadlines carry a clock, for every start at once.

A deadline as a function of its start is monotone and made of pieces that stand still or run along
with the start; so are sequences, maxima and repetitions of such functions. They are kept as those
pieces, on the line of moments: what is said of them holds for every second, and none is sampled.
Putting two together goes through the pieces of both once.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from guifan.temporal.calendars import Calendar, OutOfHorizonError
from guifan.temporal.duration import Dimension, Duration
from guifan.temporal.moments import DAY, SLOTS, Moment


class Piece(NamedTuple):
    """From ``start`` up to the next piece.

    Args:
        start: the first point of the piece.
        end: where that point is carried.
        runs: whether later points are carried as much further (else to the same end).
    """

    start: int
    end: int
    runs: bool

    def at(self, point: int) -> int:
        """Where a point of the piece is carried."""
        return self.end + (point - self.start if self.runs else 0)


@dataclass(frozen=True)
class Advance:
    """A monotone function from the points of a stretch of time to points not before them.

    Args:
        start: the first point of the stretch.
        stop: the last one, included. What starts later ends beyond the horizon.
        made: its pieces, in order; the first begins the stretch.
        elapsed: in place of pieces, the seconds that pass, where it is nothing else than so many.
    """

    start: int
    stop: int
    made: tuple[Piece, ...] = ()
    elapsed: int | None = None

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """In order; the first begins the stretch."""
        if self.elapsed is None:
            return self.made
        return tuple(_passed(self.elapsed, self.start, self.stop))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where the pieces start."""
        return tuple(piece.start for piece in self.pieces)

    def __call__(self, point: int) -> int:
        """Where a point is carried.

        Raises:
            OutOfHorizonError: it is not of the stretch.
        """
        if not self.start <= point <= self.stop:
            raise OutOfHorizonError(Moment.at(point))
        return self.pieces[bisect_right(self.starts, point) - 1].at(point)

    def then(self, after: "Advance") -> "Advance":
        """This one, and from its end the other.

        Raises:
            OutOfHorizonError: nothing that this one ends is still within the other.
        """
        if self.elapsed is not None and after.elapsed is not None:
            return passing(self.elapsed + after.elapsed, self.start, self.stop)
        if after.elapsed == 0:
            return self
        return _put_together(self._carried_on(after), self.start)

    def or_later(self, other: "Advance") -> "Advance":
        """The later of the two: both have to be done."""
        if self.elapsed is not None and other.elapsed is not None:
            return self if self.elapsed >= other.elapsed else other
        start, stop = max(self.start, other.start), min(self.stop, other.stop)
        return _put_together(_later(self, other, start, stop), start)

    def repeated(self, times: int) -> "Advance":
        """This one ``times`` over, by doubling: a million times takes forty steps.

        Raises:
            OutOfHorizonError: no start ends within the horizon.
        """
        if self.elapsed is not None:
            return passing(self.elapsed * times, self.start, self.stop)
        whole = passing(0, self.start, self.stop)
        doubled = self
        while times:
            times, odd = divmod(times, 2)
            whole = whole.then(doubled) if odd else whole
            doubled = doubled.then(doubled) if times else doubled
        return whole

    def _stretches(self, first: int, last: int) -> Iterator[tuple[Piece, int]]:
        """The pieces from one point to another, each with its own last point."""
        at = bisect_right(self.starts, first) - 1
        ends = (*self.starts[at + 1 :], self.stop + 1)
        for piece, following in zip(self.pieces[at:], ends, strict=True):
            if piece.start > last:
                return
            begin = max(piece.start, first)
            yield Piece(begin, piece.at(begin), piece.runs), min(following - 1, last)

    def _carried_on(self, after: "Advance") -> Iterator[tuple[Piece, int]]:
        """Where ``after`` carries what this one ends, as long as it is within ``after``."""
        at = 0
        for piece, last in self._stretches(self.start, self.stop):
            begin, end = piece.start, piece.end
            while begin <= last:
                if end > after.stop:
                    return
                while at + 1 < len(after.pieces) and after.pieces[at + 1].start <= end:
                    at += 1
                onward = after.pieces[at]
                if not piece.runs:
                    yield Piece(begin, onward.at(end), runs=False), last
                    break
                edge = after.pieces[at + 1].start - 1 if at + 1 < len(after.pieces) else after.stop
                stop = min(last, begin + edge - end)
                yield Piece(begin, onward.at(end), onward.runs), stop
                begin, end = stop + 1, end + stop + 1 - begin


def passing(seconds: int, start: int, stop: int) -> Advance:
    """So many seconds pass by a clock that is never changed, from every start of a stretch.

    What ends at midnight ends at 24:00; from there and from 00:00 the same time passes.
    """
    return Advance(start, stop, elapsed=seconds)


def _passed(seconds: int, start: int, stop: int) -> Iterator[Piece]:
    if not seconds:
        yield Piece(start, start, runs=True)
        return
    days, over = divmod(seconds, DAY)
    turn = SLOTS - over if over else 1
    for midnight in range(start - start % SLOTS, stop + 1, SLOTS):
        goal = midnight + days * SLOTS
        first = Piece(midnight, goal + over, True) if over else Piece(midnight, goal - 1, False)
        second = Piece(midnight + turn, goal + (SLOTS if over else 0) + 1, True)
        if first.start < start < second.start:
            first = Piece(start, first.at(start), first.runs)
        elif second.start < start:
            second = Piece(start, second.at(start), second.runs)
        yield from (one for one in (first, second) if start <= one.start <= stop)


def advance(calendar: Calendar, duration: Duration, last: Moment | None = None) -> Advance:
    """How far a time limit carries every start of a calendar's days.

    Args:
        calendar: by which it is counted.
        duration: how long it is.
        last: the last start that matters; of the whole calendar where none is given.

    Raises:
        OutOfHorizonError: it is longer than the calendar.
    """
    stop = calendar.latest_start(Moment(calendar.last, DAY), duration)
    if stop is None:
        raise OutOfHorizonError(calendar.last)
    stop = stop if last is None else min(stop, last)
    first = Moment(calendar.first, 0).point
    if duration.dimension is Dimension.SECONDS and calendar.zone is None:
        return passing(int(duration.magnitude), first, stop.point)
    turns = {first}.union(
        point for point in calendar.turns(duration) if first < point <= stop.point
    )
    return _put_together(_evaluated(calendar, duration, sorted(turns), stop.point), first)


def _evaluated(
    calendar: Calendar, duration: Duration, turns: list[int], stop: int
) -> Iterator[tuple[Piece, int]]:
    """The pieces between turns, each found from its first point and its last."""
    for begin, following in pairwise([*turns, stop + 1]):
        end = calendar.deadline(Moment.at(begin), duration).point
        last = following - 1
        runs = last > begin and calendar.deadline(Moment.at(last), duration).point > end
        yield Piece(begin, end, runs), last


def _later(one: Advance, other: Advance, start: int, stop: int) -> Iterator[tuple[Piece, int]]:
    """The later of two functions, piece by piece of both."""
    others = other._stretches(start, stop)
    held, held_last = next(others)
    for piece, last in one._stretches(start, stop):
        begin = piece.start
        while begin <= last:
            if begin > held_last:
                held, held_last = next(others)
            until = min(last, held_last)
            yield from _higher(
                Piece(begin, piece.at(begin), piece.runs),
                Piece(begin, held.at(begin), held.runs),
                until,
            )
            begin = until + 1


def _higher(one: Piece, other: Piece, last: int) -> Iterator[tuple[Piece, int]]:
    """The higher of two pieces with one start: one that runs may overtake one that stands."""
    low, high = (one, other) if (one.end, one.runs) <= (other.end, other.runs) else (other, one)
    crossing = low.start + high.end - low.end
    if low.runs and not high.runs and crossing < last:
        yield high, crossing
        yield Piece(crossing + 1, low.at(crossing + 1), runs=True), last
    else:
        yield high, last


def _put_together(stretches: Iterator[tuple[Piece, int]], start: int) -> Advance:
    """The function of these pieces; one that only goes on with the one before it joins it."""
    pieces: list[Piece] = []
    last = start - 1
    for piece, until in stretches:
        _append(pieces, piece, last)
        last = until
    if not pieces:
        raise OutOfHorizonError(Moment.at(start))
    return Advance(start, last, tuple(pieces))


def _append(pieces: list[Piece], piece: Piece, last: int) -> None:
    """Add a piece after those that end at ``last``; a single point goes on either way."""
    if pieces:
        before = pieces[-1]
        if before.runs == piece.runs or last == before.start:
            whole = Piece(before.start, before.end, piece.runs)
            if whole.at(piece.start) == piece.end:
                pieces[-1] = whole
                return
    pieces.append(piece)
