"""The fields of an item as a page without a template of its own shows them."""

from dataclasses import dataclass

from guifan.language.anatomy import Shape, shapes
from guifan.language.model import Item, Member, OfManual, Own, Part, Reference, Text


@dataclass(frozen=True, slots=True)
class Field:
    """A field that has a value.

    Args:
        own: whether it belongs to the kind, not to all items.
    """

    shape: Shape
    own: bool

    @property
    def attribute(self) -> str:
        """The name of the attribute."""
        return self.shape.attribute

    @property
    def key(self) -> str:
        """The key in YAML."""
        return self.shape.key

    @property
    def label(self) -> str:
        """The Chinese name."""
        return self.shape.label

    @property
    def part(self) -> type[Part] | None:
        """The model of its parts."""
        return self.shape.part

    @property
    def many(self) -> bool:
        """Whether it is a list."""
        return self.shape.many

    @property
    def text(self) -> bool:
        """Whether it is a text with references."""
        return isinstance(self.shape.marker, Text)

    @property
    def block(self) -> bool:
        """Whether it is Markdown."""
        return isinstance(self.shape.marker, Text) and self.shape.marker.block

    @property
    def refers(self) -> bool:
        """Whether it names something that has a page."""
        return isinstance(self.shape.marker, Reference | Member)

    @property
    def of_manual(self) -> bool:
        """Whether it names a chapter, a section or a calendar."""
        return isinstance(self.shape.marker, OfManual)

    def address(self, value: str) -> str:
        """The full address of what a value names."""
        marker = self.shape.marker
        return f"{marker.taxonomy}.{value}" if isinstance(marker, Member) else value


def shown(part: Part) -> tuple[Field, ...]:
    """The fields of a part that have a value, in the order declared."""
    common = Item.model_fields if isinstance(part, Item) else {}
    return tuple(
        Field(shape, shape.attribute not in common)
        for shape in shapes(type(part))
        if getattr(part, shape.attribute) not in (None, ()) and not isinstance(shape.marker, Own)
    )


_BRIEF = ("brief", "rule", "means", "explains", "situation", "about", "says", "mission", "happens")
"""The fields that may answer in one line, the most telling first."""


def brief(item: Item) -> str:
    """The first paragraph of what an item says, for lists."""
    told = (getattr(item, name, None) for name in _BRIEF)
    text = next((one for one in told if isinstance(one, str)), "")
    return text.strip().split("\n\n")[0].replace("\n", "").replace("**", "")
