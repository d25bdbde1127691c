"""On which days something is in force: an item, what it will be, and what it says."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from guifan.corpus.graph import Link
from guifan.language.anatomy import spots
from guifan.language.document import Entry
from guifan.language.kinds.service import Service
from guifan.language.model import Item, State

_DAY = timedelta(days=1)


class Fault(Enum):
    """Why something is not in force."""

    DRAFT = "draft"
    RETIRED = "retired"
    NOT_YET = "not-yet"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Phase:
    """An item as it is from a day to a day, both within."""

    item: Item
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Gap:
    """The first day on which something is needed and not in force.

    Args:
        fault: why.
        day: that day.
        since: from when it will be in force, or the last day on which it was; None for what has
            been withdrawn or not released.
    """

    fault: Fault
    day: date
    since: date | None = None


def phases(entry: Entry) -> tuple[Phase, ...]:
    """An item as it is, then as it will be; a phase that ends before it begins is left out."""
    if not entry.revisions:
        only = _phase(entry.item, date.max, entry.begun)
        return (only,) if only.first <= only.last else ()
    items = [entry.item, *(one.item for one in entry.revisions)]
    ends = [after.effective - _DAY for after in items[1:]]
    begins = [entry.begun, *(after.effective for after in items[1:])]
    found = map(_phase, items, [*ends, date.max], begins)
    return tuple(one for one in found if one.first <= one.last)


def _phase(item: Item, end: date, first: date) -> Phase:
    """A promotion holds within its own days only."""
    last = min(end, item.expires or date.max)
    if isinstance(item, Service):
        first, last = max(first, item.starts or first), min(last, item.ends or last)
    return Phase(item, first, last)


def throughout(entry: Entry) -> tuple[date, date] | None:
    """From when to when an item is in force without a break; None where that takes a closer look.

    Most items are released and have no future; every reference to one of them asks.
    """
    if entry.revisions or entry.item.status is not State.RELEASED:
        return None
    only = _phase(entry.item, date.max, entry.begun)
    return (only.first, only.last) if only.first <= only.last else None


def together(one: Entry, other: Entry) -> bool:
    """Whether two items hold on some day at once; what takes the place of another does not."""
    return any(
        mine.first <= theirs.last and theirs.first <= mine.last
        for mine in phases(one)
        for theirs in phases(other)
    )


def said(entry: Entry, link: Link) -> tuple[date, date]:
    """The first and the last day on which an item says what a link says; the last may be no end."""
    if not entry.revisions:
        return entry.item.effective, entry.item.expires or date.max
    items = [entry.item, *(one.item for one in entry.revisions)]
    at = int(link.path[1]) + 1 if link.path[0] == "next" else 0
    end = at + 1
    while end < len(items) and _says(items[end], link):
        end += 1
    until = items[end - 1].expires or date.max
    if end < len(items):
        until = items[end].effective - _DAY
    return items[at].effective, until


def _says(item: Item, link: Link) -> bool:
    marked = (link.spot.path, link.spot.value)
    return any((one.path, one.value) == marked for one in spots(item))


def gap(entry: Entry, first: date, last: date) -> Gap | None:
    """The first day of a stretch on which an item is not in force, if there is one."""
    day = first
    before: Phase | None = None
    for phase in phases(entry):
        if phase.last < day:
            before = phase
            continue
        if phase.first > min(day, last):
            break
        if phase.item.status is not State.RELEASED:
            return Gap(Fault(phase.item.status.value), day)
        if phase.last >= last:
            return None
        before, day = phase, phase.last + _DAY
    if day > last:
        return None
    if before is not None:
        return Gap(Fault.ENDED, day, before.last)
    begins = next((one.first for one in phases(entry)), None)
    return Gap(Fault.NOT_YET, day, begins) if begins else Gap(Fault.ENDED, day, entry.item.expires)
