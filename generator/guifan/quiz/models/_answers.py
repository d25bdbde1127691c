"""Answers made of facts, and the siblings that a fact is taken for, nearest first."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from guifan.language.kinds.role import Role
from guifan.quiz.base import Base
from guifan.quiz.choosing import ALIKE, RESTATED, Chosen, blended, fits
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Age, Option, digest
from guifan.quiz.said import Said, bare, say
from guifan.quiz.values import likeness, pairs, same

ENOUGH = 2
"""How many wrong answers a question with one right answer has at least."""

MOST = 3
"""How many it has at most."""


def right(fact: Fact) -> Option:
    """The answer that a fact gives."""
    claim = Claim(fact.sort, fact.name, fact.value)
    return Option(bare(fact.value_said), claim, True, fact.said, fact.clause)


def tells_least(title: Said, facts: Iterable[Fact], seed: str) -> Fact:
    """One of the facts about a thing, whose answer shares no word with its title if any does."""
    return min(
        facts,
        key=lambda one: (likeness(title.text, one.value_said.text), digest(one.name, seed)),
    )


def taken_for(fact: Fact, sibling: Fact) -> Option:
    """The answer of whoever takes one fact for another."""
    claim = Claim(fact.sort, fact.name, sibling.value)
    return Option(bare(sibling.value_said), claim, False, sibling.said, sibling.clause)


def mistaken(fact: Fact, does: Said) -> Option:
    """The answer of whoever does as the clause itself warns against."""
    return Option(does, Claim(fact.sort, fact.name, does), False, fact.said, fact.clause)


def among_slips(
    key: Option, slips: Sequence[Option], tiers: Iterable[Iterable[Option]], seed: str, stem: str
) -> Chosen:
    """Mistakes about the very thing that is asked, in whose midst the right answer does not stand.

    Mistakes are taken alone where there are enough of them. Where they are few, answers of others
    join them: such as are about as long and speak of something that the question speaks of, and
    any others only where those do not suffice.
    """
    own = blended(key, [(slips, RESTATED)], seed, stem)
    if len(own.options) == MOST:
        return own
    every = [tuple(tier) for tier in tiers]
    near = [tuple(one for one in tier if _is_near(key, one, stem)) for tier in every]
    for others in (near, every):
        found = blended(key, [(slips, RESTATED), *((tier, ALIKE) for tier in others)], seed, stem)
        if len(found.options) == MOST:
            break
    return found


def _is_near(key: Option, option: Option, stem: str) -> bool:
    text = option.text.text
    return fits(key.text.text, text, _TALL) and bool(pairs(text) & pairs(stem))


_TALL = 2.2
"""How many times as long or as short as the key the answer of another may be."""


def formerly(base: Base, fact: Fact) -> Iterator[Option]:
    """The answers of whoever goes by an earlier edition, or ahead of what is announced."""
    _ = base.ground.words
    for age, other, template in (
        (Age.PAST, base.past, _("这是旧规：{said}现在不是。")),
        (Age.AHEAD, base.ahead, _("还没有到实行的日子：{said}")),
    ):
        one = other.get(fact.sort, fact.name) if other else None
        if one is not None and same(one.value, fact.value) is False:
            why = say(template, said=one.said)
            yield replace(taken_for(fact, one), why=why, age=age)


ITEM, SECTION, CHAPTER, ANYWHERE = range(4)
"""How far away a sibling stands."""


def siblings(
    base: Base,
    fact: Fact,
    fits: Callable[[Fact], bool] = lambda _: True,
    *,
    beyond: int = ITEM,
    reach: int = ANYWHERE,
) -> Iterator[tuple[Fact, ...]]:
    """Facts of the same sort in tiers: of the same item, section and chapter, then all others.

    Args:
        base: the facts.
        fact: whose siblings.
        fits: which of them.
        beyond: the nearest tier wanted.
        reach: the farthest.
    """
    for tier in islice(base.near(fact), beyond, reach + 1):
        yield tuple(one for one in tier if fits(one))


def posts(base: Base, name: str) -> Iterator[str]:
    """Posts near one: its superior, and those about as high that report to it."""
    own = base.ground.corpus.one(Role, name)
    if own is None:
        return
    if own.reports_to:
        yield own.reports_to
    for one in base.ground.corpus.of(Role):
        if one.reports_to == name and own.rank - one.rank <= 1:
            yield one.id


def post(base: Base, fact: Fact, name: str, value: Hashable = None) -> Option:
    """The wrong answer that a post is; its reason says what is the post's, where anything is."""
    claim = Claim(fact.sort, fact.name, name if value is None else value)
    return Option(base.ground.title(name), claim, False, beside(base, fact, name))


def beside(base: Base, fact: Fact, value: Hashable) -> Said:
    """What holds of a value that is wrong here, and then what is right.

    It holds of the nearest fact of the sort that has the value.
    """
    own = nearest(base, fact, value)
    return say("{other}{said}", other=own.said, said=fact.said) if own else fact.said


def nearest(base: Base, fact: Fact, value: Hashable) -> Fact | None:
    """The nearest other fact of the sort that has a value."""
    return next((one for tier in base.near(fact) for one in tier if one.value == value), None)
