"""Every floor beside what is on record for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import log

from tables import table

HEADING = "## Floors"

CHECKED = "## Checking, as a manual grows"
BESIDE = "## Checking, beside other tools"
BUILT = "## Building a whole site, cold"
AGAIN = "## Building a whole site again"
SERVED = "## Serving a site while it is written"
PROVED = "## Exact time proof"
ASKED = "## Questions"
LOADED = "## What a browser loads"
FOUND = "## Search"
BLIND = "## Search, on each set written blind, when it was first asked"
FAULTS = "## Planted faults"

Told = Callable[[str], float]
"""A figure, from the record."""


@dataclass(frozen=True)
class Floor:
    """What was promised of a figure.

    Args:
        what: is measured, with its unit.
        told: the figure.
        floor: what it has to reach.
        command: which measures it, after ``python benchmarks/``.
        is_least: whether it has to be at least so much, not at most.
        peers: what others take, from the record.
    """

    what: str
    told: Told
    floor: float
    command: str
    is_least: bool = False
    peers: Callable[[str], str] = lambda _: "–"


def cells(heading: str, row: str, results: str, *, after: Sequence[str] = ()) -> list[str]:
    """The cells of a row of a section, by how the row begins, behind some words one by one.

    Raises:
        LookupError: there is no such row.
    """
    section = f"\n{results}".partition(f"\n{heading}\n")[2].partition("\n## ")[0]
    for words in after:
        section = section.partition(words)[2]
    for line in section.splitlines():
        found = [one.strip() for one in line.strip("|").split(" | ")]
        if line.startswith("| ") and found[0].startswith(row):
            return found[1:]
    raise LookupError(f"{heading}: {row}")


def numbers(cell: str) -> list[float]:
    """The numbers of a cell."""
    return [float(one.replace(",", "")) for one in re.findall(r"\d[\d,]*\.?\d*", cell)]


def told(
    heading: str, row: str, *, column: int = 0, at: int = 0, after: Sequence[str] = ()
) -> Told:
    """A number of a cell: the first, or another."""
    return lambda results: numbers(cells(heading, row, results, after=after)[column])[at]


def checked(row: str) -> Told:
    """What checking the most items on record costs: behind them may stand how it grows."""

    def found(results: str) -> float:
        sizes = [one for one in cells(CHECKED, "items", results) if numbers(one)]
        return numbers(cells(CHECKED, row, results)[len(sizes) - 1])[0]

    return found


def best_peer(results: str) -> str:
    """What checking an item costs in other tools that keep requirements."""
    names = ("sphinx-needs", "strictdoc", "doorstop")
    each = (f"{one} {cells(BESIDE, one, results)[6]}" for one in names)
    return f"ms an item: {', '.join(each)}; guifan {checked('ms of CPU')(results)}"


def builders(after: Sequence[str], names: Sequence[str], results: str) -> str:
    """What building the same pages costs in other tools."""
    each = (f"{one} {cells(BUILT, one, results, after=after)[0]}" for one in ("guifan", *names))
    return ", ".join(each)


def beside_hugo(results: str) -> float:
    """How many times the CPU seconds of hugo's minimal theme, at the most pages."""
    ours, theirs = (told(BUILT, one, after=COPIES)(results) for one in ("guifan", "hugo"))
    return ours / theirs


def growth(results: str) -> float:
    """The exponent with which building from nothing grows, from the manual to copies of it."""
    pages = [numbers(one)[0] for one in re.findall(r"(?m), ([\d,]+) pages:$", results)][1:3]
    costs = [told(BUILT, "guifan", after=one)(results) for one in (ONCE, COPIES)]
    return log(costs[1] / costs[0]) / log(pages[1] / pages[0])


def checks_grow(results: str) -> float:
    """The exponent with which checking from nothing grows, over the sizes on record."""
    items, costs = (
        (told(CHECKED, row)(results), checked(row)(results)) for row in ("items", "cold")
    )
    return log(costs[1] / costs[0]) / log(items[1] / items[0])


def further(results: str) -> float:
    """KB of a page after the first, as 99 of 100 have at most."""
    return max(map(float, re.findall(r"99 of 100 (\d+) KB", results)))


def copied(results: str) -> float:
    """MB of the whole as one archive."""
    return max(map(float, re.findall(r"as one archive, to carry away: ([\d.]+) MB", results)))


def latest_blind(results: str) -> float:
    """The share of right first results of the set that was written last."""
    section = results.partition(f"\n{BLIND}\n")[2].partition("\n## ")[0]
    return numbers(re.findall(r"(?m)^\| `.*$", section)[-1])[1]


ONCE, COPIES = ("The manual, ",), ("copies of it, ",)
"""In front of the tables of how much was built."""

