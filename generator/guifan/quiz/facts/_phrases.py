"""The phrases that must not be said, with the clause that forbids each and whom it binds."""

from collections.abc import Iterator
from typing import NamedTuple

from guifan.language.kinds.message import Message
from guifan.language.kinds.norm import Never, Norm
from guifan.language.model import Item
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import Said, bare, quoted, say


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


def phrase_facts(ground: Ground, sort: str, field: str) -> Iterator[Fact]:
    """A fact for each phrase that has a field of ``Never``: what to say instead, or why not."""
    for item, roles, nevers in _forbidding(ground):
        for at, never in enumerate(nevers, start=1):
            raw = getattr(never, field)
            if raw is None:
                continue
            phrase = Phrase(item, never, ground.text(item, never.phrase))
            value = ground.text(item, raw)
            name, clause = f"{item.id}.never-{at}", ground.clause(item)
            said = _told(ground, phrase)
            subject = phrase.said.text
            yield Fact(sort, name, subject, value, clause, roles, said, value, phrase)


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
    _ = ground.words
    item, never, _said = phrase
    title, instead = ground.title(item.id), quoted(ground.text(item, never.instead))
    if never.why is None:
        return say(_("「{title}」不许这样说，改说{instead}。"), title=title, instead=instead)
    why = bare(ground.text(item, never.why))
    template = _("「{title}」不许这样说：{why}。改说{instead}。")
    return say(template, title=title, why=why, instead=instead)
