"""The shape of the models: which fields hold parts, texts and references, and a walk over them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from guifan.language.model import Choice, Marker, Part, Text
from guifan.language.nodes import Path


@dataclass(frozen=True, slots=True)
class Shape:
    """One field: its attribute and YAML key, its mark, the model of its parts, list or not."""

    attribute: str
    key: str
    label: str
    marker: Marker | None
    part: type[Part] | None
    many: bool
    internal: bool
    inherited: bool


class Spot(NamedTuple):
    """A marked value of an item: the path to it, the value, its mark, internal by its model."""

    path: Path
    value: str
    marker: Marker
    internal: bool


def _read(annotation: Any, metadata: tuple[Any, ...]) -> tuple[Marker | None, Any, bool]:
    """Find the mark, the innermost type and whether it stands in a list."""
    marker = next((mark for mark in metadata if isinstance(mark, Marker)), None)
    if marker is not None:
        return marker, annotation, False
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *extra = get_args(annotation)
        return _read(inner, tuple(extra))
    if origin in (Union, UnionType):
        options = [option for option in get_args(annotation) if option is not type(None)]
        return _read(options[0], ()) if len(options) == 1 else (None, annotation, False)
    if origin is tuple:
        found, inner, _ = _read(get_args(annotation)[0], ())
        return found, inner, True
    return None, annotation, False


@cache
def shapes(model: type[Part]) -> tuple[Shape, ...]:
    """The fields of a model in the order declared."""
    found = []
    for name, info in model.model_fields.items():
        marker, inner, many = _read(info.annotation, tuple(info.metadata))
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        found.append(
            Shape(
                attribute=name,
                key=info.alias or name,
                label=info.title or name,
                marker=marker,
                part=inner if isinstance(inner, type) and issubclass(inner, Part) else None,
                many=many,
                internal=bool(extra.get("x-internal")),
                inherited=bool(extra.get("x-inherited")),
            )
        )
    return tuple(found)


@cache
def names(model: type[Part]) -> dict[str, str]:
    """Every accepted name of a field, English or Chinese, with its YAML key."""
    return {name: shape.key for shape in shapes(model) for name in (shape.label, shape.key)}


@cache
def _marked(model: type[Part]) -> tuple[Shape, ...]:
    return tuple(shape for shape in shapes(model) if shape.marker or shape.part)


def spots(part: Part, path: Path = (), internal: bool = False) -> Iterator[Spot]:
    """Every text and reference of an item, depth first, in the order of its fields."""
    for shape in _marked(type(part)):
        value = getattr(part, shape.attribute)
        if value is None or value == ():
            continue
        hidden = internal or shape.internal
        here = (*path, shape.key)
        for where, one in (
            (((*here, at), one) for at, one in enumerate(value)) if shape.many else ((here, value),)
        ):
            if shape.marker:
                yield Spot(where, one, shape.marker, hidden)
            else:
                yield from spots(one, where, hidden)


def texts(part: Part) -> Iterator[Spot]:
    """Every text of an item."""
    return (spot for spot in spots(part) if isinstance(spot.marker, Text))


def parts(part: Part, path: Path = ()) -> Iterator[tuple[Path, Part]]:
    """Every part below an item that has an id of its own."""
    for shape in _marked(type(part)):
        if shape.part is None:
            continue
        value = getattr(part, shape.attribute)
        for at, one in enumerate(value if shape.many else [value]):
            if one is None:
                continue
            where = (*path, shape.key, at) if shape.many else (*path, shape.key)
            if "id" in type(one).model_fields:
                yield where, one
            yield from parts(one, where)


def choices(annotation: Any) -> list[Choice]:
    """The words that a field of this annotation may be; none where it is no choice."""
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return list(annotation)
    return [one for inner in getattr(annotation, "__args__", ()) for one in choices(inner)]
