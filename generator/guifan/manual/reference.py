"""The reference of the language and of the rules: what the models and rules say of themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guifan.corpus.graph import Corpus
from guifan.language.anatomy import Shape, choices, shapes
from guifan.language.kinds import KINDS
from guifan.language.model import Choice, Item, Member, OfManual, Own, Part, Reference, Text
from guifan.language.written import Written


def kind_path(kind: str) -> str:
    """The address of a kind's reference."""
    return f"reference/kinds/{kind}"


def rule_path(code: str) -> str:
    """The address of a rule's page."""
    return f"reference/rules/{code.lower()}"


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """One field as the reference shows it.

    Args:
        shape: its key, Chinese name, and whether it is internal or inherited.
        required: whether it must be written (for an inherited one: in the item or above it).
        help: one or two sentences.
        example: as an editor would write it; may be empty.
        part: the heading under which the fields of its parts stand; empty for a plain value.
        choices: the words it may be.
        refers: the kinds it may name; None where it is no reference.
        common: whether items of all kinds have it.
    """

    shape: Shape
    required: bool
    help: str
    example: str
    part: str
    choices: tuple[Choice, ...]
    refers: tuple[str, ...] | None
    common: bool

    @property
    def sort(self) -> str:
        """What sort of value it is, as a key for its words: line, prose, reference, choice …."""
        if self.part:
            return "part"
        if self.choices:
            return "choice"
        match self.shape.marker:
            case Text(block=block):
                return "prose" if block else "line"
            case Reference() | Member() | OfManual() | Own():
                return "reference"
        return "value"


@dataclass(frozen=True, slots=True)
class PartEntry:
    """A model of parts with its fields, under the Chinese name of the field that holds it."""

    anchor: str
    title: str
    fields: tuple[FieldEntry, ...]


def kind_reference(model: type[Item]) -> tuple[PartEntry, ...]:
    """The kind's own fields, then those of its parts, then what all kinds share."""
    entries = _fields(model)
    own = tuple(one for one in entries if not one.common)
    common = tuple(one for one in entries if one.common)
    parts = tuple(_parts(model, "", set()))
    return (PartEntry("own", "", own), *parts, PartEntry("common", "", common))


def kinds_by_use(corpus: Corpus) -> tuple[type[Item], ...]:
    """All kinds, those that the manual uses most first."""
    return tuple(sorted(KINDS.values(), key=lambda model: -len(corpus.of_kind(model.kind))))


def _parts(model: type[Part], above: str, seen: set[type[Part]]) -> Iterator[PartEntry]:
    for shape in shapes(model):
        if shape.part is None or shape.part in seen:
            continue
        seen.add(shape.part)
        title = f"{above} › {shape.label}" if above else shape.label
        yield PartEntry(shape.part.__name__.lower(), title, _fields(shape.part))
        yield from _parts(shape.part, title, seen)


def _fields(model: type[Part]) -> tuple[FieldEntry, ...]:
    common = Item.model_fields if issubclass(model, Item) else {}
    found = []
    for shape in shapes(model):
        info = model.model_fields[shape.attribute]
        examples = info.examples or _written(info.metadata)
        found.append(
            FieldEntry(
                shape,
                info.is_required(),
                info.description or "",
                str(examples[0]) if examples else "",
                shape.part.__name__.lower() if shape.part else "",
                tuple(choices(info.annotation)),
                _refers(shape),
                shape.attribute in common,
            )
        )
    return tuple(found)


def _written(metadata: list[Any]) -> list[str]:
    return [text for one in metadata if isinstance(one, Written) for text in one.examples]


def _refers(shape: Shape) -> tuple[str, ...] | None:
    match shape.marker:
        case Reference(kinds=kinds):
            return kinds
        case Member(taxonomy=name):
            return (name,)
        case OfManual():
            return ("manual",)
        case Own(parts=parts):
            return (parts,)
    return None
