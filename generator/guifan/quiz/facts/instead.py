"""What is said instead of a phrase that must not be said."""

from collections.abc import Iterator
from typing import NamedTuple

from guifan.language.kinds.message import Message
from guifan.language.kinds.norm import Never, Norm
from guifan.language.model import Item
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import Said, bare, heard, quoted, say
from guifan.quiz.sort import Sort


class Phrase(NamedTuple):
    """A phrase that must not be said.

    Args:
        item: the norm or message that forbids it.
        never: the phrase, what to say instead, and why.
        said: the phrase in words.
    """

    item: Item
    never: Never
    said: Said


def _facts(ground: Ground) -> Iterator[Fact]:
    found = tuple(_all(ground))
    forbidden = {fact.subject for fact in found}
    # What one clause recommends and another forbids nobody can be asked about.
    return (fact for fact in found if fact.value_said.text not in forbidden)


def _all(ground: Ground) -> Iterator[Fact]:
    for item, roles, nevers in _forbidding(ground):
        for at, never in enumerate(nevers, start=1):
            phrase = Phrase(item, never, ground.text(item, never.phrase))
            value = ground.text(item, never.instead)
            name, clause = f"{item.id}.never-{at}", ground.clause(item)
            said = _told(ground, phrase)
            subject = phrase.said.text
            yield Fact("instead", name, subject, value, clause, roles, said, value, phrase)


def _forbidding(
    ground: Ground,
) -> Iterator[tuple[Item, tuple[str, ...], tuple[Never, ...]]]:
    for norm in ground.corpus.of(Norm):
        if ground.in_force(norm):
            yield norm, ground.posts(norm.binds.roles), norm.never
    for message in ground.corpus.of(Message):
        if ground.in_force(message):
            yield message, ground.bound_at(message.place), message.never


def _told(ground: Ground, phrase: Phrase) -> Said:
    """What the clause says of a phrase, with the blanks filled as where it is asked."""
    _ = ground.words
    item, never, _said = phrase
    title, instead = ground.title(item.id), quoted(ground.text(item, never.instead))
    if never.why is None:
        template = _("「{title}」不许这样说，改说{instead}。")
        return heard(say(template, title=title, instead=instead))
    why = bare(ground.text(item, never.why))
    template = _("「{title}」不许这样说：{why}。改说{instead}。")
    return heard(say(template, title=title, why=why, instead=instead))


SORT = Sort("instead", _facts, many=True)
