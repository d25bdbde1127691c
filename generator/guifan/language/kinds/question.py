"""A hand-written question."""

from typing import ClassVar

from guifan.language.kinds.exam import Bloom
from guifan.language.model import AnyId, Id, Item, Line, Part, Prose, RoleId, field
from guifan.language.scalars import YesNo


class Option(Part):
    """An option."""

    id: Id = field("编号", "在本题内唯一。", "a")
    says: Line = field("选项", "选项文字。")
    right: YesNo = field("正确", "是否正确。", "否", default=False)
    why: Line = field("解析", "为什么对或为什么不对。")


class Question(Item):
    """A hand-written question."""

    kind: ClassVar[str] = "question"
    kind_name: ClassVar[str] = "试题"
    kind_help: ClassVar[str] = "手写的题目；能从条目生成的题不用手写。"

    stem: Prose = field("题干", "一个具体情形，一个判断。")
    level: Bloom = field("层次", "识记、理解或应用。", "apply")
    roles: tuple[RoleId, ...] = field("对象", "考哪些岗位。")
    clause: AnyId = field("依据", "依据哪个条目。")
    options: tuple[Option, ...] = field("选项", "各选项。")
