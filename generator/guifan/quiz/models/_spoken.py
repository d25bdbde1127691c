"""Phrases that must not be said, for questions about them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from guifan.language.kinds.message import Addressee, Form, Message
from guifan.quiz.base import Base
from guifan.quiz.fact import Fact
from guifan.quiz.facts.instead import Phrase
from guifan.quiz.item import Option
from guifan.quiz.models._answers import CHAPTER, SECTION, siblings, taken_for
from guifan.quiz.said import Said, heard, quoted, say
from guifan.quiz.values import likeness


def asked(base: Base) -> Sequence[Fact]:
    """One phrase of each clause, the first for which it says what will not do either."""
    found: dict[str, Fact] = {}
    for fact in base.of("instead"):
        best = found.setdefault(fact.clause.item, fact)
        if forbidden(fact).never.slips and not forbidden(best).never.slips:
            found[fact.clause.item] = fact
    return tuple(found.values())


@lru_cache(maxsize=1 << 12)
def spoken(said: Said) -> Said:
    """A phrase as it is heard, in quotation marks."""
    return quoted(heard(said))


def near(base: Base, fact: Fact, told: Callable[[Base, Fact], Said]) -> Iterator[Option]:
    """The answers of other clauses of the chapter, for phrases that are not alike.

    What is said instead of a like phrase may do for this one too. Sections are not told apart:
    what is about the same thing is taken first, wherever it stands.

    Args:
        base: the facts.
        fact: what is asked.
        told: what to tell whoever gives the answer of another fact.
    """
    for tier in siblings(base, fact, beyond=SECTION, reach=CHAPTER):
        for one in tier:
            if (
                manner(one) == manner(fact)
                and (not fact.roles or not set(one.roles).isdisjoint(fact.roles))
                and likeness(forbidden(one).said.text, forbidden(fact).said.text) < _ALIKE
            ):
                why = base.once((told, one.name), partial(told, base, one))
                yield replace(taken_for(fact, one), why=why)


_ALIKE = 0.15
"""From which share of common pairs of characters on two phrases may be said of one thing."""


def manner(fact: Fact) -> tuple[bool, bool]:
    """Whether what is said instead opens with a stage direction, and whether in Latin letters.

    One that stands out among the others is known unread: by （抬头看着客户）, or by its language.
    """
    first = fact.value_said.text[:1]
    return first in _BRACKETS, first.isascii() and first.isalpha()


_BRACKETS = ("（", "(")


def forbidden(fact: Fact) -> Phrase:
    """The phrase that a fact is about."""
    source = fact.source
    assert isinstance(source, Phrase)
    return source


def heard_of(base: Base, fact: Fact) -> Said:
    """What a colleague said, and where: in the situation of a message, or against a norm.

    The situation of a statement for the front line is when it is sent, not when it is spoken.
    """
    _ = base.ground.words
    item = forbidden(fact).item
    said = spoken(forbidden(fact).said)
    if isinstance(item, Message) and not _is_statement(item):
        scene = base.ground.text(item, item.situation)
        return say(_("{scene}同事说了{said}，质检扣了分。"), scene=scene, said=said)
    title = base.ground.title(item.id)
    return say(_("同事说了{said}，质检照「{title}」扣了分。"), said=said, title=title)


def _is_statement(message: Message) -> bool:
    return message.to is Addressee.FRONTLINE and message.form is Form.TEMPLATE
