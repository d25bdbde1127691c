"""What questions are computed from: the corpus on one day, its clocks, and the words to use."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from guifan.corpus.graph import Corpus
from guifan.corpus.references import plain_text
from guifan.language.catalogues import Translator
from guifan.language.kinds.limit import Limit, Scope
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.procedure import Procedure
from guifan.language.kinds.role import Role
from guifan.language.kinds.service import Service
from guifan.language.model import Item, State
from guifan.language.quantities import Value
from guifan.language.quantities import say as say_quantity
from guifan.language.texts import mentions
from guifan.proof.calendar.clocks import Clocks
from guifan.quiz.fact import Clause
from guifan.quiz.said import Said

_JOINT = re.compile(r"(?<=[\u4e00-\u9fff])(?<!第)(?=\d)")
"""Where a number follows a word with no space between: a reference prints the number alone."""


@dataclass(frozen=True)
class Ground:
    """The corpus on a day.

    Args:
        corpus: the items.
        clocks: the manual's calendars; None where there is no manual.
        day: the day on which questions are asked.
        words: the translator.
    """

    corpus: Corpus
    clocks: Clocks | None
    day: date
    words: Translator

    def in_force(self, item: Item | None) -> bool:
        """Whether an item may be asked about: released, begun, and not over."""
        return (
            item is not None
            and item.status is State.RELEASED
            and item.effective <= self.day
            and (item.expires is None or self.day <= item.expires)
        )

    def of(self, kind: type[Item]) -> Iterable[Item]:
        """The items of a kind that are in force."""
        return (item for item in self.corpus.of(kind) if self.in_force(item))

    def clause(self, item: Item, *parts: str) -> Clause:
        """The clause that an item, or a part of it, is."""
        return Clause(item.id, item.version, ".".join(parts), item.place)

    def text(self, item: Item, raw: str) -> Said:
        """A text of an item with its references filled in."""
        named = frozenset(one.address.partition(".")[0] for one in mentions(raw))
        text = plain_text(self.corpus, raw, self.words.locale).strip()
        return Said(_JOINT.sub(" ", " ".join(text.split("\n"))), named | {item.id})

    def title(self, name: str) -> Said:
        """An item's title."""
        item = self.corpus.get(name)
        return Said(item.title if item else name, frozenset({name}))

    def member(self, taxonomy: str, name: str) -> Said:
        """What a member of a taxonomy is called."""
        found = self.corpus.members(taxonomy).get(name)
        return Said(found.title if found else name, frozenset({taxonomy}))

    def quantity(self, item: Item, value: Value) -> Said:
        """A quantity that an item sets."""
        return Said(say_quantity(value, self.words.locale), frozenset({item.id}))

    def scope(self, scope: Scope | None) -> tuple[Said, ...]:
        """Everything that a scope names, in words."""
        if scope is None:
            return ()
        one = [self.member("area", scope.area)] if scope.area else []
        one += [self.member("event-grade", scope.grade)] if scope.grade else []
        one += [self.member("customer-class", name) for name in scope.customers]
        one += [self.member("complaint-class", name) for name in scope.complaints]
        one += [self.title(name) for name in (*scope.channels, *scope.services)]
        return tuple(one)

    def meant(self, limit: Limit) -> Scope | None:
        """The cases that a limit is for: its scope, else the businesses whose limit it is."""
        named = self._services.get(limit.id)
        return limit.applies or (Scope(services=named) if named else None)

    @cached_property
    def _services(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for service in self.corpus.of(Service):
            for route in (*service.routes, *service.cancels):
                if route.limit:
                    found.setdefault(route.limit, {})[service.id] = None
        return {name: tuple(services) for name, services in found.items()}

    def posts(self, names: Iterable[str | None]) -> tuple[str, ...]:
        """Those of some names that are posts, each once."""
        return tuple(dict.fromkeys(one for one in names if one and self.corpus.one(Role, one)))

    def bound_by(self, limit: Limit) -> tuple[str, ...]:
        """The posts that a limit binds: who answers for it, and whose norms and steps name it."""
        return self._bound.get(limit.id) or self.bound_at(limit.place)

    @cached_property
    def _bound(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str | None]] = {}
        for norm in self.corpus.of(Norm):
            for name in norm.limits:
                found.setdefault(name, []).extend(norm.binds.roles)
        for procedure in self.corpus.of(Procedure):
            for step in procedure.steps:
                if step.limit:
                    found.setdefault(step.limit, []).extend((step.by, step.accountable))
        for limit in self.corpus.of(Limit):
            found.setdefault(limit.id, []).insert(0, limit.answers_to)
        return {name: self.posts(roles) for name, roles in found.items()}

    def bound_at(self, place: str) -> tuple[str, ...]:
        """The posts that the norms of a section bind, else those of its chapter."""
        return self._at.get(place) or self._at.get(place.partition(".")[0], ())

    @cached_property
    def _at(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for norm in self.corpus.of(Norm):
            for place in {norm.place, norm.place.partition(".")[0]}:
                found.setdefault(place, []).extend(norm.binds.roles)
        return {place: self.posts(roles) for place, roles in found.items()}

    @cached_property
    def frontline(self) -> tuple[str, ...]:
        """The posts that face customers."""
        return tuple(role.id for role in self.corpus.of(Role) if role.frontline)
