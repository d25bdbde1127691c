"""Names of the language itself, said to each reader in their own: of fields, kinds and choices."""

from collections.abc import Iterable
from dataclasses import dataclass

from guifan.findings import Phrase, Wording
from guifan.language.catalogues import translator
from guifan.language.model import Choice, Part


@dataclass(frozen=True, slots=True)
class Label:
    """A Chinese name of the language; its English is in the catalogue.

    Args:
        name: of a field, a kind or a choice.
    """

    name: str

    def say(self, language: str) -> str:
        """The name as pages in ``language`` have it."""
        return translator(language)(self.name)

    def __str__(self) -> str:
        return self.name


_WITH_NAME = Wording(zh="{key}（{label}）", en="{key} (“{label}”)")


def field_named(model: type[Part], attribute: str) -> Phrase:
    """A field by the key that an editor writes, and by its name."""
    key = model.model_fields[attribute].alias or attribute
    return with_name(key, Label(model.label(attribute)))


def with_name(key: str, label: object) -> Phrase:
    """What an editor writes, and what it is called."""
    return Phrase(_WITH_NAME, {"key": key, "label": label})


def each_choice(choices: Iterable[Choice]) -> tuple[Phrase, ...]:
    """The words of a choice, each with its name."""
    return tuple(with_name(one.value, Label(one.label)) for one in choices)
