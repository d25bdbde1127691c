"""A named list: customer classes, dimensions, dispute types, moments of a call."""

from typing import Annotated, ClassVar

from guifan.language.kinds.norm import Aspect, Result
from guifan.language.model import (
    AnyId,
    Id,
    Item,
    LimitId,
    Line,
    Member,
    MemberAddress,
    Own,
    Part,
    Prose,
    field,
)
from guifan.language.scalars import YesNo


class Absence(Part):
    """Why a dimension of service has no norm of one sort."""

    aspect: Aspect = field("性质", "缺的是运作还是行为。", "behavioural")
    result: Result = field("衡量", "缺的是过程还是成果。", "outcome")
    why: Line = field("理由", "为什么不需要这样的条款。", "客户看不见后台怎样做，只看得见结果")


class Excluded(Part):
    """Why a class of emergencies has no event of a grade."""

    grade: Annotated[str, Member("event-grade")] = field("分级", "不会有哪一级。", "extreme")
    why: Line = field("理由", "为什么不会到这一级。", "人员变动影响不到外省")


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
    between: tuple[Line, ...] = field(
        "在哪两头之间",
        "说的是两头之间的一段（例如差距）的，写两头，从上到下；读者看到一张图。",
        "[客户的期望, 我们对期望的认识]",
        default=(),
    )
    corresponds: tuple[MemberAddress, ...] = field(
        "对应",
        "等同于另一个分类里的哪一项，写「分类编号.成员编号」。",
        "[statutory-event-class.natural-disaster]",
        default=(),
    )
    apart: Line | None = field(
        "不对应的理由",
        "同一分类的其他项都有对应、这一项没有时，写明为什么。",
        "只在企业内部使用",
        default=None,
    )
    excludes: tuple[Excluded, ...] = field(
        "不会有的级别",
        "只在突发事件分类里写：这一类事件不会有哪一级、为什么。",
        default=(),
    )
    absences: tuple[Absence, ...] = field(
        "没有条款的格",
        "只在服务维度里写：这个维度没有哪一格的条款、为什么不需要。",
        default=(),
        internal=True,
    )
    within: LimitId | None = field(
        "认定时间窗",
        "看多长时间里的事才算这一类的，写那一条限额；流程、指标都按它。",
        "repeat-window",
        default=None,
    )
    handled_by: tuple[AnyId, ...] = field(
        "办理依据", "遇到这一类，按哪个条目办。", "[repeat-complaint]", default=()
    )


class Taxonomy(Item):
    """A named list, ordered or not."""

    kind: ClassVar[str] = "taxonomy"
    kind_name: ClassVar[str] = "分类"
    kind_help: ClassVar[str] = "一组有名称的类别，例如客户分类、投诉分类、服务维度。"

    about: Prose | None = field("说明", "这个分类用来做什么。", default=None)
    ordered: YesNo = field("有序", "先后或高低是否有意义。", "是", default=False)
    cycle: YesNo = field(
        "首尾相接", "做完最后一项又从第一项开始的，写「是」；读者看到一张图。", "否", default=False
    )
    mece: YesNo = field("互斥穷尽", "每个对象是否恰好属于其中一类。", "是", default=False)
    members: tuple[TaxonomyMember, ...] = field("成员", "各类别，按顺序。")
