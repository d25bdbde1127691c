"""Answers made of facts, and the siblings that a fact is taken for, nearest first."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace
from itertools import chain, islice

from guifan.language.kinds.role import Role
from guifan.quiz.base import Base
from guifan.quiz.choosing import ALIKE, chosen
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Age, Draft, Gap, Option
from guifan.quiz.said import Said, bare, say
from guifan.quiz.values import same

ENOUGH = 2
"""How many wrong answers a question with one right answer has at least."""


def right(fact: Fact) -> Option:
    """The answer that a fact gives."""
    claim = Claim(fact.sort, fact.name, fact.value)
    return Option(bare(fact.value_said), claim, True, fact.said, fact.clause)


def taken_for(fact: Fact, sibling: Fact) -> Option:
    """The answer of whoever takes one fact for another."""
    claim = Claim(fact.sort, fact.name, sibling.value)
    return Option(bare(sibling.value_said), claim, False, sibling.said, sibling.clause)


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


def among_siblings(
    base: Base,
    fact: Fact,
    stem: Said,
    seed: str,
    *,
    reach: int = CHAPTER,
    tall: float = 2.2,
    names: tuple[Said, ...] = (),
) -> Draft | Gap:
    """A question whose wrong answers are the answers of siblings.

    Args:
        base: the facts.
        fact: what is asked.
        stem: the question.
        seed: name of the model.
        reach: how far away siblings may stand.
        tall: how many times as long or short as the key an answer may be.
        names: words that the stem must hold.
    """
    key = right(fact)
    near = ([taken_for(fact, one) for one in tier] for tier in siblings(base, fact, reach=reach))
    tiers = chain([[*formerly(base, fact)]], near)
    wrong = chosen(key, tiers, 3, f"{seed} {fact.name}", tall=tall, akin=stem.text, alike=ALIKE)
    if len(wrong.options) < ENOUGH:
        return Gap(fact, "no-siblings")
    return Draft(fact, stem, (key, *wrong.options), considered=wrong.considered, names=names)


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
    """The wrong answer that a post is."""
    claim = Claim(fact.sort, fact.name, name if value is None else value)
    return Option(base.ground.title(name), claim, False, fact.said)
