"""A course."""

from typing import ClassVar

from guifan.language.model import AnyId, Choice, Item, Line, Prose, RoleId, field
from guifan.language.quantities import Duration


class Delivery(Choice):
    """How it is taught."""

    CLASSROOM = "classroom", "面授"
    ONLINE = "online", "线上"
    ON_THE_JOB = "on-the-job", "跟岗"


class Course(Item):
    """A course."""

    kind: ClassVar[str] = "course"
    kind_name: ClassVar[str] = "课程"
    kind_help: ClassVar[str] = "一门课：给谁上、学什么、多久、怎样算学会。"

    roles: tuple[RoleId, ...] = field("对象", "给哪些岗位上。")
    aims: tuple[Line, ...] = field("目标", "学完能做什么，一行一项。")
    covers: tuple[AnyId, ...] = field("内容", "覆盖哪些条目。", default=())
    takes: Duration = field("时长", "多久。", "4 小时")
    delivery: tuple[Delivery, ...] = field("方式", "面授、线上、跟岗。")
    passed: Line = field("合格标准", "怎样算学会。")
    about: Prose | None = field("说明", "补充说明。", default=None)
