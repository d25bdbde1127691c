"""The figures of an item: its quantities, numbers and hours, wherever they stand in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from guifan.corpus.versions import RECORD
from guifan.language.anatomy import shapes
from guifan.language.hours import Hours
from guifan.language.model import Item, Part
from guifan.language.nodes import Path
from guifan.language.quantities import Range, Rate, say
from guifan.temporal.measure import Measure

Figure = Measure | Rate | Range | Hours | Decimal | int

Name = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Figured:
    """A figure of an item.

    Args:
        path: where it stands.
        label: the Chinese name of its field.
        value: how much it is.
    """

    path: Path
    label: str
    value: Figure

    def say(self, locale: str) -> str:
        """How much it is, in words."""
        match self.value:
            case Hours():
                return self.value.say(locale)
            case int() | Decimal():
                return str(self.value)
        return say(self.value, locale)  # type: ignore[arg-type]  # every measure of the language is a Value


Difference = tuple[Figured | None, Figured | None]
"""A figure as it was and as it is; None where it was not, or is no more."""


def differences(before: Item, item: Item) -> tuple[Difference, ...]:
    """The figures that are not what they were, those that are still there first."""
    if before == item:
        return ()
    old, new = figures(before), figures(item)
    found: list[Difference] = []
    for name, one in new.items():
        was = old.get(name)
        if was is None or was.value != one.value:
            found.append((was, one))
    return (*found, *((one, None) for name, one in old.items() if name not in new))


def figures(item: Item) -> Mapping[Name, Figured]:
    """Every figure of an item, by the fields that lead to it and the ids of the parts passed.

    A part that has no id goes by its place in the list. What is recorded about the item itself, as
    its version, is none of its figures.
    """
    return MappingProxyType(dict(_below(item, (), ())))


def _below(part: Part, name: Name, path: Path) -> Iterator[tuple[Name, Figured]]:
    for shape in shapes(type(part)):
        if isinstance(part, Item) and shape.attribute in RECORD:
            continue
        value = getattr(part, shape.attribute)
        many = isinstance(value, tuple)
        for at, one in enumerate(value if many else (value,)):
            here = (*path, shape.key, at) if many else (*path, shape.key)
            if isinstance(one, Part):
                known = getattr(one, "id", at) if many else shape.key
                yield from _below(one, (*name, shape.key, str(known)), here)
            elif isinstance(one, Figure) and not isinstance(one, bool):
                yield (*name, shape.key, at), Figured(here, shape.label, one)
