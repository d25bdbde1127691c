"""A form and its fields."""

from typing import ClassVar

from guifan.language.model import Id, Item, Line, Part, Prose, RoleId, SystemId, field
from guifan.language.scalars import YesNo


class FormField(Part):
    """A field of the form."""

    id: Id = field("编号", "在本表内唯一。", "received-at")
    title: Line = field("栏目", "栏目名称。", "受理时间")
    required: YesNo = field("必填", "是否必填。", "是", default=True)
    help: Line = field("填写说明", "怎样填，填到什么程度。")
    example: Line | None = field("示例", "一个填好的例子（不用真实客户资料）。", default=None)


class Form(Item):
    """A form."""

    kind: ClassVar[str] = "form"
    kind_name: ClassVar[str] = "表单"
    kind_help: ClassVar[str] = "要填的表：有哪些栏目、怎样填、谁填、保存多久。"

    about: Prose = field("用途", "什么时候填、给谁看。")
    filled_by: tuple[RoleId, ...] = field("填写岗", "谁填。")
    fields: tuple[FormField, ...] = field("栏目", "按表上的顺序。")
    system: SystemId | None = field("系统", "在哪个系统里填。", default=None)
    kept: Line | None = field("保存", "保存多久、在哪里。", default=None)
