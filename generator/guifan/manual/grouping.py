"""Things under titles, such as items under those of the places where they stand."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from guifan.corpus.graph import Corpus
from guifan.corpus.views import in_order
from guifan.language.catalogues import Translator
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.message import Message
from guifan.language.kinds.norm import Norm
from guifan.language.model import Item
from guifan.manual.arrange import MOMENTS

Some = TypeVar("Some")
Kind = TypeVar("Kind", bound=Item)


def grouped(pairs: Iterable[tuple[str, Some]]) -> list[tuple[str, list[Some]]]:
    """Things under their titles, both in the order of their first coming."""
    found: dict[str, list[Some]] = {}
    for title, item in pairs:
        found.setdefault(title, []).append(item)
    return list(found.items())


def by_channel(
    corpus: Corpus, norms: Sequence[Norm], messages: Sequence[Message]
) -> list[tuple[str, list[Norm], list[Message]]]:
    """What is for some channels alone, under each of these in their order."""
    found = [
        (
            channel.title,
            [norm for norm in norms if channel.id in norm.binds.channels],
            [message for message in messages if channel.id in message.channels],
        )
        for channel in corpus.of(Channel)
    ]
    return [(title, held, said) for title, held, said in found if held or said]


def by_moment(
    corpus: Corpus, messages: Sequence[Message], _: Translator
) -> list[tuple[str, list[Message]]]:
    """Scripts in the order of the call's moments, each under the first at which it is said.

    What is said at none of them stands under its section.
    """
    moments = corpus.members(MOMENTS)
    said = [
        (moment.title, one)
        for moment in moments.values()
        for one in messages
        if one.moments[:1] == (moment.id,)
    ]
    others = [
        (_("其他场合：{section}").format(section=place_title(corpus, one)), one)
        for one in in_order(corpus, messages)
        if not moments.keys() & set(one.moments[:1])
    ]
    return grouped([*said, *others])


def by_place(
    corpus: Corpus, items: Iterable[Kind]
) -> list[tuple[str, list[tuple[str, list[Kind]]]]]:
    """Items by chapter, and in it by section, in the order of the manual."""
    placed = grouped((_chapter_title(corpus, item), item) for item in in_order(corpus, items))
    return [
        (title, grouped((place_title(corpus, item), item) for item in held))
        for title, held in placed
    ]


def _chapter_title(corpus: Corpus, item: Item) -> str:
    """The title of the chapter in which an item stands."""
    chapter = item.place.partition(".")[0]
    chapters = corpus.manual.chapters if corpus.manual else ()
    return next((f"{one.number} {one.title}" for one in chapters if one.id == chapter), chapter)


def place_title(corpus: Corpus, item: Item) -> str:
    """The title of the section or chapter in which an item stands."""
    target = corpus.resolve(f"{corpus.manual.id}.{item.place}") if corpus.manual else None
    return str(getattr(target.part, "title", "")) if target else item.place
