"""A post: who does the work, what it may decide, whom it reports to."""

from typing import Annotated, ClassVar

from guifan.language.model import (
    AnyId,
    DataItemId,
    Id,
    Item,
    Line,
    Member,
    Part,
    Prose,
    RoleId,
    UnitId,
    field,
)
from guifan.language.quantities import Money
from guifan.language.scalars import Whole, YesNo


class Authority(Part):
    """Something that the post may grant by itself."""

    id: Id = field("编号", "在本岗位内唯一。", "compensation")
    what: Line = field("事项", "可以自行决定什么。", "话费补偿")
    per_case: Money | None = field("每件上限", "一件最多多少元。", "50 元", default=None)
    per_customer: Money | None = field(
        "每客户每月上限", "同一客户一个月内最多多少元。", "100 元", default=None
    )
    per_year: Money | None = field(
        "每客户每年上限", "同一客户一年内最多多少元。", "300 元", default=None
    )
    condition: Line | None = field("条件", "什么情况下可以。", default=None)
    beyond: RoleId | None = field("超出转", "超出上限时转给谁决定。", "shift-leader", default=None)


class Role(Item):
    """A post."""

    kind: ClassVar[str] = "role"
    kind_name: ClassVar[str] = "岗位"
    kind_help: ClassVar[str] = "做事的岗位：职责、职级、权限、上级和替补。"

    unit: UnitId = field("所属部门", "属于哪个部门。", "hotline-centre")
    rank: Whole = field("职级", "职级高低，数字越大越高；升级逐级向上。", "1")
    reports_to: RoleId | None = field(
        "上级", "向谁汇报；最高一级不写。", "shift-leader", default=None
    )
    frontline: YesNo = field("直接面客", "是否直接面对客户。", "是", default=False)
    duty: YesNo = field("当班岗", "是否由排班表上当班的人担任。", "是", default=False)
    mission: Line = field("岗位使命", "一句话：这个岗位对谁负什么责。")
    scopes: tuple[Annotated[str, Member("work-scope")], ...] = field(
        "工作范围", "属于哪些工作范围，按分类。", "[enquiries]", default=()
    )
    duties: tuple[Line, ...] = field("职责", "一行一项，写做什么。")
    authority: tuple[Authority, ...] = field("权限", "可以自行决定的事项和上限。", default=())
    deputies: tuple[RoleId, ...] = field("替补", "不在岗时由谁代行。", default=())
    conflicts: tuple[RoleId, ...] = field(
        "不相容岗位", "同一件事里不能由同一人兼任的岗位。", default=()
    )
    data: tuple[DataItemId, ...] = field(
        "数据权限", "可以查看的客户资料项。", default=(), internal=True
    )
    first_read: tuple[AnyId, ...] = field("上岗必读", "新人先读哪些条目。", default=())
    about: Prose | None = field("说明", "补充说明。", default=None)
