"""All facts of a corpus, and the one judge of claims about them."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from guifan.proof.scopes import overlap
from guifan.quiz.fact import Claim, Fact, Verdict
from guifan.quiz.facts import SORTS
from guifan.quiz.ground import Ground
from guifan.quiz.said import Said
from guifan.quiz.values import same

Value = TypeVar("Value")


@dataclass(frozen=True)
class Base:
    """The facts.

    Args:
        ground: what they are computed from.
        past: the facts of an earlier edition.
        ahead: the facts when all that is announced will have come.
    """

    ground: Ground
    past: "Base | None" = None
    ahead: "Base | None" = None

    @cached_property
    def _found(self) -> dict[str, "_Found"]:
        return {}

    def _of(self, sort: str) -> "_Found":
        """The facts of a sort, found when they are first asked for."""
        if sort not in self._found:
            facts = SORTS[sort].facts(self.ground)
            self._found[sort] = _Found({fact.name: fact for fact in facts})
        return self._found[sort]

    def once(self, name: Hashable, make: Callable[[], Value]) -> Value:
        """What a model makes of the facts under a name of its own: made when first asked for."""
        if name not in self._made:
            self._made[name] = make()
        found: Value = self._made[name]
        return found

    @cached_property
    def _made(self) -> dict[Hashable, Any]:
        return {}

    def __iter__(self) -> Iterator[Fact]:
        return (fact for sort in SORTS for fact in self.of(sort))

    def of(self, sort: str) -> Sequence[Fact]:
        """The facts of a sort."""
        return self._of(sort).listed

    def near(self, fact: Fact) -> Iterator[tuple[Fact, ...]]:
        """Other facts of its sort, nearest first: of its item, section, chapter, then all."""
        clause, found = fact.clause, self._of(fact.sort)
        met = {fact.name}
        for tier in (f"item {clause.item}", clause.place, clause.chapter, None):
            facts = found.listed if tier is None else found.placed.get(tier, ())
            yield tuple(one for one in facts if one.name not in met)
            met |= {one.name for one in facts}

    def get(self, sort: str, name: str) -> Fact | None:
        """A fact."""
        return self._of(sort).named.get(name)

    def about(self, fact: Fact) -> tuple[Fact, ...]:
        """The facts that answer the same question as this one, itself among them."""
        alike = self._of(fact.sort).subjects.get(fact.subject, ())
        return tuple(one for one in alike if overlap(one.scope, fact.scope))

    def value(self, fact: Fact, case: Hashable = None) -> Hashable:
        """A fact's value in a case; None where it has none."""
        return SORTS[fact.sort].value(self.ground, fact, case)

    def judge(self, claim: Claim) -> Verdict:
        """Whether a claim holds, and by which clause.

        It is undecided where the fact is not there, has no value in the case, is contradicted by
        another that answers the same question, or is so like the claim that a reader may take the
        one for the other.
        """
        fact = self.get(claim.sort, claim.name)
        if fact is None:
            return Verdict(None, None, Said(""))
        if SORTS[claim.sort].many:
            return self._among(fact, claim)
        truths = []
        for one in self.about(fact):
            value = self.value(one, claim.case)
            truths.append(None if value is None else same(value, claim.value))
        truth = truths[0] if len(set(truths)) == 1 else None
        return Verdict(truth, fact.clause, fact.said)

    def _among(self, fact: Fact, claim: Claim) -> Verdict:
        """Whether one of several values that hold side by side is the one claimed."""
        doubtful = False
        for one in self.about(fact):
            found = same(self.value(one, claim.case), claim.value)
            if found:
                return Verdict(True, one.clause, one.said)
            doubtful |= found is None
        return Verdict(None if doubtful else False, fact.clause, fact.said)


@dataclass(frozen=True)
class _Found:
    """The facts of a sort.

    Args:
        named: by name.
    """

    named: Mapping[str, Fact]

    @cached_property
    def listed(self) -> tuple[Fact, ...]:
        return tuple(self.named.values())

    @cached_property
    def subjects(self) -> Mapping[Hashable, tuple[Fact, ...]]:
        """By what is asked."""
        found: dict[Hashable, list[Fact]] = {}
        for fact in self.listed:
            found.setdefault(fact.subject, []).append(fact)
        return {subject: tuple(facts) for subject, facts in found.items()}

    @cached_property
    def placed(self) -> Mapping[str, tuple[Fact, ...]]:
        """By item, section and chapter."""
        found: dict[str, list[Fact]] = {}
        for fact in self.listed:
            clause = fact.clause
            for near in {f"item {clause.item}", clause.place, clause.chapter}:
                found.setdefault(near, []).append(fact)
        return {near: tuple(facts) for near, facts in found.items()}
