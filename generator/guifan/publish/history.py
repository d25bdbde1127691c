"""The history of a manual for an audience: its editions read and compared, each with the next.

Customers are told what was public before and is not internal today, and nothing that is not
released. What only counts up an item's version says that something internal changed: it is left
out, and so is every change of an item whose text then named what is internal now.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType

from guifan.changes.change import Change
from guifan.changes.diff import diff
from guifan.changes.editions import Edition
from guifan.corpus.editions import edition
from guifan.corpus.facts import digested
from guifan.corpus.graph import Corpus
from guifan.language.anatomy import spots
from guifan.language.model import Audience, Item, Text
from guifan.language.texts import mentions
from guifan.manual.history import NO_HISTORY, History, Period, Told, told
from guifan.publish.editions import digest_of, numbers, read_edition
from guifan.publish.periods import Periods

KEPT = ".guifan/history-{}-{}.json"
"""From the manual's folder, by audience and language."""

_UNTOLD = frozenset({"also", "slips"})
"""Fields by which something is found or asked: a change of them changes nothing that is done."""

_COUNTED = frozenset({"version", "effective"})
"""Fields that change with every other, an internal one too."""


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a history is told.

    Args:
        audience: customers or staff.
        language: ``zh`` or ``en``.
        day: on which calendars are looked at.
    """

    audience: Audience
    language: str
    day: date


def history(root: Path, corpus: Corpus, reader: Reader, *, cached: bool = False) -> History:
    """What each edition in ``editions/`` changed, and what the manual announces.

    Args:
        root: the manual's folder.
        corpus: the manual as it is, for all audiences.
        reader: for whom.
        cached: whether what an edition changed is kept, and taken from what was kept.

    Raises:
        CannotRead: an edition cannot be read.
    """
    every = numbers(root)
    if not every:
        return NO_HISTORY
    now = edition(corpus, reader.audience)
    ids = now.aliases
    hidden = frozenset(item.id for item in corpus if item.id not in now)

    @cache
    def seen(number: int) -> Edition:
        return _seen(read_edition(root, number), corpus, hidden, reader.audience)

    def period(before: int | None, number: int) -> Period:
        new = seen(number)
        old = None if before is None else seen(before)
        changes = _changes(old.corpus, new.corpus, reader, ids) if old else ()
        return Period(number, _title(new), new.day, old is None, changes)

    home = root / KEPT.format(reader.audience.value, reader.language)
    kept = Periods(home if cached else None)
    texts = [digest_of(root, number) for number in every]
    told_by = repr((reader, sorted(hidden), sorted(corpus.aliases.items()), sorted(ids.items())))
    periods: list[Period] = []
    for at, number in enumerate(every):
        make = partial(period, every[at - 1] if at else None, number)
        key = digested((told_by, *texts[max(0, at - 1) : at + 1]))
        periods.append(kept.of(key, make))
    kept.keep()
    if reader.audience is Audience.INTERNAL:
        changes = _changes(seen(every[-1]).corpus, now, reader, ids)
        periods += [Period(None, "", None, False, changes)] if changes else []
    coming = _changes(_unannounced(now), now, reader, ids) if now.announced else ()
    return History(
        tuple(reversed(periods)),
        tuple(sorted(coming, key=lambda one: one.since or date.max)),
    )


def _seen(past: Edition, today: Corpus, hidden: frozenset[str], audience: Audience) -> Edition:
    """An edition as its readers may see it today, without what is hidden from them by now."""
    entries = {
        name: entry
        for name, entry in past.corpus.entries.items()
        if today.aliases.get(name, name) not in hidden
    }
    aliases = {was: name for was, name in past.corpus.aliases.items() if name in entries}
    kept = Corpus(MappingProxyType(entries), MappingProxyType(aliases), past.corpus.broken)
    return replace(past, corpus=edition(kept, audience))


def _title(past: Edition) -> str:
    return past.corpus.manual.edition if past.corpus.manual else ""


def _unannounced(corpus: Corpus) -> Corpus:
    """The corpus with nothing announced."""
    bare = {name: replace(corpus.entries[name], revisions=()) for name in corpus.announced}
    return replace(corpus, entries=MappingProxyType({**corpus.entries, **bare}))


def _changes(old: Corpus, new: Corpus, reader: Reader, ids: Mapping[str, str]) -> tuple[Told, ...]:
    """What changed, in words; ``ids`` are the former ones with today's."""
    changes: Iterator[Change] = iter(diff(old, new, reader.day, _UNTOLD))
    if reader.audience is Audience.PUBLIC:
        changes = (one for one in changes if not _tells_of_hidden(one))
    return tuple(told(changes, reader.language, ids))


def _tells_of_hidden(change: Change) -> bool:
    """Whether a change of public items tells customers that, or how, internal ones changed."""
    if change.delta and not change.delta.trail and change.delta.shape.attribute in _COUNTED:
        return True
    return _names_hidden(change.sides.old, change.before) or _names_hidden(
        change.sides.new, change.item
    )


def _names_hidden(corpus: Corpus, item: Item) -> bool:
    """Whether a text of the item names what is not in the corpus: it would print as an id."""
    return any(
        corpus.resolve(one.address) is None
        for spot in spots(item)
        if isinstance(spot.marker, Text)
        for one in mentions(spot.value)
    )
