"""What editions changed, in words, from one build to the next: an edition never changes again.

Of a file that is not there, not whole, or another program's, nothing is taken.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from guifan.changes.change import Weight
from guifan.changes.strictness import Strictness
from guifan.manual.history import Period, Told
from guifan.publish.program import program
from guifan.publish.sealed import seal, unseal


class Periods:
    """The periods of a manual that are kept for one kind of reader.

    Args:
        path: the file; None where nothing is kept.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._before = _read(path) if path else {}
        self._now: dict[str, Period] = {}

    def of(self, key: str, make: Callable[[], Period]) -> Period:
        """The period that is kept under a key, else one newly made.

        Args:
            key: the digest of all that it rests on.
            make: makes it.
        """
        found = self._before.get(key) or make()
        self._now[key] = found
        return found

    def keep(self) -> None:
        """Keep those that were asked for, and no others."""
        if self._path and self._now != self._before:
            seal(self._path, [program(), {key: _row(one) for key, one in self._now.items()}])


def _read(path: Path) -> dict[str, Period]:
    try:
        maker, rows = unseal(path)
        return {key: _period(*row) for key, row in rows.items()} if maker == program() else {}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _row(one: Period) -> list[Any]:
    day = one.day and one.day.isoformat()
    return [one.number, one.title, day, one.is_first, [_told_row(told) for told in one.changes]]


def _period(number: Any, title: Any, day: Any, is_first: Any, changes: Any) -> Period:
    released = day and date.fromisoformat(day)
    return Period(number, title, released, is_first, tuple(_told(*row) for row in changes))


def _told_row(one: Told) -> list[Any]:
    judged = one.judged and one.judged.value
    since = one.since and one.since.isoformat()
    words = one.id, one.kind, one.title, one.where, one.what
    return [*words, judged, since, one.weight.value, one.place, one.posts]


def _told(*row: Any) -> Told:
    name, kind, title, where, what, judged, since, weight, place, posts = row
    return Told(
        name,
        kind,
        title,
        where,
        what,
        judged and Strictness(judged),
        since and date.fromisoformat(since),
        Weight(weight),
        place,
        tuple((post, called) for post, called in posts),
    )
