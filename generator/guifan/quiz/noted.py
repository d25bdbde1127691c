"""Facts and their ground that note what is asked of them, as the corpus below them does.

What is worked out once and kept is noted again for everyone who is given it.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from guifan.corpus.graph import Corpus
from guifan.corpus.noted import Asked, NotedCorpus, Notes
from guifan.language.catalogues import Translator
from guifan.language.model import Item
from guifan.proof.calendar.clocks import Clocks
from guifan.quiz.base import Base, Value
from guifan.quiz.fact import Fact
from guifan.quiz.facts import SORTS
from guifan.quiz.ground import Ground
from guifan.quiz.said import Said

PAST, AHEAD = "past facts", "facts ahead"
"""The facts of an earlier edition, and those that are announced."""

TODAY = "facts"
"""The facts of the day."""


class NotedGround(Ground):
    """The doors of a ground, each of which notes what passes.

    Args:
        ground: the ground.
        notes: where questions are noted.
    """

    def __init__(self, ground: Ground, notes: Notes) -> None:
        kept: dict[str, tuple[Any, Asked]] = {}
        for name, value in (
            ("_raw", ground),
            ("_notes", notes),
            ("_noted", NotedCorpus(ground.corpus, notes)),
            ("_kept", kept),
        ):
            object.__setattr__(self, name, value)

    _raw: Ground
    _notes: Notes
    _noted: NotedCorpus
    _kept: dict[str, tuple[Any, Asked]]

    @property
    def corpus(self) -> Corpus:
        """The items."""
        return self._noted

    @property
    def clocks(self) -> Clocks | None:
        """The manual's calendars."""
        self._notes.add("clocks")
        return self._raw.clocks

    @property
    def day(self) -> date:
        """The day on which questions are asked."""
        self._notes.add("day")
        return self._raw.day

    @property
    def words(self) -> Translator:
        """The translator, which is the same as long as the edition is."""
        return self._raw.words

    def in_force(self, item: Item | None) -> bool:
        """Whether an item may be asked about."""
        if item is not None:
            self._notes.add("in force", item.id)
        return self._raw.in_force(item)

    def of(self, kind: type[Item]) -> Iterable[Item]:
        """The items of a kind that are in force."""
        self._notes.add("kind in force", kind.kind)
        return self._raw.of(kind)

    def title(self, name: str) -> Said:
        """An item's title."""
        self._notes.add("title", name)
        return self._raw.title(name)


def _again(name: str, own: "cached_property[Any]") -> property:
    """A door for what a ground works out once."""

    def read(ground: NotedGround) -> Any:
        if name not in ground._kept:
            with ground._notes.taken() as asked:
                found = own.func(ground)
            ground._kept[name] = found, asked
        found, asked = ground._kept[name]
        ground._notes.again(asked)
        return found

    return property(read)


for _name, _member in vars(Ground).items():
    if isinstance(_member, cached_property):
        setattr(NotedGround, _name, _again(_name, _member))


class NotedBase(Base):
    """The doors of a base of facts, which note of what sort facts are asked for.

    Args:
        base: the facts, computed from a ground that notes what is asked of it.
        notes: where questions are noted.
        age: the facts of what time they are.
    """

    def __init__(self, base: Base, notes: Notes, age: str = TODAY) -> None:
        rests: dict[str, Asked] = {}
        made: dict[Hashable, tuple[Any, Asked]] = {}
        for name, value in (
            ("_raw", base),
            ("_notes", notes),
            ("_age", age),
            ("_rests", rests),
            ("_once", made),
            ("_past", NotedBase(base.past, notes, PAST) if base.past else None),
            ("_ahead", NotedBase(base.ahead, notes, AHEAD) if base.ahead else None),
        ):
            object.__setattr__(self, name, value)

    _raw: Base
    _notes: Notes
    _age: str
    _rests: dict[str, Asked]
    _once: dict[Hashable, tuple[Any, Asked]]
    _past: "NotedBase | None"
    _ahead: "NotedBase | None"

    @property
    def ground(self) -> Ground:
        """What the facts are computed from."""
        if self._age != TODAY:  # of another time nothing but facts has an answer
            self._notes.add("unlike any", self._age)
        return self._raw.ground

    @property
    def past(self) -> "NotedBase | None":
        """The facts of an earlier edition."""
        self._notes.add("ages")
        return self._past

    @property
    def ahead(self) -> "NotedBase | None":
        """The facts when all that is announced will have come."""
        self._notes.add("ages")
        return self._ahead

    def rests(self, sort: str) -> Asked:
        """What the facts of a sort rest on."""
        if sort not in self._rests:
            with self._notes.taken() as asked:
                self._raw.of(sort)
            self._rests[sort] = asked
        return self._rests[sort]

    def _asked(self, sort: str) -> Base:
        """The facts, of which those of a sort are asked for."""
        self.rests(sort)
        self._notes.add(self._age, sort)
        return self._raw

    def once(self, name: Hashable, make: Callable[[], Value]) -> Value:
        """What a model makes of the facts, and what it rests on for everyone who is given it."""
        if name not in self._once:
            with self._notes.taken() as asked:
                made = make()
            self._once[name] = made, asked
        found: Value
        found, asked = self._once[name]
        self._notes.again(asked)
        return found

    def __iter__(self) -> Iterator[Fact]:
        return (fact for sort in SORTS for fact in self.of(sort))

    def of(self, sort: str) -> Sequence[Fact]:
        """The facts of a sort."""
        return self._asked(sort).of(sort)

    def near(self, fact: Fact) -> Iterator[tuple[Fact, ...]]:
        """Other facts of its sort, nearest first."""
        return self._asked(fact.sort).near(fact)

    def get(self, sort: str, name: str) -> Fact | None:
        """A fact."""
        return self._asked(sort).get(sort, name)

    def about(self, fact: Fact) -> tuple[Fact, ...]:
        """The facts that answer the same question as this one."""
        return self._asked(fact.sort).about(fact)
