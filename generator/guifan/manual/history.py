"""The past of the manual as plain data: what each edition changed, and what is announced.

Another floor compares the editions; here the changes are put into words once, for every page.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from guifan.changes.change import Change, Weight
from guifan.changes.strictness import Strictness

_JUDGED = (Strictness.STRICTER, Strictness.LOOSER, Strictness.MIXED)


@dataclass(frozen=True, slots=True)
class Told:
    """A change in words.

    Args:
        id: of the item, today's where it still stands.
        kind: of the item.
        title: of the item, as plain text.
        where: the parts of the item on the way to what changed; empty for the item itself.
        what: what became of it.
        judged: which state asks more; None where that cannot be told.
        since: the day from which it holds; None where no day was given to it.
        weight: how much it matters.
        place: where the item stands in the manual.
        posts: id and title of each post that it concerns.
    """

    id: str
    kind: str
    title: str
    where: str
    what: str
    judged: Strictness | None
    since: date | None
    weight: Weight
    place: str
    posts: tuple[tuple[str, str], ...]

    @property
    def chapter(self) -> str:
        """The id of the chapter in which the item stands."""
        return self.place.partition(".")[0]

    def concerns(self, post: str) -> bool:
        """Whether it concerns a post."""
        return any(name == post for name, _ in self.posts)


@dataclass(frozen=True, slots=True)
class Period:
    """What changed from one edition to the next.

    Args:
        number: of the later edition; None for what is not released yet.
        title: what the manual called that edition; may be empty.
        day: on which it was released; None for what is not released yet.
        is_first: there is no edition before it to compare with.
        changes: the weightiest first.
    """

    number: int | None
    title: str
    day: date | None
    is_first: bool
    changes: tuple[Told, ...]

    @property
    def anchor(self) -> str:
        """Where it stands on the page of changes."""
        return f"edition-{self.number}" if self.number else "next-edition"

    @property
    def weightiest(self) -> tuple[Told, ...]:
        """The changes, those first that turn a duty stricter or looser, then those of many."""
        return tuple(sorted(self.changes, key=_weight))

    def of(self, changes: Iterable[Told]) -> "Period":
        """The period with only these changes: for a page that shows no others."""
        return replace(self, changes=tuple(changes))


def _weight(told: Told) -> tuple[int, bool, int]:
    return told.weight, told.judged not in _JUDGED, -len(told.posts)


@dataclass(frozen=True, slots=True)
class History:
    """The past of a manual, and what is announced in it.

    Args:
        periods: the newest first; none where no edition was released.
        coming: the announced changes, the earliest first.
    """

    periods: tuple[Period, ...] = ()
    coming: tuple[Told, ...] = ()

    @property
    def last(self) -> Period | None:
        """What the newest edition changed; None where it is the first, or there is none."""
        released = next((one for one in self.periods if one.number), None)
        return None if released is None or released.is_first else released

    @property
    def recent(self) -> tuple[Period, ...]:
        """What the newest edition changed, behind what has changed since."""
        released = next((at for at, one in enumerate(self.periods) if one.number), -1)
        return self.periods[: released + 1]


NO_HISTORY = History()
"""Of a manual of which no edition was released."""


def told(changes: Iterable[Change], language: str, ids: Mapping[str, str]) -> Iterator[Told]:
    """Changes in words.

    Args:
        changes: of one edition.
        language: ``zh`` or ``en``.
        ids: the former ones with today's.
    """
    for one in changes:
        yield Told(
            id=ids.get(one.item.id, one.item.id),
            kind=one.item.kind,
            title=one.title(language),
            where=one.where(language),
            what=one.what(language),
            judged=one.strictness,
            since=one.since,
            weight=one.weight,
            place=one.item.place,
            posts=tuple((ids.get(post.id, post.id), post.title) for post in one.posts),
        )
