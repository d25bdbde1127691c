"""The number index: every limit, and what every post may grant, in one table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from guifan.corpus.graph import Corpus
from guifan.corpus.views import quantities
from guifan.language.catalogues import Translator
from guifan.language.kinds.role import Authority, Role
from guifan.language.quantities import Money, Range, Value
from guifan.manual.book import Book, Page
from guifan.manual.outlook import Room, room
from guifan.proof.law.floors import Bounded, bounded_by
from guifan.temporal.duration import Dimension, Duration

_SECONDS: Mapping[Dimension, int] = {
    Dimension.SECONDS: 1,
    Dimension.WORKING_SECONDS: 3,
    Dimension.DAYS: 24 * 3600,
    Dimension.WORKING_DAYS: 34 * 3600,
    Dimension.MONTHS: 30 * 24 * 3600,
}
"""About how long the unit of a dimension takes by the clock on the wall: five working days a week
of eight hours. Good for the order of a table, never for a deadline."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What a post may grant, and how often: one amount of an authority."""

    role: Role
    authority: Authority
    field: str
    each: str
    money: Money

    @property
    def address(self) -> str:
        """Where it stands."""
        return f"{self.role.id}.{self.authority.id}"

    @property
    def key(self) -> str:
        """Its own name among all amounts."""
        return f"{self.address}.{self.field}"


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``limits`` in the order of chapters, then ``grants``.

    ``ranks``: the place of each, by id or key, when sorted by value. By the id of a limit, for
    those that the law bounds: ``floors`` and the ``rooms`` that they leave to them; ``tight``: the
    place of each limit, the one with least room first.
    """
    limits = tuple(quantities(book.corpus))
    grants = tuple(_grants(book.corpus, _))
    values = [(one.id, one.within or one.value) for one in limits]
    values += [(one.key, one.money) for one in grants]
    ordered = sorted(values, key=lambda pair: (*_size(pair[1]), pair[0]))
    ranks = {name: rank for rank, (name, value) in enumerate(ordered)}
    floors = {one.id: bounded_by(book.corpus, one) for one in limits}
    rooms = {one.id: room(book, one, _) for one in limits}
    tight = sorted(limits, key=lambda one: _tightness(rooms[one.id], floors[one.id]))
    return {
        "limits": limits,
        "grants": grants,
        "ranks": ranks,
        "floors": floors,
        "rooms": rooms,
        "tight": {one.id: place for place, one in enumerate(tight)},
    }


def _tightness(left: Room | None, floor: Bounded | None) -> tuple[bool, bool, int]:
    """The least room first, then what does not compare, then what the law does not bound."""
    return floor is None, left is None, left.rank if left else 0


def _grants(corpus: Corpus, _: Translator) -> Iterator[Grant]:
    fields = (
        ("per_case", _("每件")),
        ("per_customer", _("每客户每月")),
        ("per_year", _("每客户每年")),
    )
    for role in corpus.of(Role):
        for authority in role.authority:
            for name, each in fields:
                money = getattr(authority, name)
                if money:
                    yield Grant(role, authority, name, each, money)


def _size(value: Value | None) -> tuple[int, str, Fraction]:
    """Times first, by about how long they take; then each other dimension by itself."""
    measured = value.high if isinstance(value, Range) else value
    if measured is None:
        return 2, "", Fraction(0)
    if isinstance(measured, Duration):
        return 0, "", measured.magnitude * _SECONDS[measured.dimension]
    return 1, str(measured.dimension), measured.magnitude
