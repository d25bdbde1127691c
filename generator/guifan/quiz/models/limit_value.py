"""How much a limit is, among the values of its siblings."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.choosing import Chosen, ascending, spread
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option, digest
from guifan.quiz.models._amounts import asked, is_asked_as_a_case
from guifan.quiz.models._answers import ANYWHERE, ENOUGH, formerly, right, siblings, taken_for
from guifan.quiz.models._due import narrowed
from guifan.quiz.values import near_in_size, size
from guifan.temporal.duration import Duration, Unit

_TRAPS = {Unit.DAY: Unit.WORKING_DAY, Unit.WORKING_DAY: Unit.DAY, Unit.WORKING_HOUR: Unit.HOUR}
"""Units that people take for one another."""


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    for fact in base.of("limit"):
        if not is_asked_as_a_case(fact) and is_chosen_among(base, fact):
            yield _draft(base, fact)


def is_chosen_among(base: Base, fact: Fact) -> bool:
    """Whether it is asked with answers to choose among; else the number is to be given."""
    return _may_be_chosen(fact) and len(_wrong(base, fact).options) >= ENOUGH


def weighed(base: Base, fact: Fact) -> frozenset[str]:
    """Ids of the items on which it rests that the number is to be given.

    That no other value is near enough rests on all values that could be.
    """
    if not _may_be_chosen(fact):
        return frozenset()
    could = (one.clause.item for one in base.of(fact.sort) if _is_alike(fact, one))
    return _wrong(base, fact).considered.union(could)


def _may_be_chosen(fact: Fact) -> bool:
    return int(digest(fact.name, "form"), 16) % 3 > 0


def _wrong(base: Base, fact: Fact) -> Chosen:
    """Its wrong answers, which also decide whether the number is to be given instead."""

    def found() -> Chosen:
        tiers = _tiers(base, fact)
        return spread(right(fact), tiers, fact.name, lambda one: size(one.claim.value) or 0)

    return base.once(("limit-value", fact.name), found)


def _draft(base: Base, fact: Fact) -> Draft | Gap:
    key = right(fact)
    wrong = _wrong(base, fact)
    stem = asked(base, fact)
    options = ascending((key, *wrong.options))
    names = narrowed(base, fact)
    return Draft(fact, stem, options, sorted=True, names=names, considered=wrong.considered)


def _tiers(base: Base, fact: Fact) -> Iterator[list[Option]]:
    """The values of siblings; before those from other chapters, the trap of the unit."""
    yield [*formerly(base, fact)]
    for at, tier in enumerate(siblings(base, fact, lambda one: _near(fact, one))):
        if at == ANYWHERE:
            yield [*_traps(base, fact)]
        yield [taken_for(fact, one) for one in tier]


def _near(fact: Fact, other: Fact) -> bool:
    """Whether a value is one that might stand in the other's place."""
    return _is_alike(fact, other) and near_in_size(fact.value, other.value)


def _is_alike(fact: Fact, other: Fact) -> bool:
    """Whether two values measure the same."""
    return getattr(fact.value, "dimension", 0) == getattr(other.value, "dimension", 1)


def _traps(base: Base, fact: Fact) -> Iterator[Option]:
    """The same number in the unit that people take for the right one."""
    value = fact.value
    if isinstance(value, Duration) and value.unit in _TRAPS:
        other = Duration(value.amount, _TRAPS[value.unit])
        claim = Claim(fact.sort, fact.name, other)
        said = base.ground.quantity(fact.source, other)
        yield Option(said, claim, False, fact.said, fact.clause)


MODEL = Model("limit-value", "limit", Level.REMEMBER, Form.SINGLE, 25, _drafts)
