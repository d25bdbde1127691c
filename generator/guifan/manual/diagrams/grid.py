"""Where the cards of a flow stand: columns by longest path, bands of columns, rows in lanes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

LANES = 4


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A place in a band: column and row, both from 0."""

    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Band:
    """One stretch of the flow, a set of columns across all lanes.

    Args:
        cells: each card's place, by id, in reading order.
        columns: how many columns it has.
        lanes: how many rows each lane takes, from the top; an empty lane takes none.
    """

    cells: dict[str, Cell]
    columns: int
    lanes: tuple[int, ...]


def columns(order: Sequence[str], arrows: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Each card's column: the longest way to it along arrows that go forward in ``order``."""
    rank = {name: index for index, name in enumerate(order)}
    column = dict.fromkeys(order, 0)
    forward = [(a, b) for a, b in arrows if a in rank and b in rank and rank[a] < rank[b]]
    for source, target in sorted(forward, key=lambda arrow: (rank[arrow[0]], rank[arrow[1]])):
        column[target] = max(column[target], column[source] + 1)
    return column


def cuts(
    width: int, spans: Iterable[tuple[int, int]], ranges: Collection[tuple[int, int]]
) -> tuple[int, ...]:
    """Where bands begin and end: fewest bands, then fewest arrows across, then most even.

    Args:
        width: how many columns there are.
        spans: first and last column of every arrow.
        ranges: the stretches (start, end) that may be a band; every single column is one.
    """
    crossed = [0] * (width + 1)
    for low, high in spans:
        for cut in range(low + 1, high + 1):
            crossed[cut] += 1
    best: list[tuple[int, int, int, tuple[int, ...]]] = [(0, 0, 0, (0,))]
    for end in range(1, width + 1):
        best.append(
            min(
                (count + 1, across + crossed[end], uneven + (end - start) ** 2, (*ends, end))
                for start in range(end)
                if (start, end) in ranges
                for count, across, uneven, ends in [best[start]]
            )
        )
    return best[width][3]


def band(column: Mapping[str, int], lane: Mapping[str, int], start: int, end: int) -> Band:
    """The cards of the columns from ``start`` to before ``end``, stacked within their lanes.

    Args:
        column: each card's column, in reading order.
        lane: each card's lane, from 0 at the top.
        start: the first column.
        end: the column after the last.
    """
    here = {name: at - start for name, at in column.items() if start <= at < end}
    depth: dict[tuple[int, int], int] = {}
    place: dict[str, int] = {}
    for name, at in here.items():
        place[name] = depth.get((at, lane[name]), 0)
        depth[at, lane[name]] = place[name] + 1
    rows = [max((n for (_, of), n in depth.items() if of == x), default=0) for x in range(LANES)]
    first = [0, *accumulate(rows)]
    cells = {name: Cell(at, first[lane[name]] + place[name]) for name, at in here.items()}
    return Band(cells, end - start, tuple(rows))
