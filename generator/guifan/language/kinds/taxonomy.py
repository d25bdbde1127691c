"""A named list: customer classes, dimensions, dispute types, moments of a call."""

from typing import Annotated, ClassVar

from guifan.language.model import AnyId, Id, Item, Line, MemberAddress, Own, Part, Prose, field
from guifan.language.scalars import YesNo


class TaxonomyMember(Part):
    """One entry of the list."""

    id: Id = field("编号", "在本分类内唯一。", "repeat")
    title: Line = field("名称", "读者看到的名称。", "重复投诉")
    means: Prose | None = field("含义", "怎样算这一类，写到两个人判断一致。", default=None)
    also: tuple[Line, ...] = field("又称", "人们还会怎么叫它。", default=())
    examples: tuple[Line, ...] = field("例子", "典型的例子。", default=())
    under: Annotated[str, Own("members")] | None = field(
        "上级", "属于本分类里的哪一项。", default=None
    )
    corresponds: tuple[MemberAddress, ...] = field(
        "对应",
        "等同于另一个分类里的哪一项，写「分类编号.成员编号」。",
        "[statutory-event-class.natural-disaster]",
        default=(),
    )
    handled_by: tuple[AnyId, ...] = field(
        "适用", "遇到这一类，按哪个条目办。", "[repeat-complaint]", default=()
    )


class Taxonomy(Item):
    """A named list, ordered or not."""

    kind: ClassVar[str] = "taxonomy"
    kind_name: ClassVar[str] = "分类"
    kind_help: ClassVar[str] = "一组有名称的类别，例如客户分类、投诉分类、服务维度。"

    about: Prose | None = field("说明", "这个分类用来做什么。", default=None)
    ordered: YesNo = field("有序", "先后或高低是否有意义。", "是", default=False)
    mece: YesNo = field("互斥穷尽", "每个对象是否恰好属于其中一类。", "是", default=False)
    members: tuple[TaxonomyMember, ...] = field("成员", "各类别，按顺序。")
