"""Where the cards of a flow stand: columns by longest path, bands of columns, rows in lanes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

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


def bands(
    column: dict[str, int], lane: dict[str, int], arrows: Sequence[tuple[str, str]], most: int
) -> tuple[Band, ...]:
    """Cut the columns into as few bands as can be, where the fewest arrows cross.

    Args:
        column: each card's column, in reading order.
        lane: each card's lane, from 0 at the top.
        arrows: from card to card.
        most: the most columns that fit side by side; at least 1.
    """
    spans = [sorted((column[source], column[target])) for source, target in arrows]
    width = max(column.values(), default=-1) + 1
    cuts = _cuts([(low, high) for low, high in spans], width, most)
    return tuple(
        _band(
            {name: at - start for name, at in column.items() if start <= at < end},
            lane,
            end - start,
        )
        for start, end in pairwise(cuts)
    )


def _cuts(spans: Iterable[tuple[int, int]], width: int, most: int) -> tuple[int, ...]:
    """Where bands begin and end: fewest bands, then fewest arrows across, then most even."""
    crossed = [0] * (width + 1)
    for low, high in spans:
        for cut in range(low + 1, high + 1):
            crossed[cut] += 1
    best: list[tuple[int, int, int, tuple[int, ...]]] = [(0, 0, 0, (0,))]
    for end in range(1, width + 1):
        best.append(
            min(
                (count + 1, across + crossed[end], uneven + (end - start) ** 2, (*cuts, end))
                for start in range(max(0, end - most), end)
                for count, across, uneven, cuts in [best[start]]
            )
        )
    return best[width][3]


def _band(column: dict[str, int], lane: dict[str, int], width: int) -> Band:
    """Stack the cards that share a column and a lane."""
    depth: dict[tuple[int, int], int] = {}
    place: dict[str, int] = {}
    for name, at in column.items():
        place[name] = depth.get((at, lane[name]), 0)
        depth[at, lane[name]] = place[name] + 1
    rows = [max((n for (_, of), n in depth.items() if of == x), default=0) for x in range(LANES)]
    first = [0, *accumulate(rows)]
    cells = {name: Cell(at, first[lane[name]] + place[name]) for name, at in column.items()}
    return Band(cells, width, tuple(rows))
