"""All facts of a corpus, and the one judge of claims about them."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from guifan.proof.scopes import overlap
from guifan.quiz.fact import Claim, Fact, Verdict
from guifan.quiz.facts import SORTS
from guifan.quiz.ground import Ground
from guifan.quiz.said import Said
from guifan.quiz.values import same


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
    def _sorted(self) -> Mapping[str, Mapping[str, Fact]]:
        found = {
            name: {fact.name: fact for fact in sort.facts(self.ground)}
            for name, sort in SORTS.items()
        }
        return MappingProxyType(found)

    @cached_property
    def _subjects(self) -> Mapping[tuple[str, Hashable], tuple[Fact, ...]]:
        found: dict[tuple[str, Hashable], list[Fact]] = {}
        for fact in self:
            found.setdefault((fact.sort, fact.subject), []).append(fact)
        return MappingProxyType({key: tuple(facts) for key, facts in found.items()})

    def __iter__(self) -> Iterator[Fact]:
        return (fact for facts in self._sorted.values() for fact in facts.values())

    def of(self, sort: str) -> Sequence[Fact]:
        """The facts of a sort."""
        return self._listed[sort]

    @cached_property
    def _listed(self) -> Mapping[str, tuple[Fact, ...]]:
        return {sort: tuple(facts.values()) for sort, facts in self._sorted.items()}

    @cached_property
    def _placed(self) -> Mapping[tuple[str, str], tuple[Fact, ...]]:
        found: dict[tuple[str, str], list[Fact]] = {}
        for fact in self:
            clause = fact.clause
            for near in {f"item {clause.item}", clause.place, clause.chapter}:
                found.setdefault((fact.sort, near), []).append(fact)
        return MappingProxyType({key: tuple(facts) for key, facts in found.items()})

    def near(self, fact: Fact) -> Iterator[tuple[Fact, ...]]:
        """Other facts of its sort, nearest first: of its item, section, chapter, then all."""
        clause = fact.clause
        met = {fact.name}
        for tier in (f"item {clause.item}", clause.place, clause.chapter, None):
            facts = self.of(fact.sort) if tier is None else self._placed.get((fact.sort, tier), ())
            yield tuple(one for one in facts if one.name not in met)
            met |= {one.name for one in facts}

    def get(self, sort: str, name: str) -> Fact | None:
        """A fact."""
        return self._sorted[sort].get(name)

    def about(self, fact: Fact) -> tuple[Fact, ...]:
        """The facts that answer the same question as this one, itself among them."""
        alike = self._subjects.get((fact.sort, fact.subject), ())
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
