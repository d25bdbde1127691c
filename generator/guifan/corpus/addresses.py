"""What an address names: an item, a part of an item, or a field of either."""

from collections.abc import Callable
from typing import Any, NamedTuple

from guifan.language.anatomy import Spot, names, shapes
from guifan.language.kinds.manual import Manual
from guifan.language.kinds.taxonomy import Taxonomy
from guifan.language.model import Item, Member, OfManual, Own, Part, Reference

Get = Callable[[str], Item | None]


class Target(NamedTuple):
    """What an address names.

    Args:
        item: the item.
        parts: the parts passed on the way down, the last being the one named; empty for the item.
        field: the attribute, where a field is named.
    """

    item: Item
    parts: tuple[Part, ...] = ()
    field: str = ""

    @property
    def part(self) -> Part:
        """The part named, or the item itself."""
        return self.parts[-1] if self.parts else self.item

    @property
    def value(self) -> Any:
        """The field's value, or the part or item."""
        return getattr(self.part, self.field) if self.field else self.part

    @property
    def anchor(self) -> str:
        """The part's place on its item's page."""
        return ".".join(str(getattr(part, "id", "")) for part in self.parts)


def resolve(get: Get, address: str) -> Target | None:
    """Find what ``item``, ``item.part``, ``item.field`` or ``item.part.field`` names."""
    head, *rest = address.split(".")
    item = get(head)
    if item is None:
        return None
    target: Target | None = Target(item)
    for name in rest:
        target = _below(target, name) if target and not target.field else None
    return target


def _below(target: Target, name: str) -> Target | None:
    holder = target.part
    key = names(type(holder)).get(name.replace("-", "_"), name.replace("-", "_"))
    for shape in shapes(type(holder)):
        if shape.key == key:
            return Target(target.item, target.parts, shape.attribute)
    for shape in shapes(type(holder)):
        if shape.part and shape.many:
            for part in getattr(holder, shape.attribute):
                if getattr(part, "id", None) == name:
                    return Target(target.item, (*target.parts, part))
    return None


def aim(get: Get, manual: Manual | None, item: Item, spot: Spot) -> Target | None:
    """What a reference field of ``item`` names; None where there is no such thing."""
    match spot.marker:
        case Reference(part=part) if part:
            target = resolve(get, spot.value)
            return target if target and target.part in getattr(target.item, part, ()) else None
        case Reference():
            found = get(spot.value)
            return Target(found) if found else None
        case Member(taxonomy=name):
            taxonomy = get(name)
            return (
                _listed(taxonomy, "members", spot.value) if isinstance(taxonomy, Taxonomy) else None
            )
        case Own(parts=parts):
            return _listed(item, parts, spot.value)
        case OfManual(parts="places"):
            return _place(manual, spot.value) if manual else None
        case OfManual(parts=parts):
            return _listed(manual, parts, spot.value) if manual else None
    return None


def _listed(item: Item, parts: str, name: str) -> Target | None:
    found = next((part for part in getattr(item, parts) if part.id == name), None)
    return Target(item, (found,)) if found else None


def _place(manual: Manual, address: str) -> Target | None:
    head, _, tail = address.partition(".")
    chapter = next((one for one in manual.chapters if one.id == head), None)
    if chapter is None:
        return None
    if not tail:
        return Target(manual, (chapter,))
    section = next((one for one in chapter.sections if one.id == tail), None)
    return Target(manual, (chapter, section)) if section else None
