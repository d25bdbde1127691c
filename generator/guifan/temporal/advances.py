"""How far deadlines carry a clock, for every start at once.

A deadline as a function of its start is monotone and made of pieces that stand still or run along
with the start; so are sequences, maxima and repetitions of such functions. They are kept as those
pieces, on the line of moments: what is said of them holds for every second, and none is sampled.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

from guifan.temporal.calendars import Calendar, OutOfHorizonError
from guifan.temporal.duration import Duration
from guifan.temporal.moments import DAY, Moment


@dataclass(frozen=True, slots=True)
class Piece:
    """From ``start`` up to the next piece.

    Args:
        start: the first point of the piece.
        end: where that point is carried.
        runs: whether later points are carried as much further (else to the same end).
        point: whether it holds the first point alone, so that it may go on either way.
    """

    start: int
    end: int
    runs: bool
    point: bool = False

    def at(self, point: int) -> int:
        """Where a point of the piece is carried."""
        return self.end + (point - self.start if self.runs else 0)


@dataclass(frozen=True)
class Advance:
    """A monotone function from the points of a stretch of time to points not before them.

    Args:
        pieces: in order; the first begins the stretch.
        stop: the last point of the stretch, included. What starts later ends beyond the horizon.
    """

    pieces: tuple[Piece, ...]
    stop: int

    @property
    def start(self) -> int:
        """The first point of the stretch."""
        return self.pieces[0].start

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
        last = self._last_within(after.stop)
        cuts = chain(self.starts, self._pulled_back(after.starts))
        return _made(cuts, lambda point: after(self(point)), self.start, last)

    def or_later(self, other: "Advance") -> "Advance":
        """The later of the two: both have to be done."""
        start, stop = max(self.start, other.start), min(self.stop, other.stop)
        cuts = sorted(
            {start, *(one for one in (*self.starts, *other.starts) if start < one <= stop)}
        )
        return _made(
            chain(cuts, _crossings(self, other, [*cuts, stop + 1])),
            lambda point: max(self(point), other(point)),
            start,
            stop,
        )

    def repeated(self, times: int) -> "Advance":
        """This one ``times`` over, by doubling: a million times takes forty steps.

        Raises:
            OutOfHorizonError: no start ends within the horizon.
        """
        whole = Advance((Piece(self.start, self.start, runs=True),), self.stop)
        doubled = self
        while times:
            times, odd = divmod(times, 2)
            whole = whole.then(doubled) if odd else whole
            doubled = doubled.then(doubled) if times else doubled
        return whole

    def _last_within(self, limit: int) -> int:
        """The last point that is carried no further than ``limit``."""
        low, high = self.start - 1, self.stop
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self(middle) <= limit else (low, middle - 1)
        return low

    def _pulled_back(self, ends: tuple[int, ...]) -> Iterator[int]:
        """The points that are carried just to these ends, where a piece runs over them."""
        for piece, following in pairwise([*self.pieces, Piece(self.stop + 1, 0, runs=False)]):
            if piece.runs:
                last = piece.at(following.start - 1)
                for at in range(bisect_right(ends, piece.end), bisect_right(ends, last)):
                    yield piece.start + ends[at] - piece.end


def advance(calendar: Calendar, duration: Duration) -> Advance:
    """How far a time limit carries every start of a calendar's days.

    Raises:
        OutOfHorizonError: it is longer than the calendar.
    """
    stop = calendar.latest_start(Moment(calendar.last, DAY), duration)
    if stop is None:
        raise OutOfHorizonError(calendar.last)
    return _made(
        calendar.turns(duration),
        lambda point: calendar.deadline(Moment.at(point), duration).point,
        Moment(calendar.first, 0).point,
        stop.point,
    )


def _crossings(one: Advance, other: Advance, cuts: list[int]) -> Iterator[int]:
    """Between the cuts, the points from which the one that runs is no longer the earlier."""
    for begin, following in pairwise(cuts):
        gap = one(begin) - other(begin)
        last = one(following - 1) - other(following - 1)
        if gap != last and (gap > 0) != (last > 0):
            yield begin + abs(gap)


def _made(cuts: Iterable[int], value: Callable[[int], int], start: int, stop: int) -> Advance:
    """The function with these values, that is of one piece between any two cuts."""
    if stop < start:
        raise OutOfHorizonError(Moment.at(start))
    points = sorted({start, *(cut for cut in cuts if start < cut <= stop)})
    pieces: list[Piece] = []
    for begin, following in pairwise([*points, stop + 1]):
        end = value(begin)
        runs = None if following - begin == 1 else value(following - 1) > end
        joined = _joined(pieces[-1], begin, end, runs) if pieces else None
        if joined:
            pieces[-1] = joined
        else:
            pieces.append(Piece(begin, end, bool(runs), begin + 1 == following))
    return Advance(tuple(pieces), stop)


def _joined(before: Piece, begin: int, end: int, runs: bool | None) -> Piece | None:
    """The piece before with what follows it, where that only goes on; ``runs`` None for a point."""
    for sort in (True, False) if before.point else (before.runs,):
        whole = Piece(before.start, before.end, sort)
        if runs in (None, sort) and whole.at(begin) == end:
            return whole
    return None
