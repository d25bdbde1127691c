"""Where two states of an item differ: field by field, parts told apart by their ids."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from guifan.language.anatomy import Shape, shapes
from guifan.language.model import Part
from guifan.language.nodes import Path


class Sort(Enum):
    """What became of a value."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    REORDERED = "reordered"


@dataclass(frozen=True, slots=True)
class Step:
    """A part passed on the way down to a difference: its field, and both its states."""

    shape: Shape
    old: Part
    new: Part


@dataclass(frozen=True, slots=True)
class Delta:
    """One difference.

    Args:
        trail: the parts passed on the way down.
        holder: the model whose field differs.
        shape: the field.
        sort: what became of it; of a list of parts, each part added or removed is one difference,
            and another order of those that stayed is one.
        old: the value as it was; None where there was none.
        new: the value as it is; None where there is none.
        name: of the part that was added or removed, as in a path.
    """

    trail: tuple[Step, ...]
    holder: type[Part]
    shape: Shape
    sort: Sort
    old: Any
    new: Any
    name: str = ""

    @property
    def path(self) -> Path:
        """From the item down: keys of fields, and after a list the id of the part."""
        steps: list[str] = []
        for step in self.trail:
            steps.append(step.shape.key)
            if step.shape.many:
                steps.append(key_of(step.new))
        return (*steps, self.shape.key, *((self.name,) if self.name else ()))


def key_of(part: Part) -> str:
    """What tells a part from the others in its list: its id, or the value of its first field."""
    name = getattr(part, "id", None)
    return str(name if name is not None else getattr(part, next(iter(type(part).model_fields))))


def deltas(old: Part, new: Part, trail: tuple[Step, ...] = ()) -> Iterator[Delta]:
    """Every difference between two states of an item or part, in the order of its fields.

    Args:
        old: as it was.
        new: as it is; of the same model.
        trail: the parts passed on the way down.
    """
    model = type(new)
    for shape in shapes(model):
        before, after = getattr(old, shape.attribute), getattr(new, shape.attribute)
        if before == after:
            continue
        if isinstance(before, Part) and isinstance(after, Part):
            yield from deltas(before, after, (*trail, Step(shape, before, after)))
            continue
        was, now = (_by_key(value) if shape.part else None for value in (before, after))
        if was is None or now is None:
            yield Delta(trail, model, shape, Sort.CHANGED, before, after)
        else:
            yield from _in_list(trail, model, shape, was, now)


def _by_key(parts: object) -> Mapping[str, Part] | None:
    """The parts of a list by what tells them apart; None for no list, or where two are alike."""
    if not isinstance(parts, tuple):
        return None
    found = {key_of(part): part for part in parts}
    return found if len(found) == len(parts) else None


def _in_list(
    trail: tuple[Step, ...],
    model: type[Part],
    shape: Shape,
    was: Mapping[str, Part],
    now: Mapping[str, Part],
) -> Iterator[Delta]:
    for name, part in was.items():
        if name not in now:
            yield Delta(trail, model, shape, Sort.REMOVED, part, None, name)
    for name, part in now.items():
        if name not in was:
            yield Delta(trail, model, shape, Sort.ADDED, None, part, name)
        else:
            yield from deltas(was[name], part, (*trail, Step(shape, was[name], part)))
    stayed = [name for name in was if name in now]
    order = [name for name in now if name in was]
    if stayed != order:
        before = tuple(was[name] for name in stayed)
        after = tuple(now[name] for name in order)
        yield Delta(trail, model, shape, Sort.REORDERED, before, after)
