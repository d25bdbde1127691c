"""Phrases of one subject, for questions about what may be said."""

import re
from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Option, digest
from guifan.quiz.models._answers import CHAPTER, siblings
from guifan.quiz.said import Said, quoted, say


def asks_what_to_say(fact: Fact) -> bool:
    """Whether the clause of a phrase is asked for what may be said, not for what may not."""
    return int(digest(fact.clause.item, "spoken"), 16) % 2 == 0


def phrase(fact: Fact, asked: bool) -> Option:
    """An answer that is a phrase, asked whether it may be said (or may not)."""
    claim = Claim("phrase", fact.name, asked)
    return Option(spoken(fact.value_said), claim, fact.value is asked, fact.said, fact.clause)


def spoken(said: Said) -> Said:
    """A phrase as it is heard: its blanks filled with something, no matter what."""
    return quoted(Said(re.sub("【[^】]*】", "××", said.text), said.rests))


def near(base: Base, fact: Fact, *, may_be_said: bool) -> Iterator[list[Option]]:
    """Phrases that may be said, or may not, of the same clause, section and chapter."""
    asked = not may_be_said

    def fits(other: Fact) -> bool:
        return other.value is may_be_said

    for tier in siblings(base, fact, fits, reach=CHAPTER):
        bound = [one for one in tier if not fact.roles or set(one.roles) & set(fact.roles)]
        yield [phrase(one, asked) for one in bound]


def scene(base: Base, fact: Fact) -> Said:
    """What the phrases are about: the situation of a message, or the title of a norm."""
    item = fact.source[0]
    situation = getattr(item, "situation", None)
    if situation:
        return base.ground.text(item, situation)
    _ = base.ground.words
    return say(_("关于「{title}」："), title=base.ground.title(item.id))
