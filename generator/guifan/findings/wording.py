"""Sentences in the manual's language and in English, and what may fill their slots.

A slot ``{name}`` is filled by a text, a number, or by anything that each language says in its own
way: another sentence, several things in a row, a name of the language. ``{name:thing|things}``
prints none of it, but the one of the two forms that agrees with it: the first for one, the second
for more. A rule hands over the things themselves and joins no words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, runtime_checkable

from guifan.findings.finding import NO_ARGUMENTS


@runtime_checkable
class Sayable(Protocol):
    """What each language says in its own way."""

    def say(self, language: str) -> str:
        """It in ``language`` (``zh…`` or anything else, which is English)."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One sentence in the manual's language and in English; ``{name}`` stands for an argument."""

    zh: str
    en: str

    def say(self, language: str, arguments: Mapping[str, object] = NO_ARGUMENTS) -> str:
        """The sentence in ``language`` (``zh…`` or anything else, which is English)."""
        template = self.zh if language.startswith("zh") else self.en
        if not arguments:
            return template  # made of what is in the manual, where braces are braces
        return template.format_map(
            {name: _Filled(value, language) for name, value in arguments.items()}
        )


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a sentence with the arguments that it names."""

    wording: Wording
    arguments: Mapping[str, object]

    def say(self, language: str) -> str:
        """The phrase in ``language``."""
        return self.wording.say(language, self.arguments)

    def __str__(self) -> str:
        return self.say("zh")


@dataclass(frozen=True, slots=True)
class Listed:
    """Several things in a row: ``甲、乙、丙``; ``a, b and c``."""

    things: tuple[Sayable | str, ...]

    def say(self, language: str) -> str:
        """The things as ``language`` joins them."""
        *before, last = (_said(one, language) for one in self.things) if self.things else ("",)
        if language.startswith("zh"):
            return "、".join((*before, last))
        return f"{', '.join(before)} and {last}" if before else last

    def __len__(self) -> int:
        return len(self.things)

    def __str__(self) -> str:
        return self.say("zh")


def listed(things: Iterable[Sayable | str]) -> Listed:
    """Several things in a row, as each language joins them."""
    return Listed(tuple(things))


@dataclass(frozen=True, slots=True)
class _Filled:
    """An argument where a sentence names it."""

    value: object
    language: str

    def __format__(self, forms: str) -> str:
        if not forms:
            return _said(self.value, self.language)
        one, many = forms.split("|")
        return one if _is_one(self.value) else many


def _said(value: object, language: str) -> str:
    return value.say(language) if isinstance(value, Sayable) else str(value)


def _is_one(value: object) -> bool:
    """Whether a number is one, or a row has one thing in it; a single thing is one."""
    match value:
        case int() | Decimal():
            return value == 1
        case Listed():
            return len(value) == 1
    return True
