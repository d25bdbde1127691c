"""Which way each arrow of a band goes, and on which track.

Left of every column runs a gutter (and one more at the right margin), below every row a channel.
An arrow turns only in these, so it never crosses a card. Arrows that would lie on each other get
tracks of their own; arrows into the same card share one and so visibly join. Cards are entered and
left at different heights, so that two arrows never look like one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from guifan.manual.diagrams.grid import Cell

ENTRY = 34
"""Where an arrow enters a card, in px below its top; a straight one leaves there too."""
BACK_ENTRY = 64
"""Where an arrow that goes back enters."""
UPWARD_PORT = 14
DOWNWARD_PORT = 54
PORT_PITCH = 20
BACK_PITCH = 12


@dataclass(frozen=True, slots=True)
class Wire:
    """An arrow within a band.

    Args:
        source: where it leaves; None when it comes in from another band.
        target: where it arrives; None when it goes on in another band.
        label: words on it, as short as there is room for.
        back: it returns to an earlier card.
        mark: the words at the end that lies in another band.
        full: the label in full.
    """

    source: Cell | None
    target: Cell | None
    label: str = ""
    back: bool = False
    mark: str = ""
    full: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """A wire's way: out of its card, by a gutter to a channel, by a gutter into its card.

    Args:
        wire: the arrow.
        port: where it leaves its card: px below the top on the right side or, going back, px right
            of the middle of the lower side.
        leaves: the gutter it first turns in, or None.
        channel: the row below which it runs, or None.
        enters: the gutter it turns in before its target, or None.
    """

    wire: Wire
    port: int = 0
    leaves: int | None = None
    channel: int | None = None
    enters: int | None = None


@dataclass(frozen=True, slots=True)
class Tracks:
    """The track of each route in its gutters and channel, and how many each of these needs."""

    leaving: dict[int, int]
    running: dict[int, int]
    entering: dict[int, int]
    gutters: dict[int, int]
    channels: dict[int, int]


@dataclass(frozen=True, slots=True)
class _Leg:
    """A stretch in one gutter or channel; legs with the same key lie on each other."""

    place: int
    key: tuple[int, ...]
    low: int
    high: int


def route(wires: Sequence[Wire], cells: Iterable[Cell], columns: int) -> tuple[Route, ...]:
    """Find each wire's way around the cards, in the order of the wires."""
    taken = frozenset(cells)
    routes = [_way(wire, taken, columns) for wire in wires]
    ports = _ports(routes)
    return tuple(
        Route(way.wire, ports.get(index, 0), way.leaves, way.channel, way.enters)
        for index, way in enumerate(routes)
    )


def assign(routes: Sequence[Route], columns: int) -> Tracks:
    """Give every stretch a track on which it meets no other."""
    leaving = {i: _leaving(i, r) for i, r in enumerate(routes) if r.leaves is not None}
    entering = {i: _entering(r) for i, r in enumerate(routes) if r.enters is not None}
    running = {i: _running(i, r, columns) for i, r in enumerate(routes) if r.channel is not None}
    gutter = _colour([*leaving.values(), *entering.values()])
    channel = _colour(running.values())
    return Tracks(
        leaving={i: gutter[leg.place, leg.key] for i, leg in leaving.items()},
        running={i: channel[leg.place, leg.key] for i, leg in running.items()},
        entering={i: gutter[leg.place, leg.key] for i, leg in entering.items()},
        gutters=_counts(gutter),
        channels=_counts(channel),
    )


def _way(wire: Wire, taken: frozenset[Cell], columns: int) -> Route:
    source, target = wire.source, wire.target
    if wire.back and source:
        return Route(wire, channel=source.row, enters=target.column if target else None)
    row = source.row if source else target.row if target else 0
    first = source.column + 1 if source else 0
    last = target.column if target else columns
    if not any(Cell(column, row) in taken for column in range(first, last)):
        turns = source is not None and target is not None and source.row != target.row
        return Route(wire, enters=last if turns else None)
    return Route(
        wire,
        leaves=first if source else None,
        channel=min(end.row for end in (source, target) if end),
        enters=last if target else None,
    )


def _ports(routes: Sequence[Route]) -> dict[int, int]:
    """Where wires leave their card; on the right: straight, one upward, the rest below.

    The nearer row leaves higher, so that wires out of one card do not cross.
    """
    ports: dict[int, int] = {}
    taken: dict[Cell, set[int]] = {}
    nearest = sorted(enumerate(routes), key=lambda item: _row(item[1].wire.target))
    for index, way in nearest:
        if way.wire.source is None:
            continue
        used = taken.setdefault(way.wire.source, set())
        ports[index] = next(port for port in _wishes(way) if port not in used)
        used.add(ports[index])
    return ports


def _wishes(way: Route) -> Iterator[int]:
    """The heights that suit a wire, the best first."""
    source, target = way.wire.source, way.wire.target
    if way.wire.back:
        yield from count(0, BACK_PITCH)
    elif way.channel is None and way.enters is None:
        yield ENTRY
    elif source and target and target.row < source.row:
        yield UPWARD_PORT
    yield from count(DOWNWARD_PORT, PORT_PITCH)


def _leaving(index: int, way: Route) -> _Leg:
    row = way.wire.source.row if way.wire.source else 0
    ends = sorted((2 * row, 2 * (way.channel or 0) + 1))
    return _Leg(way.leaves or 0, (0, index), ends[0], ends[1])


def _entering(way: Route) -> _Leg:
    target = way.wire.target or Cell(0, 0)
    start = 2 * way.channel + 1 if way.channel is not None else 2 * _row(way.wire.source)
    ends = sorted((start, 2 * target.row))
    key = (1, target.column, target.row, int(way.wire.back))
    return _Leg(way.enters or 0, key, ends[0], ends[1])


def _running(index: int, way: Route, columns: int) -> _Leg:
    """Gutters count even, the middles of columns odd, the margins lie outside both."""
    margin = 2 * columns + 1
    if way.leaves is not None:
        start = 2 * way.leaves
    else:
        start = 2 * way.wire.source.column + 1 if way.wire.source else -1
    end = 2 * way.enters if way.enters is not None else (-1 if way.wire.back else margin)
    return _Leg(way.channel or 0, (index,), min(start, end), max(start, end))


def _row(cell: Cell | None) -> int:
    return cell.row if cell else 0


def _colour(legs: Iterable[_Leg]) -> dict[tuple[int, tuple[int, ...]], int]:
    """Greedy interval colouring, the longest first: the lowest track where a leg is alone."""
    hull: dict[tuple[int, tuple[int, ...]], tuple[int, int]] = {}
    for leg in legs:
        low, high = hull.get((leg.place, leg.key), (leg.low, leg.high))
        hull[leg.place, leg.key] = (min(low, leg.low), max(high, leg.high))
    track: dict[tuple[int, tuple[int, ...]], int] = {}
    for name in sorted(hull, key=lambda name: (name[0], hull[name][0], -hull[name][1], name[1])):
        low, high = hull[name]
        met = {
            track[other]
            for other in track
            if other[0] == name[0] and hull[other][0] <= high and low <= hull[other][1]
        }
        track[name] = next(free for free in range(len(met) + 1) if free not in met)
    return track


def _counts(track: dict[tuple[int, tuple[int, ...]], int]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for (place, _), number in track.items():
        counts[place] = max(counts.get(place, 0), number + 1)
    return counts
