"""Words of a question, with the items that they were taken from."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A text and what it rests on.

    Args:
        text: as a reader sees it.
        rests: ids of the items whose values or words it prints.
    """

    text: str
    rests: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return self.text

    @property
    def bare(self) -> str:
        """The text without the stop at its end, to stand inside another sentence."""
        return self.text.strip().rstrip("。；")


def say(template: str, **slots: object) -> Said:
    """A sentence with its ``{slots}`` filled; it rests on whatever fills them."""
    text = template.format_map({name: str(value) for name, value in slots.items()})
    return Said(text, rests(slots.values()))


def rests(things: Iterable[object]) -> frozenset[str]:
    """What several things rest on, those of them that are said."""
    return frozenset().union(*(one.rests for one in things if isinstance(one, Said)))


def bare(said: Said) -> Said:
    """The same without the stop at its end."""
    return Said(said.bare, said.rests)


def heard(said: Said) -> Said:
    """A phrase as it is heard: its blanks filled with something, no matter what."""
    return Said(re.sub("【[^】]*】", "××", said.text), said.rests)


def quoted(said: Said) -> Said:
    """Spoken words in quotation marks; what they quote themselves stands in the inner ones."""
    inner = said.bare.translate(_INNER)
    return Said(f"「{inner}」", said.rests)


_INNER = str.maketrans("「」", "『』")
