"""A moment that starts or stops a clock."""

from typing import ClassVar

from guifan.language.model import Item, Line, RoleId, SystemId, field


class Event(Item):
    """A clock event, such as 受理 or 答复."""

    kind: ClassVar[str] = "event"
    kind_name: ClassVar[str] = "计时事件"
    kind_help: ClassVar[str] = (
        "时限从哪一刻起、到哪一刻止：受理、首次联系、答复、办结、归档、回访各是一个事件。"
    )

    happens: Line = field("何时算发生", "写到两个人判断是同一刻。", "工单系统生成受理编号的时刻")
    not_yet: tuple[Line, ...] = field("不算发生", "容易误认为已经发生的情形。", default=())
    evidence: Line = field("凭证", "用什么记录证明。", "工单「受理时间」字段")
    recorded_by: RoleId | None = field("记录岗", "谁记录。", default=None, internal=True)
    system: SystemId | None = field("系统", "记录在哪个系统。", default=None, internal=True)
