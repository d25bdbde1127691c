"""The difference of two manuals, as changes that a reader understands."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from guifan.changes.change import Change, Sides
from guifan.changes.deltas import Delta, Sort, deltas
from guifan.changes.kinds import kind_of
from guifan.changes.kinds.announcement_moved import AnnouncementMoved
from guifan.changes.kinds.announcement_withdrawn import AnnouncementWithdrawn
from guifan.changes.kinds.item_added import ItemAdded
from guifan.changes.kinds.item_removed import ItemRemoved
from guifan.changes.kinds.item_renamed import ItemRenamed
from guifan.changes.posts import concerned
from guifan.changes.strictness import times_of
from guifan.corpus.graph import Corpus
from guifan.corpus.renames import aligned, renames
from guifan.corpus.views import in_order
from guifan.language.document import Entry
from guifan.language.model import Item, Part

_FOLLOWS = frozenset({"version", "effective"})
"""Fields that change because others do: alone they are told, beside others they are not."""


def diff(
    old: Corpus, new: Corpus, day: date, untold: frozenset[str] = frozenset()
) -> tuple[Change, ...]:
    """What changed from one manual to another, the weightiest first, then in reading order.

    What could not be loaded on either side is left out: nothing is known of it.

    Args:
        old: the one.
        new: the other.
        day: on which calendars are looked at, where two times compare by the calendar alone.
        untold: fields of which nothing is said.
    """
    renamed = renames(old, new).values()
    past, new = aligned(old, new)
    sides = Sides(past, new, times_of(past, new, day))
    unknown = old.broken | new.broken
    found: list[Change] = []
    for item in in_order(new, new):
        before = past.entries.get(item.id)
        if before and type(before.item) is type(item):
            hushed = set(untold)
            if item.id in renamed:
                hushed.add("was")
                found.append(_renamed(sides, before.item, item))
            found += _in_item(sides, before, new.entries[item.id], hushed)
        elif item.id not in unknown:
            found.append(_whole(ItemAdded, sides, item))
    for gone in in_order(past, past):
        after = new.entries.get(gone.id)
        if gone.id not in unknown and not (after and type(after.item) is type(gone)):
            found.append(_whole(ItemRemoved, sides, gone))
    return tuple(sorted(found, key=lambda change: change.weight))


def _whole(kind: type[Change], sides: Sides, item: Item) -> Change:
    """An item that came or went."""
    came = kind is ItemAdded
    corpus = sides.new if came else sides.old
    posts = _posts(sides, concerned(corpus, item))
    since = item.effective if came else None
    return kind(sides=sides, before=item, item=item, since=since, posts=posts)


def _renamed(sides: Sides, before: Item, item: Item) -> Change:
    posts = _posts(sides, concerned(sides.new, item))
    return ItemRenamed(sides=sides, before=before, item=item, posts=posts)


def _in_item(sides: Sides, before: Entry, after: Entry, untold: set[str]) -> Iterator[Change]:
    """What changed in one item, now and in what is announced."""
    old, new = before.item, after.item
    if old == new and before.revisions == after.revisions:
        return
    found = [one for one in deltas(old, new) if untold.isdisjoint(_fields(one))]
    since = new.effective if new.effective != old.effective else None
    for delta in _telling(found):
        yield _change(kind_of(delta), sides, _Stage(old, new, since), delta)
    yield from _announced(sides, before, after, [_mark(delta) for delta in found])


def _fields(delta: Delta) -> Iterator[str]:
    """The fields from the item down to the difference."""
    yield from (step.shape.attribute for step in delta.trail)
    yield delta.shape.attribute


def _telling(found: list[Delta]) -> list[Delta]:
    """The differences without those that only follow from others."""
    return [one for one in found if one.shape.attribute not in _FOLLOWS or one.trail] or found


@dataclass(frozen=True, slots=True)
class _Stage:
    """Two states of an item, the later one from a day on."""

    before: Item
    item: Item
    since: date | None


def _change(
    make: Callable[..., Change], sides: Sides, stage: _Stage, delta: Delta, **more: Any
) -> Change:
    was = concerned(sides.old, stage.before, _parts(delta, old=True))
    now = concerned(sides.new, stage.item, _parts(delta, old=False))
    posts = {Sort.ADDED: now, Sort.REMOVED: was}.get(delta.sort, (*now, *was))
    return make(
        sides=sides,
        before=stage.before,
        item=stage.item,
        since=stage.since,
        posts=_posts(sides, posts),
        delta=delta,
        **more,
    )


def _parts(delta: Delta, *, old: bool) -> tuple[Part, ...]:
    """The parts from the item down to the difference, as they were or as they are."""
    value = delta.old if old else delta.new
    passed = tuple(step.old if old else step.new for step in delta.trail)
    return (*passed, value) if isinstance(value, Part) else passed


def _posts(sides: Sides, names: Iterable[str]) -> tuple[Item, ...]:
    found = (sides.new.get(name) or sides.old.get(name) for name in dict.fromkeys(names))
    return tuple(post for post in found if post)


def _announced(
    sides: Sides, before: Entry, after: Entry, current: list[object]
) -> Iterator[Change]:
    """What became of values to come: newly announced, moved to another day, withdrawn."""
    was, now = list(_stages(before)), list(_stages(after))
    known = [(stage.since, _mark(delta)) for stage, delta in was]
    days = {stage.since for stage, _ in now}
    for stage, delta in now:
        mark = _mark(delta)
        if (stage.since, mark) in known:
            continue
        day = next((day for day, other in known if other == mark and day not in days), None)
        if day is None:
            yield _change(kind_of(delta), sides, stage, delta, announced=True)
        else:
            yield _change(AnnouncementMoved, sides, stage, delta, announced=True, announced_for=day)
    kept = [*current, *(_mark(delta) for _, delta in now)]
    for stage, delta in was:
        if _mark(delta) not in kept:
            yield _change(AnnouncementWithdrawn, sides, stage, delta, announced=True)


def _stages(entry: Entry) -> Iterator[tuple[_Stage, Delta]]:
    """Every difference that is announced, with the states of the item around it."""
    state = entry.item
    for revision in entry.revisions:
        stage = _Stage(state, revision.item, revision.effective)
        yield from ((stage, delta) for delta in _telling(list(deltas(state, revision.item))))
        state = revision.item


def _mark(delta: Delta) -> object:
    """What makes two differences the same, whatever stood there before."""
    return delta.path, delta.sort, delta.new
