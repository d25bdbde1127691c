"""Which word of the trade has a meaning; the wrong ones are those it is taken for."""

import re
from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.fact import Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, digest
from guifan.quiz.models._answers import CHAPTER, ENOUGH, SECTION, right, siblings, taken_for
from guifan.quiz.said import Said, say

_SHORTEST, _SHORT = 3, 6
_ENDS = re.compile(r"(?<=[。；！？])|(?<=[.;!?]\s)")
"""Where a part of a definition ends that can stand alone."""


def written_out(fact: Fact) -> bool:
    """Whether the word is to be written, not chosen.

    It is short, nothing is taken for it, and no other name of the thing begins like it: the stem
    tells the first letter.
    """
    word = fact.value_said.text
    alone = not fact.source.not_to_confuse and _SHORTEST <= len(word) <= _SHORT
    alone = alone and not any(name.startswith(word[0]) for name in fact.source.also)
    return alone and int(digest(fact.name, "word"), 16) % 4 == 0


def described(base: Base, fact: Fact) -> Said | None:
    """What the definition says without saying the word; nothing if every part of it does."""
    means = base.ground.text(fact.source, fact.source.means)
    word = fact.value_said.text
    kept = "".join(one for one in _ENDS.split(means.text) if word not in one)
    return Said(f"{kept[:-1]}。" if kept.endswith("；") else kept, means.rests) if kept else None


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("word"):
        if written_out(fact):
            continue
        means = described(base, fact)
        if means is None:
            yield Gap(fact, "answer-in-stem")
            continue
        key = right(fact)

        def unsaid(other: Fact, fact: Fact = fact) -> bool:
            """Whether the definition does not use the word: else it cannot be the one."""
            return other.value_said.text not in fact.source.means

        confused = [
            taken_for(fact, one)
            for name in fact.source.not_to_confuse
            if (one := base.get("word", name))
        ]
        near = (
            [taken_for(fact, one) for one in tier]
            for tier in siblings(base, fact, unsaid, beyond=SECTION, reach=CHAPTER)
        )
        wrong = chosen(key, (confused, *near), 3, fact.name, akin=f"{fact.source.means}{key.text}")
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        stem = say(_("{means}这叫什么？"), means=means)
        yield Draft(fact, stem, (key, *wrong.options), considered=wrong.considered)


MODEL = Model("word", "word", Level.REMEMBER, Form.SINGLE, 25, _drafts, classifies=True)