KEYS = ("first query, KB",)
MANY = ("Ours alone", *KEYS)
"""In front of the tables of what a search costs: the manual's, and copies'."""

AT_LEAST, YES = True, "yes"

FLOORS = (
    Floor(
        "checking 10,000 items, cold, CPU s",
        checked("cold"),
        4,
        "scale",
        peers=best_peer,
    ),
    Floor(
        "checking them after one edit, new process, CPU s",
        checked("one value changed"),
        1,
        "scale",
    ),
    Floor(
        "checking them after one edit, same process, CPU s",
        checked("one value changed, in"),
        0.05,
        "scale",
    ),
    Floor("checking as items grow, exponent", checks_grow, 1.05, "scale"),
    Floor(
        "building some 3,000 pages, cold: mkdocs with Material to guifan",
        told(BUILT, "mkdocs", column=-1, after=ONCE),
        6,
        "build",
        AT_LEAST,
        partial(builders, ONCE, ("mkdocs", "properdocs", "hugo")),
    ),
    Floor(
        "building some 10,000 pages, cold: guifan to hugo's minimal theme",
        beside_hugo,
        2,
        "build",
        peers=partial(builders, COPIES, ("hugo",)),
    ),
    Floor("the same, MiB at most", told(BUILT, "guifan", column=1, after=COPIES), 600, "build"),
    Floor("building as pages grow, exponent", growth, 1.05, "build"),
    Floor(
        "building the manual from nothing, s by the clock",
        told(AGAIN, "from nothing", at=1),
        10,
        "build --again",
    ),
    Floor(
        "building it with nothing changed, s by the clock",
        told(AGAIN, "nothing changed", at=1),
        2,
        "build --again",
    ),
    Floor(
        "building it with one value changed, CPU s",
        told(AGAIN, "a limit's value"),
        2,
        "build --again",
    ),
    Floor("from an edit to its page served, ms", told(SERVED, "its page"), 100, "build --serve"),
    Floor("and to the search, s", told(SERVED, "the search"), 1, "build --serve"),
    Floor(
        "exact time proof of the manual, CPU s",
        told(PROVED, "all (floor 1 s", column=-1),
        1,
        "check",
    ),
    Floor("and of 2,000 procedures, CPU s", told(PROVED, "all (floor 20 s", column=3), 20, "check"),
    Floor("planted faults found, %", told(FAULTS, "all", at=-1), 100, "faults --all", AT_LEAST),
    Floor("1,000 proven questions, CPU s", told(ASKED, "a thousand", column=-1), 2, "quiz"),
    Floor("three papers of 50 from 5,000, CPU s", told(ASKED, "in all", column=-1), 10, "quiz"),
    Floor("first page, KB", told(LOADED, "`index.html`"), 250, "weight.py"),
    Floor("a page after it, KB, 99 of 100", further, 30, "weight.py"),
    Floor("the whole as one archive, MB", copied, 12, "weight.py"),
    Floor("first result right, of 200 queries", told(FOUND, "guifan"), 0.95, "search", AT_LEAST),
    Floor("and of the last set written blind", latest_blind, 0.95, "search", AT_LEAST),
    Floor("no result", told(FOUND, "guifan", column=3), 0.02, "search"),
    Floor(
        "from a key to its results, ms, 95 of 100",
        told(FOUND, "guifan", column=3, at=1, after=KEYS),
        16,
        "search",
    ),
    Floor("first query, KB", told(FOUND, "guifan", after=KEYS), 60, "search"),
    Floor(
        "first query over 10,000 pages, KB",
        told(FOUND, "guifan, 10,000", after=MANY),
        100,
        "search",
    ),
)


def line(floor: Floor, results: str) -> list[str]:
    """The row of a floor; what is not on record is not reached."""
    try:
        number, peers = floor.told(results), floor.peers(results)
    except (LookupError, ValueError):
        shown, reached, peers = "not measured", False, "–"
    else:
        shown = f"{number:.4g}"
        reached = number >= floor.floor if floor.is_least else number <= floor.floor
    bound = f"{'≥' if floor.is_least else '≤'} {floor.floor:g}"
    return [floor.what, bound, shown, YES if reached else "**no**", peers, floor.command]


def written(results: str) -> str:
    """The table, from the record."""
    rows = [line(one, results) for one in FLOORS]
    header = ["", "floor", "on record", "reached", "others", "`python benchmarks/…`"]
    count = sum(YES in row for row in rows)
    return (
        f"{count} of {len(rows)} are reached. Each figure is that of its section below, where the "
        f"machine, the versions and the day stand.\n\n{table([header, *rows])}"
    )
